import type { PaperPage } from './paper-page.ts';

/** Something to be told about what was sent, in the reader's language, at the field that it is about. */
export interface IssueTold {
  readonly severity: string;
  readonly code: string;
  readonly expression?: readonly string[];
  readonly details?: { readonly text?: string };
}

/** By which way a partner is reached, as the registry names it. */
export type ChannelTold = 'fhir-rest' | 'fhir-poll' | 'fhir-messaging' | 'mllp' | 'paper' | 'web-page';

/** What a recipient would see of a request that has not been sent (`POST /v1/…/_preview`). */
export interface RequestPreviewTold {
  readonly recipient: string;
  readonly channel: ChannelTold;
  /** In which the recipient is written to. */
  readonly language: 'fr' | 'en';
  readonly views: readonly { readonly when: 'first' | 'once-accepted'; readonly page: PaperPage }[];
  /** Why it would not leave. */
  readonly missing: readonly IssueTold[];
  /** What the recipient's dialect does not carry. */
  readonly lost: readonly IssueTold[];
}
