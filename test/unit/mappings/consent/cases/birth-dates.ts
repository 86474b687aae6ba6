import { ALL, type Case, CHILD, MOTHER, ONTARIO, OTHERS, permission, THE_CHILD } from './case.ts';

/** Undefined is what a record without a birth date gives. */
const of = (birthDate: string | undefined) => ({ birthDate }) as NonNullable<Case['disclosure']>;

const ADULT = {
  'qc-lrsss': ['qc-majority'],
  'qc-private': ['qc-majority'],
  'on-phipa': ['phipa-consent'],
  'on-cyfsa-x': ['cyfsa-over-16'],
} as const satisfies Case['sources'];

/** A birth date that is partial or not known is decided for every date that it may mean; the strictest holds. */
export const BIRTH_DATES: readonly Case[] = [
  {
    what: {
      fr: 'né en 2019, sans mois : moins de 14 ans de toute façon, la mère consent',
      en: 'born in 2019, no month: under 14 in any case, the mother consents',
    },
    regimes: ALL,
    bases: [permission(MOTHER)],
    disclosure: of('2019'),
    decision: { permit: 'others-consent' },
    sources: OTHERS,
    confirmed: false,
  },
  {
    what: { fr: 'né en 2012, 13 ou 14 ans, la mère consent', en: 'born in 2012, aged 13 or 14, the mother consents' },
    regimes: ['qc-lrsss'],
    bases: [permission(MOTHER)],
    disclosure: of('2012'),
    decision: { deny: 'young-person-decides' },
    sources: ['lrsss-6'],
    confirmed: false,
  },
  {
    what: {
      fr: 'né en 2012, 13 ou 14 ans, le jeune consent',
      en: 'born in 2012, aged 13 or 14, the young person consents',
    },
    regimes: ['qc-lrsss', 'qc-private'],
    bases: [permission(THE_CHILD, { at: '2026-03-10' })],
    disclosure: of('2012'),
    decision: { deny: 'too-young' },
    sources: CHILD,
    confirmed: false,
  },
  {
    what: {
      fr: 'né en 2012, 13 ou 14 ans, la mère et le jeune consentent',
      en: 'born in 2012, aged 13 or 14, the mother and the young person consent',
    },
    regimes: ['qc-lrsss'],
    bases: [permission(MOTHER), permission(THE_CHILD, { at: '2026-03-10' })],
    disclosure: of('2012'),
    decision: { permit: 'others-consent' },
    sources: ['lrsss-6'],
    confirmed: false,
  },
  {
    what: {
      fr: 'né en 2012, la mère et le jeune ont consenti en février : il avait peut-être encore 13 ans',
      en: 'born in 2012, the mother and the young person consented in February: they may still have been 13',
    },
    regimes: ['qc-lrsss'],
    bases: [permission(MOTHER), permission(THE_CHILD)],
    disclosure: of('2012'),
    decision: { deny: 'young-person-decides' },
    sources: ['lrsss-6'],
    confirmed: false,
  },
  {
    what: { fr: 'né en mars 2012, sans jour, la mère consent', en: 'born in March 2012, no day, the mother consents' },
    regimes: ['qc-lrsss'],
    bases: [permission(MOTHER)],
    disclosure: of('2012-03'),
    decision: { deny: 'young-person-decides' },
    sources: ['lrsss-6'],
    confirmed: false,
  },
  {
    what: { fr: 'né en avril 2012, sans jour, la mère consent', en: 'born in April 2012, no day, the mother consents' },
    regimes: ['qc-lrsss'],
    bases: [permission(MOTHER)],
    disclosure: of('2012-04'),
    decision: { permit: 'others-consent' },
    sources: ['lrsss-6'],
    confirmed: false,
  },
  {
    what: { fr: 'né en 2010, 15 ou 16 ans, la mère consent', en: 'born in 2010, aged 15 or 16, the mother consents' },
    regimes: ONTARIO,
    bases: [permission(MOTHER)],
    disclosure: of('2010'),
    decision: { deny: 'young-person-decides' },
    sources: CHILD,
    confirmed: false,
  },
  {
    what: { fr: 'né en 2008, 17 ou 18 ans, la mère consent', en: 'born in 2008, aged 17 or 18, the mother consents' },
    regimes: ALL,
    bases: [permission(MOTHER)],
    disclosure: of('2008'),
    decision: { deny: 'adult-decides' },
    sources: ADULT,
    confirmed: false,
  },
  {
    what: { fr: 'date de naissance inconnue, la mère consent', en: 'birth date unknown, the mother consents' },
    regimes: ALL,
    bases: [permission(MOTHER)],
    disclosure: of(undefined),
    decision: { deny: 'adult-decides' },
    sources: ADULT,
    confirmed: false,
  },
  {
    what: {
      fr: 'date de naissance inconnue, la mère et le jeune consentent',
      en: 'birth date unknown, the mother and the young person consent',
    },
    regimes: ['qc-lrsss', 'qc-private'],
    bases: [permission(MOTHER), permission(THE_CHILD, { at: '2026-03-10' })],
    disclosure: of(undefined),
    decision: { permit: 'others-consent' },
    sources: OTHERS,
    confirmed: false,
  },
  {
    what: {
      fr: 'date de naissance inconnue, le jeune capable consent',
      en: 'birth date unknown, the capable young person consents',
    },
    regimes: ONTARIO,
    bases: [permission(THE_CHILD)],
    disclosure: of(undefined),
    decision: { permit: 'own-consent' },
    sources: CHILD,
    confirmed: false,
  },
];
