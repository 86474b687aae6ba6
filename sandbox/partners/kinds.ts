import type { Bilingual } from './bilingual.ts';

interface Kind {
  readonly label: Bilingual;
  /** The sentence that keeps anyone from taking the stand-in for the real thing. */
  readonly notReal: Bilingual;
}

/** The kinds of partner that may have a system of their own. */
export const KINDS = {
  clsc: {
    label: { fr: 'CLSC', en: 'CLSC' },
    notReal: { fr: 'ce n’est pas un vrai CLSC, données inventées', en: 'not a real CLSC, invented data' },
  },
  hospital: {
    label: { fr: 'Hôpital', en: 'Hospital' },
    notReal: { fr: 'ce n’est pas un vrai hôpital, données inventées', en: 'not a real hospital, invented data' },
  },
  lawyer: {
    label: { fr: 'Bureau d’avocat-médiateur', en: 'Lawyer-mediator’s office' },
    notReal: {
      fr: 'ce n’est pas un vrai bureau d’avocat, données inventées',
      en: 'not a real law office, invented data',
    },
  },
  community: {
    label: { fr: 'Organisme communautaire', en: 'Community organization' },
    notReal: { fr: 'ce n’est pas un vrai organisme, données inventées', en: 'not a real organization, invented data' },
  },
  platform: {
    label: { fr: 'Plateforme de références', en: 'Referral platform' },
    notReal: { fr: 'ce n’est pas une vraie plateforme, données inventées', en: 'not a real platform, invented data' },
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** Which partner a sandbox stands in for. */
export type PartnerKind = keyof typeof KINDS;

/** True for a kind that exists; the command line hands us any text. */
export const isPartnerKind = (value: unknown): value is PartnerKind =>
  typeof value === 'string' && Object.hasOwn(KINDS, value);
