import type { LabelsPut } from './labels-put.ts';
import { lensAllows } from './lens-allows.ts';
import { type BasisSaid, type Look, PLACES, type Place, type RequestAsked } from './places.ts';

/** What every request says of itself, once anything of it passes. */
const ALWAYS = [
  'task',
  'request: status',
  'request: intent',
  'request: what',
  'request: when',
  'request: urgency',
  'request: safe contact',
] as const satisfies readonly Place[];
const BIRTH = 'child: birth date, or what is made of it';
const LETTER = ['letter: what', 'letter: title', 'letter: file'] as const satisfies readonly Place[];
const CHECK = [
  'request: date that binds',
  'request: names for the conflict check',
  'request: language of the service',
] as const satisfies readonly Place[];
const NETWORK = [
  ...ALWAYS,
  'request: kind, programme',
  'request: reason',
  'request: date that binds',
  'child: name',
  BIRTH,
  'child: gender',
  'child: languages',
  'child: cards',
  ...LETTER,
] as const satisfies readonly Place[];
const COMMUNITY = [...ALWAYS, 'child: given name', BIRTH, 'child: languages'] as const satisfies readonly Place[];
const FOR_COMMUNITY: Readonly<Partial<Record<RequestAsked, readonly Place[]>>> = {
  'social-prescription': [...COMMUNITY, 'request: kind, programme'],
  'service-referral': COMMUNITY,
};

/** Written from fhir.md §2 and §6 and not from the lenses: what may leave of a request without a label. */
const MAY: Readonly<Record<Look, Readonly<Partial<Record<RequestAsked, readonly Place[]>>>>> = {
  'public-network': { 'service-referral': NETWORK, 'social-prescription': NETWORK },
  'lawyer-conflict-check': { 'legal-referral': [...ALWAYS, ...CHECK] },
  'lawyer-accepted': {
    'legal-referral': [
      ...ALWAYS,
      ...CHECK,
      'request: reason',
      'request: rights',
      'request: child’s wishes',
      'request: facts',
      'child: name',
      BIRTH,
      'child: languages',
      ...LETTER,
    ],
  },
  community: FOR_COMMUNITY,
  'page-before-acceptance': FOR_COMMUNITY,
};
const UNTOLD_WHERE_RESTRICTED: ReadonlySet<Place> = new Set<Place>(['request: reason', ...LETTER]);
const IS_LETTER: ReadonlySet<Place> = new Set<Place>(LETTER);

/**
 * The same, under labels: of what is restricted the public network is told neither the reason nor a letter, and the community nothing. A legal
 * referral is always restricted, and whole for its lawyer, whatever labels it bears besides; so is the letter that goes with it.
 */
export function mayBySpecification(
  look: Look,
  asked: RequestAsked,
  { request, file, letter }: LabelsPut,
): ReadonlySet<Place> | undefined {
  const whole = MAY[look][asked];
  if (whole === undefined || asked === 'legal-referral') return whole && new Set(whole);
  const restricts = (it: string): boolean => it !== 'asked-alone';
  if ([...request, ...file].some(restricts))
    return look === 'public-network' ? new Set(whole.filter((it) => !UNTOLD_WHERE_RESTRICTED.has(it))) : undefined;
  return new Set(letter.some(restricts) ? whole.filter((it) => !IS_LETTER.has(it)) : whole);
}

export interface Asked {
  readonly look: Look;
  readonly asked: RequestAsked;
  readonly labels: LabelsPut;
  readonly basis: BasisSaid;
}

/**
 * What may leave; undefined where nothing may: what both the table of lenses and fhir.md allow, to whom somebody agreed. For what a young person
 * asked alone nobody’s word counts but theirs.
 */
export function placesLeaving({ look, asked, labels, basis }: Asked): readonly Place[] | undefined {
  const inTable = lensAllows(look, asked, labels);
  const specified = mayBySpecification(look, asked, labels);
  const isTheirs = (put: readonly string[]): boolean => basis === 'parent' && put.includes('asked-alone');
  if (basis === 'none' || isTheirs(labels.request) || inTable === undefined || specified === undefined)
    return undefined;
  return [...inTable].filter((it) => specified.has(it) && !(IS_LETTER.has(it) && isTheirs(labels.letter)));
}

/** The same by where its birds sit on record. */
export const mayLeave = (one: Asked): readonly RegExp[] | undefined => placesLeaving(one)?.map((it) => PLACES[it]);
