import type { Consent } from '../domain/concepts.ts';
import { EXTENSIONS } from '../domain/systems.ts';

/** What of a child a recipient may see. `year-of-birth` cuts the date, `age` says whole years and no date, `health-card` lets cards through. */
export type ChildElement =
  | 'name'
  | 'given-name'
  | 'birth-date'
  | 'year-of-birth'
  | 'age'
  | 'gender'
  | 'languages'
  | 'health-card';

/** What one kind of recipient may see, as an allow-list: what is not named here never leaves. */
export interface Lens {
  readonly child: readonly ChildElement[];
  /** Elements of the ServiceRequest. */
  readonly request: readonly (keyof fhir4.ServiceRequest)[];
  /** Extensions of the ServiceRequest. */
  readonly extensions: readonly string[];
  /** Kinds of information that this shows, in the words of a consent: one that does not name them all does not open it. */
  readonly information: NonNullable<Consent['information']>;
  /** Of a letter that was written for this recipient: its elements; none where no letter passes. */
  readonly letters: readonly LetterElement[];
}

type LetterElement = 'type' | 'description' | 'content';

/** The safe contact goes first on every page and message, so every lens lets it through. */
const ALWAYS = {
  request: ['status', 'intent', 'code', 'authoredOn', 'priority'],
  extensions: [EXTENSIONS.safeContact],
} as const satisfies Pick<Lens, 'request' | 'extensions'>;

/** What it is, its title, its file; who wrote it stands in the letter itself. */
const LETTER = ['type', 'description', 'content'] as const satisfies Lens['letters'];

/**
 * A privacy officer can read this table. `lawyer` is in two steps (fhir.md §2): kind, language, date and the names for the conflict check
 * first; the child and the facts only once the mandate is accepted.
 */
export const LENSES = {
  'public-network': {
    child: ['name', 'birth-date', 'gender', 'languages', 'health-card'],
    request: [...ALWAYS.request, 'category', 'reasonCode', 'occurrenceDateTime'],
    extensions: ALWAYS.extensions,
    letters: LETTER,
    information: ['identity', 'safe-contact', 'request'],
  },
  'lawyer-conflict-check': {
    child: [],
    request: [...ALWAYS.request, 'occurrenceDateTime'],
    extensions: [...ALWAYS.extensions, EXTENSIONS.conflictCheckName, EXTENSIONS.serviceLanguage],
    letters: [],
    information: ['safe-contact', 'request'],
  },
  'lawyer-accepted': {
    child: ['name', 'birth-date', 'languages'],
    request: [...ALWAYS.request, 'occurrenceDateTime', 'reasonCode'],
    extensions: [
      ...ALWAYS.extensions,
      EXTENSIONS.conflictCheckName,
      EXTENSIONS.serviceLanguage,
      EXTENSIONS.rightConcerned,
      EXTENSIONS.childWishes,
      EXTENSIONS.facts,
    ],
    letters: LETTER,
    information: ['identity', 'safe-contact', 'request', 'rights'],
  },
  community: {
    child: ['given-name', 'year-of-birth', 'languages'],
    request: [...ALWAYS.request, 'category'],
    extensions: ALWAYS.extensions,
    letters: [],
    information: ['identity', 'safe-contact', 'request'],
  },
  /** The secure page before acceptance, whoever the partner is: more is shown through its own lens once it has accepted. */
  'page-before-acceptance': {
    child: ['given-name', 'age', 'languages'],
    request: [...ALWAYS.request, 'category'],
    extensions: ALWAYS.extensions,
    letters: [],
    information: ['identity', 'safe-contact', 'request'],
  },
} as const satisfies Record<string, Lens>;

export type LensName = keyof typeof LENSES;
