import type { FindingTold, RuleOffTold } from './findings-told.ts';

/** `GET /v1/loops`: what needs a person, the most urgent first. */
export interface OpenLoopsTold {
  readonly language: 'fr' | 'en';
  readonly loops: readonly OpenLoopTold[];
  /** Where the list goes on: to be given back as `after`. */
  readonly next?: string;
  /** Rules that do not look at this centre; absent where all do. */
  readonly off?: readonly RuleOffTold[];
}

/** One loop, with what a person needs to take it up at once. */
export interface OpenLoopTold extends Omit<FindingTold, 'focus'> {
  readonly child: ChildNamed;
  /** The centre’s number of whoever holds the thread; absent where nobody does. */
  readonly pivot?: string;
  /** Absent where it is about a need or a consent, not about a request. */
  readonly request?: RequestNamed;
  /** The need that it is about, in the family’s words. */
  readonly need?: string;
}

export interface ChildNamed {
  readonly id: string;
  readonly name?: string;
}

export interface RequestNamed {
  readonly id: string;
  readonly kind: 'social-prescription' | 'legal-referral' | 'service-referral';
  readonly what?: string;
  /** Where it stands there (Task.status). */
  readonly status: string;
  readonly recipient: RecipientNamed;
}

/** Who was asked, and how to reach them. */
export interface RecipientNamed {
  readonly id: string;
  readonly name: string;
  readonly telephone?: string;
}
