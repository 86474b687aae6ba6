import type { ChannelTold } from './request-preview-told.ts';

interface InBoth {
  readonly fr: string;
  readonly en: string;
}

/** Whom a centre can ask, and how (`GET /v1/partner-directory`): nothing of where its system is, or of what opens it. */
export interface PartnerTold {
  readonly id: string;
  readonly name: InBoth;
  /** Two letters, or `outside-canada`: sharing with another province than the centre’s is the privacy officer’s to open. */
  readonly province: string;
  readonly kind: 'clsc' | 'hospital' | 'school' | 'daycare' | 'legal' | 'community' | 'platform';
  readonly lens: 'public-network' | 'lawyer' | 'community';
  readonly channel: ChannelTold;
  readonly programmes?: readonly string[];
  /** In which it is written to. */
  readonly language: 'fr' | 'en';
  /** In which it serves families. */
  readonly languages?: readonly string[];
  readonly territory?: readonly string[];
  readonly delays?: { readonly answerWorkingDays?: number; readonly firstServiceDays?: number };
  readonly hours?: InBoth;
  readonly telephone?: string;
  readonly fax?: string;
  readonly email?: string;
}

export interface PartnerDirectoryTold {
  readonly partners: readonly PartnerTold[];
}
