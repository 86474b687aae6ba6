import {
  ALL,
  BORN,
  type Case,
  CHILD,
  each,
  FATHER,
  invoked,
  MOTHER,
  ONTARIO,
  OTHERS,
  permission,
  QUEBEC,
  refusal,
  TERMS,
  THE_CHILD,
  TUTOR,
  withdrawn,
} from './case.ts';
import { DISAGREE, GROUNDS } from './refusals.ts';

/** Whose no counts, from when, and what takes it back. */
export const WHOSE_NO: readonly Case[] = [
  each({
    what: { fr: 'refus qui commence demain', en: 'refusal that begins tomorrow' },
    regimes: ALL,
    bases: [permission(MOTHER), refusal(FATHER, { period: { start: '2026-03-11' } })],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'la mère a retiré ce qu’elle permettait dans un autre but, le père consent',
      en: 'the mother withdrew what she permitted for another purpose, the father consents',
    },
    regimes: ALL,
    bases: [withdrawn(MOTHER, '2026-03-01', { purpose: 'school-support' }), permission(FATHER)],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'la mère a retiré le consentement du père, qui consent ensuite',
      en: 'the mother withdrew the father’s consent, and he consents afterwards',
    },
    regimes: ALL,
    bases: [
      withdrawn(FATHER, '2026-03-01', { withdrawal: { at: '2026-03-01', by: MOTHER } }),
      permission(FATHER, { ref: 'Consent/4', at: '2026-03-03' }),
    ],
    decision: { deny: 'disagreement' },
    sources: DISAGREE,
  }),
  each({
    what: {
      fr: 'une tutrice, dont la charge a pris fin, avait retiré le consentement du père, qui consent ensuite',
      en: 'a tutor, whose office has ended, had withdrawn the father’s consent, and he consents afterwards',
    },
    regimes: ALL,
    bases: [
      withdrawn(FATHER, '2026-03-01', { withdrawal: { at: '2026-03-01', by: { ...TUTOR, until: '2026-03-02' } } }),
      permission(FATHER, { ref: 'Consent/4', at: '2026-03-03' }),
    ],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'la mère a retiré ; une permission d’elle, plus ancienne, est encore au dossier ; le père consent ensuite',
      en: 'the mother withdrew; an older permission of hers is still on record; the father consents afterwards',
    },
    regimes: ALL,
    bases: [
      withdrawn(MOTHER, '2026-03-01'),
      permission(MOTHER, { ref: 'Consent/4', at: '2026-02-10' }),
      permission(FATHER, { at: '2026-03-03' }),
    ],
    decision: { deny: 'disagreement' },
    sources: DISAGREE,
  }),
  each({
    what: {
      fr: 'la mère a retiré, le père consent ensuite ; ce qu’elle avait permis de nouveau n’a plus cours, sans que le dossier dise depuis quand',
      en: 'the mother withdrew, the father consents afterwards; what she had permitted anew is no longer in force, and the record does not say since when',
    },
    regimes: ALL,
    bases: [
      withdrawn(MOTHER, '2026-03-01'),
      permission(FATHER, { at: '2026-03-03' }),
      permission(MOTHER, { ref: 'Consent/4', at: '2026-03-05', status: 'withdrawn' }),
    ],
    decision: { deny: 'disagreement' },
    sources: DISAGREE,
  }),
  each({
    what: {
      fr: 'quelqu’un que le dossier ne connaît pas a retiré, quelqu’un qu’il ne connaît pas permet, le père consent ensuite : on ne sait pas si c’est la même personne',
      en: 'somebody unknown to the record withdrew, somebody unknown to it permits, the father consents afterwards: nobody knows whether that is the same person',
    },
    regimes: ALL,
    bases: [
      withdrawn({ kind: 'other' }, '2026-03-01'),
      permission({ kind: 'other' }, { ref: 'Consent/4', at: '2026-03-03' }),
      permission(FATHER, { at: '2026-03-05' }),
    ],
    decision: { deny: 'disagreement' },
    sources: DISAGREE,
  }),
  each({
    what: {
      fr: 'à 15 ans, le jeune a consenti, la mère retire ensuite ce qu’elle permettait',
      en: 'at 15 the young person consented, the mother then withdraws what she permitted',
    },
    regimes: ALL,
    bases: [permission(THE_CHILD), withdrawn(MOTHER, '2026-03-01')],
    disclosure: { birthDate: BORN.aged15 },
    decision: { permit: 'own-consent' },
    sources: CHILD,
  }),
  each({
    what: {
      fr: 'à 15 ans, le jeune a consenti deux fois, puis retiré l’un des deux consentements',
      en: 'at 15 the young person consented twice, then withdrew one of the two consents',
    },
    regimes: ALL,
    bases: [permission(THE_CHILD), withdrawn(THE_CHILD, '2026-03-01')],
    disclosure: { birthDate: BORN.aged15 },
    decision: { deny: 'withdrawn' },
    sources: TERMS,
  }),
  each({
    what: {
      fr: '18 ans aujourd’hui, la mère refuse : ce n’est plus à elle de le dire',
      en: 'aged 18 today, the mother refuses: it is no longer hers to say',
    },
    regimes: ALL,
    bases: [refusal(MOTHER)],
    disclosure: { birthDate: BORN.aged18today },
    decision: { deny: 'no-basis' },
    sources: TERMS,
  }),
  each({
    what: {
      fr: 'consentement dont on ne sait que l’année, d’une tutrice qui le devient le mois prochain',
      en: 'consent of which only the year is known, of a tutor who becomes one next month',
    },
    regimes: ALL,
    bases: [permission({ ...TUTOR, from: '2026-04' }, { at: '2026' })],
    decision: { deny: 'role-ended' },
    sources: {
      'qc-lrsss': ['lrsss-6', 'design'],
      'qc-private': ['p-39.1-14', 'design'],
      'on-phipa': ['phipa-consent', 'design'],
      'on-cyfsa-x': ['cyfsa-16', 'design'],
    },
  }),
  each({
    what: {
      fr: 'dans le réseau de la santé, sans dire comment le consentement a été donné',
      en: 'within health care, without saying how the consent was given',
    },
    regimes: ONTARIO,
    bases: [permission(MOTHER, { how: undefined } as never)],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'organisme communautaire, sans dire comment le consentement a été donné : cette loi ne le demande pas',
      en: 'community organization, without saying how the consent was given: this law does not ask for it',
    },
    regimes: QUEBEC,
    bases: [permission(MOTHER, { how: undefined } as never)],
    disclosure: { inHealthCare: false },
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: '16 ans aujourd’hui, demande en cours, la mère y avait consenti : cette loi ne laisse aucun délai',
      en: 'aged 16 today, request under way, the mother had consented to it: this law leaves no time',
    },
    regimes: ONTARIO,
    bases: [permission(MOTHER)],
    disclosure: { birthDate: BORN.aged16today, underWaySince: '2026-02-02' },
    decision: { deny: 'young-person-decides' },
    sources: CHILD,
  }),
  each({
    what: {
      fr: '14 ans aujourd’hui, le jeune avait consenti hier, tard le soir : c’est le jour du centre qui compte',
      en: 'aged 14 today, the young person consented late last evening: the day at the centre counts',
    },
    regimes: QUEBEC,
    bases: [permission(THE_CHILD, { at: '2026-03-10T03:30:00Z' })],
    disclosure: { birthDate: BORN.aged14today },
    decision: { deny: 'too-young' },
    sources: CHILD,
  }),
  each({
    what: {
      fr: 'né un 29 février, le 28 février de l’année de ses 14 ans : le jeune a encore 13 ans',
      en: 'born on 29 February, on 28 February of the year of turning 14: the young person is still 13',
    },
    regimes: QUEBEC,
    bases: [permission(THE_CHILD, { at: '2026-02-28T09:00:00-05:00' })],
    disclosure: { birthDate: '2012-02-29' },
    at: '2026-02-28T12:00:00-05:00',
    decision: { deny: 'too-young' },
    sources: CHILD,
  }),
];

