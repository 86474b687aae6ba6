import { ALL, agreement, BORN, type Case, invoked, MOTHER, permission, refusal, THE_CHILD, withdrawn } from './case.ts';
import { CHILD_NO, GROUNDS } from './refusals.ts';

const each = (it: Omit<Case, 'confirmed' | 'regimes' | 'disclosure'> & Pick<Partial<Case>, 'disclosure'>): Case => ({
  ...it,
  regimes: ALL,
  disclosure: { ...it.disclosure, unassessedElsewhere: true },
  confirmed: false,
});

const OTHER_PROVINCE = {
  'qc-lrsss': ['lrsss-elsewhere', 'design'],
  'qc-private': ['p-39.1-17', 'design'],
  'on-phipa': ['phipa-50', 'design'],
  'on-cyfsa-x': ['design'],
} as const satisfies Case['sources'];
const CLOSED = { decision: { deny: 'other-province' }, sources: OTHER_PROVINCE } as const;

/** To a partner of another province that the centre has not assessed. */
export const ELSEWHERE: readonly Case[] = [
  each({
    what: { fr: 'accord de la mère, inscrit sur la demande', en: 'agreement of the mother, written on the request' },
    bases: [agreement(MOTHER)],
    ...CLOSED,
  }),
  each({
    what: { fr: 'consentement écrit du jeune de 15 ans', en: 'written consent of the young person of 15' },
    bases: [permission(THE_CHILD)],
    disclosure: { birthDate: BORN.aged15 },
    ...CLOSED,
  }),
  each({
    what: {
      fr: 'rien n’est au dossier : l’accord à demander n’ouvrirait rien non plus',
      en: 'nothing is on record: the agreement to ask for would open nothing either',
    },
    bases: [],
    ...CLOSED,
  }),
  each({
    what: { fr: 'urgence invoquée, jusqu’à une heure dite', en: 'emergency invoked, until a stated time' },
    bases: [invoked('emergency')],
    decision: { permit: 'emergency' },
    sources: GROUNDS.emergency,
  }),
  each({
    what: { fr: 'urgence, plus que le nécessaire', en: 'emergency, more than is necessary' },
    bases: [invoked('emergency')],
    disclosure: { information: ['identity', 'school'] },
    decision: { deny: 'emergency-not-this' },
    sources: ['design'],
  }),
  each({
    what: { fr: 'ordonnance invoquée', en: 'order invoked' },
    bases: [invoked('order')],
    decision: { permit: 'order' },
    sources: GROUNDS.order,
  }),
  each({
    what: {
      fr: 'devoir de communiquer invoqué : il laisse le temps de demander',
      en: 'duty to communicate invoked: it leaves time to ask',
    },
    bases: [invoked('duty'), agreement(MOTHER)],
    ...CLOSED,
  }),
  each({
    what: {
      fr: 'l’enfant a dit non : c’est ce qui se dit d’abord',
      en: 'the child said no: that is what is told first',
    },
    bases: [agreement(MOTHER), refusal(THE_CHILD)],
    decision: { deny: 'child-refused' },
    sources: CHILD_NO,
  }),
  each({
    what: {
      fr: 'annulation nue, après un retrait : qui l’a reçue avant doit le savoir',
      en: 'bare cancellation, after a withdrawal: whoever received it before must know',
    },
    bases: [withdrawn(MOTHER, '2026-03-01')],
    disclosure: { what: 'bare-cancellation' },
    decision: { permit: 'bare-cancellation' },
    sources: ['design'],
  }),
];
