import type { Bilingual, RATING_MOMENTS } from '../../profiles/codes.ts';

/** What kind of moment it is. */
export type TimelineKind =
  | 'circle'
  | 'reading'
  | 'plan'
  | 'request'
  | 'answer'
  | 'outcome'
  | 'contact'
  | 'appointment'
  | 'enrolment'
  | 'consent'
  | 'letter'
  | 'note';

/** How somebody rated a protective factor, before or after. */
export interface RatingTold {
  readonly moment: keyof typeof RATING_MOMENTS;
  /** Code of the factor, and its name in the language asked for. */
  readonly factor: string;
  readonly name: string;
  /** 1 to 5, and what that means. */
  readonly rating: number;
  readonly meaning: string;
  readonly words?: string;
}

/** One moment of the child's course. */
export interface TimelineEntry {
  /** When it happened, as the actor said it: FHIR date or dateTime, maybe partial. */
  readonly at: string;
  /** When the gateway knew: FHIR instant. */
  readonly knownAt: string;
  readonly kind: TimelineKind;
  /** `created`, `revised`, or the act: `accepted`, `declined` … */
  readonly change: string;
  readonly concept: string;
  readonly id: string;
  /** One line, in the language asked for. */
  readonly text: string;
  /** In the words of whoever spoke or wrote, never translated. */
  readonly words?: string;
  readonly ratings?: readonly RatingTold[];
}

/** What `GET /v1/children/{id}/timeline` gives: `Timeline` in profiles/schemas/lists.schema.json, to which a test holds the examples. */
export interface TimelineTold {
  readonly child: string;
  readonly language: keyof Bilingual;
  /** How many earlier moments were left out. */
  readonly earlier: number;
  readonly entries: readonly TimelineEntry[];
  /** That there is a legal referral, for whom none of it is shown and the child’s side lets know it. */
  readonly legalReferral?: 'exists';
}
