/** What `GET /v1/children/{id}/timeline` gives: `Timeline` in profiles/schemas/lists.schema.json, to which a test holds the examples. */

export const MOMENT_KINDS = [
  'reading',
  'plan',
  'request',
  'answer',
  'outcome',
  'contact',
  'appointment',
  'enrolment',
  'consent',
  'letter',
  'note',
  'circle',
] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

export interface TimelineMoment {
  /** When it happened, maybe only a month or a year. */
  readonly at: string;
  readonly knownAt: string;
  readonly kind: MomentKind;
  readonly change: string;
  readonly concept: string;
  readonly id: string;
  /** One line, in the language asked for. */
  readonly text: string;
  /** As somebody said or wrote it. */
  readonly words?: string;
  readonly ratings?: readonly {
    readonly moment: 'before' | 'after';
    readonly factor: string;
    readonly name: string;
    readonly rating: number;
    readonly meaning: string;
    readonly words?: string;
  }[];
}

export interface Timeline {
  readonly child: string;
  readonly language: 'fr' | 'en';
  /** How many earlier moments were left out. */
  readonly earlier: number;
  readonly entries: readonly TimelineMoment[];
  /** That there is a legal referral, for whom none of it is shown and the child’s side lets know it. */
  readonly legalReferral?: 'exists';
}
