import { aCircle, aLegalReferral, aPlan, aReferral, type Changes } from './concept-examples.ts';

/** What each of two partners that collect their requests may see is another’s list of fields. */
export const READERS = { network: { lens: 'public-network' }, community: { lens: 'community' } } as const;
export type Reader = keyof typeof READERS;

/** What one of the twins has, beside what both have. */
export interface TwinFile {
  readonly circle?: Changes;
  readonly request?: Changes;
  readonly beside?: (child: string) => readonly (readonly [plural: string, body: Changes])[];
  /** With the request. */
  readonly letter?: Changes;
}

const FATHER = { kind: 'family', id: 'papa', name: { text: 'Un père' }, kinship: 'FTH' };
const withFather = (more: Changes): Changes => {
  const { members } = aCircle('', 'x') as { readonly members: readonly Changes[] };
  const [mother] = members;
  return { members: [mother, { ...FATHER, ...more }], pivot: undefined };
};
const aChild = (more: Changes): Changes => ({
  child: { name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2023-05-04', ...more },
});
export const about = (child: string, name: string): Changes & { id: string } => ({
  id: `${child}-${name}`,
  version: 1,
  centre: 'hochelaga',
  happenedAt: '2026-11-20T10:00:00-05:00',
  child: { id: child },
});
const beside = (plural: string, body: (child: string) => Changes): TwinFile => ({
  beside: (child) => [[plural, body(child)]],
});

/** A request that is asked of nobody yet. */
const notAsked = (child: string, more: Changes): Changes =>
  aReferral(`${child}-autre`, child, { recipient: undefined, agreements: undefined, ...more });

/** What differs, the two files, and from whom it is hidden. */
export const DIFFERENCES: readonly (readonly [
  differ: string,
  one: TwinFile,
  other: TwinFile,
  hiddenFrom: readonly Reader[],
])[] = [
  [
    'a legal referral, or none',
    beside('legal-referrals', (child) => ({
      ...aLegalReferral(`${child}-legal`, child),
      recipient: undefined,
      agreements: undefined,
    })),
    {},
    ['network', 'community'],
  ],
  ['a health card, or none', { circle: aChild({ cards: ['own'] }) }, { circle: aChild({}) }, ['community']],
  [
    'where the child lives',
    { circle: aChild({ address: { city: 'Ottawa' } }) },
    { circle: aChild({ address: { noFixedAddress: true } }) },
    ['network', 'community'],
  ],
  ['a girl, or a boy', { circle: aChild({ gender: 'female' }) }, { circle: aChild({ gender: 'male' }) }, ['community']],
  [
    'a father who decides, or one whose role has ended',
    { circle: withFather({ legalRole: 'tap', telecom: [{ system: 'phone', value: '514 555-0188' }] }) },
    { circle: withFather({ period: { end: '2025-01-31' } }) },
    ['network', 'community'],
  ],
  ['a father in the circle, or none', { circle: withFather({}) }, {}, ['network', 'community']],
  ['a plan, or none', beside('action-plans', (child) => aPlan(`${child}-plan`, child)), {}, ['network', 'community']],
  [
    'a visit, or none',
    beside('contacts', (child) => ({ ...about(child, 'visite'), kind: 'visit', note: 'Elle a chanté.' })),
    {},
    ['network', 'community'],
  ],
  [
    'a shared assessment, or none',
    beside('shared-assessments', (child) => ({
      ...about(child, 'lecture'),
      kind: 'orientation',
      summary: 'Elle comprend beaucoup.',
      stresses: [{ class: 'crowded-home', words: 'Une chambre pour quatre.' }],
    })),
    {},
    ['network', 'community'],
  ],
  [
    'an enrolment, or none',
    beside('enrolments', (child) => ({
      ...about(child, 'inscription'),
      status: 'active',
      programme: 'centre-follow-up',
      period: { start: '2026-03' },
    })),
    {},
    ['network', 'community'],
  ],
  [
    'an internal note on the request, or another',
    { request: { note: 'un mot' } },
    { request: { note: 'un autre' } },
    ['network', 'community'],
  ],
  [
    'the reason of what is asked',
    { request: { reason: 'Peu de mots' } },
    { request: { reason: 'Autre chose' } },
    ['community'],
  ],
  [
    'which label restricts the request',
    { request: { labels: ['restricted'] } },
    { request: { labels: ['violence', 'mental-health'] } },
    ['network'],
  ],
  [
    'a label on the request, or on the whole file',
    { request: { labels: ['very-restricted'] } },
    { circle: aChild({ labels: ['family-asked'] }) },
    ['network'],
  ],
  [
    'under a label, why it is asked',
    { request: { labels: ['whereabouts'], reason: 'Peu de mots' } },
    { request: { labels: ['whereabouts'], reason: 'Autre chose' } },
    ['network'],
  ],
  ['a letter that its label keeps, or none', { letter: { labels: ['violence'] } }, {}, ['network']],
  [
    'a label on another request, or none',
    beside('service-referrals', (child) => notAsked(child, { labels: ['violence'] })),
    beside('service-referrals', (child) => notAsked(child, {})),
    ['network', 'community'],
  ],
];