/** What an order opens is what it says, as a consent does; and what an emergency opens. */
export const INVOKED_FOR: readonly Case[] = [
  each({
    what: { fr: 'urgence, la santé et le cercle', en: 'emergency, health and circle' },
    regimes: ALL,
    bases: [invoked('emergency')],
    disclosure: { information: ['identity', 'circle', 'health'] },
    decision: { permit: 'emergency' },
    sources: GROUNDS.emergency,
  }),
  each({
    what: {
      fr: 'ordonnance invoquée sous la loi de l’autre province',
      en: 'order invoked under the other province’s law',
    },
    regimes: QUEBEC,
    bases: [invoked('order', { regime: 'on-phipa' })],
    decision: { deny: 'other-regime' },
    sources: ['design'],
  }),
  each({
    what: { fr: 'ordonnance dans un autre but', en: 'order for another purpose' },
    regimes: ALL,
    bases: [invoked('order', { purpose: 'school-support' })],
    decision: { deny: 'other-purpose' },
    sources: TERMS,
  }),
  each({
    what: {
      fr: 'ordonnance pour moins de renseignements que ce qui serait montré',
      en: 'order for less information than would be shown',
    },
    regimes: ALL,
    bases: [invoked('order', { information: ['identity'] })],
    decision: { deny: 'other-information' },
    sources: TERMS,
  }),
  each({
    what: { fr: 'ordonnance qui ne vaut qu’à partir de demain', en: 'order that holds from tomorrow only' },
    regimes: ALL,
    bases: [invoked('order', { at: '2026-03-11', until: '2026-03-12' })],
    decision: { deny: 'not-yet' },
    sources: TERMS,
  }),
];
