import type { Label, Purpose } from '../consent/bases.ts';
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

/** Elements of the ServiceRequest that some lens shows. */
export type RequestElement = Extract<
  keyof fhir4.ServiceRequest,
  'status' | 'intent' | 'category' | 'code' | 'priority' | 'authoredOn' | 'occurrenceDateTime' | 'reasonCode'
>;

/** Of a letter that was written for the recipient. */
export type LetterElement = 'type' | 'description' | 'content';

/** What is shown, as allow-lists: what is not named here never leaves. */
export interface Shown {
  readonly child: readonly ChildElement[];
  readonly request: readonly RequestElement[];
  /** Extensions of the ServiceRequest. */
  readonly extensions: readonly string[];
  /** Its elements; none where no letter passes. */
  readonly letters: readonly LetterElement[];
}

/** What of a lens passes in one case: all of it, none of it, or only what these shorter lists name as well. */
export type Narrowing = 'whole' | 'nothing' | Partial<Shown>;

/** What one kind of recipient may see. */
export interface Lens extends Shown {
  /** Kinds of information that this shows, in the words of a consent: one that does not name them all does not open it. */
  readonly information: NonNullable<Consent['information']>;
  /** By what the request is for. */
  readonly purposes: Readonly<Record<Purpose, Narrowing>>;
  /** By the sensitivity of the request, the child’s file or a letter; each label narrows further. */
  readonly labels: Readonly<Record<Label, Narrowing>>;
}

/** The safe contact goes first on every page and message, so every lens lets it through. */
const ALWAYS = {
  request: ['status', 'intent', 'code', 'authoredOn', 'priority'],
  extensions: [EXTENSIONS.safeContact],
} as const satisfies Pick<Lens, 'request' | 'extensions'>;

/** What it is, its title, its file; who wrote it stands in the letter itself. */
const LETTER = ['type', 'description', 'content'] as const satisfies Lens['letters'];

/** `school-support` and `coordination` have no request of the centre’s yet: what a partner asked itself is answered, never shown back. */
const NO_PURPOSE = {
  care: 'nothing',
  coordination: 'nothing',
  'community-support': 'nothing',
  'school-support': 'nothing',
  'rights-support': 'nothing',
} as const satisfies Lens['purposes'];

/** A programme’s name says too much to who is no part of it: some are for neglect, some for pregnancy. */
const WITHOUT_PROGRAMME = { request: ALWAYS.request } as const satisfies Narrowing;

/** Of a restricted request, why it is made and what was written about it are said by a person. */
const WITHOUT_REASON = {
  request: [...ALWAYS.request, 'category', 'occurrenceDateTime'],
  letters: [],
} as const satisfies Narrowing;

const FOR_LAWYERS = {
  purposes: { ...NO_PURPOSE, 'rights-support': 'whole' },
  labels: { restricted: 'whole', 'asked-alone': 'whole' },
} as const satisfies Pick<Lens, 'purposes' | 'labels'>;

/**
 * A privacy officer can read this table; `docs/lenses.md` is made from it. `lawyer` is in two steps (fhir.md §2): kind, language, date and the
 * names for the conflict check first; the child and the facts only once the mandate is accepted.
 */
export const LENSES = {
  'public-network': {
    child: ['name', 'birth-date', 'gender', 'languages', 'health-card'],
    request: [...ALWAYS.request, 'category', 'reasonCode', 'occurrenceDateTime'],
    extensions: ALWAYS.extensions,
    letters: LETTER,
    information: ['identity', 'safe-contact', 'request'],
    purposes: { ...NO_PURPOSE, care: 'whole', 'community-support': 'whole' },
    labels: { restricted: WITHOUT_REASON, 'asked-alone': 'whole' },
  },
  'lawyer-conflict-check': {
    child: [],
    request: [...ALWAYS.request, 'occurrenceDateTime'],
    extensions: [...ALWAYS.extensions, EXTENSIONS.conflictCheckName, EXTENSIONS.serviceLanguage],
    letters: [],
    information: ['safe-contact', 'request'],
    ...FOR_LAWYERS,
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
    ...FOR_LAWYERS,
  },
  community: {
    child: ['given-name', 'year-of-birth', 'languages'],
    request: [...ALWAYS.request, 'category'],
    extensions: ALWAYS.extensions,
    letters: [],
    information: ['identity', 'safe-contact', 'request'],
    purposes: { ...NO_PURPOSE, care: WITHOUT_PROGRAMME, 'community-support': 'whole' },
    labels: { restricted: 'nothing', 'asked-alone': 'whole' },
  },
  /** The secure page before acceptance, whoever the partner is: more is shown through its own lens once it has accepted. */
  'page-before-acceptance': {
    child: ['given-name', 'age', 'languages'],
    request: [...ALWAYS.request, 'category'],
    extensions: ALWAYS.extensions,
    letters: [],
    information: ['identity', 'safe-contact', 'request'],
    purposes: { ...NO_PURPOSE, care: WITHOUT_PROGRAMME, 'community-support': 'whole' },
    labels: { restricted: 'nothing', 'asked-alone': 'whole' },
  },
} as const satisfies Record<string, Lens>;

export type LensName = keyof typeof LENSES;
