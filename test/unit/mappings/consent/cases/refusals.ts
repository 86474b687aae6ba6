import {
  ALL,
  agreement,
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
  refusal,
  TERMS,
  THE_CHILD,
  withdrawn,
} from './case.ts';

export const DISAGREE = {
  'qc-lrsss': ['ccq-600', 'design'],
  'qc-private': ['ccq-600', 'design'],
  'on-phipa': ['phipa-parents', 'design'],
  'on-cyfsa-x': ['cyfsa-parents', 'design'],
} as const satisfies Case['sources'];
export const CHILD_NO = {
  'qc-lrsss': ['lrsss-6', 'design'],
  'qc-private': ['p-39.1-14', 'design'],
  'on-phipa': ['phipa-consent', 'design'],
  'on-cyfsa-x': ['cyfsa-capacity', 'cyfsa-16', 'design'],
} as const satisfies Case['sources'];
export const GROUNDS = {
  emergency: {
    'qc-lrsss': ['lrsss-74'],
    'qc-private': ['p-39.1-18', 'p-39.1-18.1'],
    'on-phipa': ['phipa-40'],
    'on-cyfsa-x': ['cyfsa-292'],
  },
  order: {
    'qc-lrsss': ['lrsss-other-bases'],
    'qc-private': ['p-39.1-18'],
    'on-phipa': ['phipa-41'],
    'on-cyfsa-x': ['cyfsa-292'],
  },
  duty: {
    'qc-lrsss': ['lrsss-other-bases'],
    'qc-private': ['p-39.1-18'],
    'on-phipa': ['phipa-43'],
    'on-cyfsa-x': ['cyfsa-292'],
  },
} as const satisfies Readonly<Record<string, Case['sources']>>;

/** Who says no, and who says the contrary of another. */
export const REFUSALS: readonly Case[] = [
  each({
    what: { fr: 'le seul parent au dossier refuse', en: 'the only parent on record refuses' },
    regimes: ALL,
    bases: [refusal(MOTHER)],
    decision: { deny: 'refused' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'la mère consent, le père ne s’est pas prononcé',
      en: 'the mother consents, the father has said nothing',
    },
    regimes: ALL,
    bases: [permission(MOTHER)],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: { fr: 'la mère consent, le père refuse', en: 'the mother consents, the father refuses' },
    regimes: ALL,
    bases: [permission(MOTHER), refusal(FATHER)],
    decision: { deny: 'disagreement' },
    sources: DISAGREE,
  }),
  each({
    what: {
      fr: 'la mère et le père consentent, la mère retire',
      en: 'the mother and the father consent, the mother withdraws',
    },
    regimes: ALL,
    bases: [permission(FATHER), withdrawn(MOTHER, '2026-03-01')],
    decision: { deny: 'withdrawn' },
    sources: TERMS,
  }),
  each({
    what: {
      fr: 'la mère a retiré, le père consent ensuite',
      en: 'the mother withdrew, the father consents afterwards',
    },
    regimes: ALL,
    bases: [withdrawn(MOTHER, '2026-03-01'), permission(FATHER, { at: '2026-03-03' })],
    decision: { deny: 'disagreement' },
    sources: DISAGREE,
  }),
  each({
    what: {
      fr: 'la mère a retiré, puis consent de nouveau',
      en: 'the mother withdrew, then consents anew',
    },
    regimes: ALL,
    bases: [withdrawn(MOTHER, '2026-03-01'), permission(MOTHER, { at: '2026-03-03' })],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'la mère a retiré, le père consent ensuite, puis elle aussi',
      en: 'the mother withdrew, the father consents afterwards, and then she does',
    },
    regimes: ALL,
    bases: [
      withdrawn(MOTHER, '2026-03-01'),
      permission(FATHER, { at: '2026-03-03' }),
      permission(MOTHER, { ref: 'Consent/4', at: '2026-03-05' }),
    ],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'la mère a retiré et consent de nouveau à moins ; le père consent à tout',
      en: 'the mother withdrew and consents anew to less; the father consents to all',
    },
    regimes: ALL,
    bases: [
      withdrawn(MOTHER, '2026-03-01'),
      permission(FATHER, { at: '2026-03-03' }),
      permission(MOTHER, { ref: 'Consent/4', at: '2026-03-05', information: ['identity'] }),
    ],
    decision: { deny: 'disagreement' },
    sources: DISAGREE,
  }),
  each({
    what: {
      fr: 'la mère, dont l’autorité a pris fin, avait retiré ; le père consent ensuite',
      en: 'the mother, whose authority has ended, had withdrawn; the father consents afterwards',
    },
    regimes: ALL,
    bases: [withdrawn({ ...MOTHER, until: '2026-03-02' }, '2026-03-01'), permission(FATHER, { at: '2026-03-03' })],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'à 15 ans, le jeune a retiré son consentement, la mère consent ensuite',
      en: 'at 15 the young person withdrew their consent, the mother consents afterwards',
    },
    regimes: ['qc-private', ...ONTARIO],
    bases: [withdrawn(THE_CHILD, '2026-03-01'), permission(MOTHER, { at: '2026-03-03' })],
    disclosure: { birthDate: BORN.aged15 },
    decision: { deny: 'child-refused' },
    sources: CHILD_NO,
  }),
  each({
    what: {
      fr: 'à 15 ans, la mère a retiré, le jeune consent ensuite',
      en: 'at 15 the mother withdrew, the young person consents afterwards',
    },
    regimes: ALL,
    bases: [withdrawn(MOTHER, '2026-03-01'), permission(THE_CHILD, { at: '2026-03-03' })],
    disclosure: { birthDate: BORN.aged15 },
    decision: { permit: 'own-consent' },
    sources: CHILD,
  }),
  each({
    what: {
      fr: 'la même personne a permis et refusé : le refus tient tant qu’il n’est pas retiré',
      en: 'one person permitted and refused: the refusal holds until it is taken back',
    },
    regimes: ALL,
    bases: [permission(MOTHER, { at: '2026-03-01' }), refusal(MOTHER, { at: '2026-02-01' })],
    decision: { deny: 'disagreement' },
    sources: DISAGREE,
  }),
  each({
    what: {
      fr: 'le père, dont l’autorité a pris fin, avait refusé',
      en: 'the father, whose authority has ended, had refused',
    },
    regimes: ALL,
    bases: [permission(MOTHER), refusal({ ...FATHER, until: '2026-02-15' })],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: { fr: 'refus dans un autre but', en: 'refusal for another purpose' },
    regimes: ALL,
    bases: [permission(MOTHER), refusal(FATHER, { purpose: 'school-support' })],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'refus d’une sorte de renseignement que la demande ne montre pas',
      en: 'refusal of a kind of information that the request does not show',
    },
    regimes: ALL,
    bases: [permission(MOTHER), refusal(FATHER, { information: ['school'] })],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'refus d’une sorte de renseignement que la demande montre',
      en: 'refusal of a kind of information that the request shows',
    },
    regimes: ALL,
    bases: [permission(MOTHER), refusal(MOTHER, { information: ['identity', 'school'] })],
    decision: { deny: 'disagreement' },
    sources: DISAGREE,
  }),
  each({
    what: { fr: 'refus qui a pris fin', en: 'refusal that has ended' },
    regimes: ALL,
    bases: [permission(MOTHER), refusal(FATHER, { period: { end: '2026-03-09' } })],
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
  each({
    what: {
      fr: 'à 15 ans, le jeune consent et la mère refuse',
      en: 'at 15 the young person consents and the mother refuses',
    },
    regimes: ALL,
    bases: [permission(THE_CHILD), refusal(MOTHER)],
    disclosure: { birthDate: BORN.aged15 },
    decision: { permit: 'own-consent' },
    sources: CHILD,
  }),
  each({
    what: {
      fr: 'à 15 ans, la mère consent et le jeune refuse',
      en: 'at 15 the mother consents and the young person refuses',
    },
    regimes: ALL,
    bases: [permission(MOTHER), refusal(THE_CHILD)],
    disclosure: { birthDate: BORN.aged15 },
    decision: { deny: 'child-refused' },
    sources: CHILD_NO,
  }),
  each({
    what: {
      fr: 'à 13 ans, le jeune capable consent et la mère refuse',
      en: 'at 13 the capable young person consents and the mother refuses',
    },
    regimes: ONTARIO,
    bases: [permission(THE_CHILD), refusal(MOTHER)],
    disclosure: { birthDate: BORN.aged13 },
    decision: { permit: 'own-consent' },
    sources: CHILD,
  }),
  each({
    what: {
      fr: 'à 6 ans, l’enfant dit non et la mère consent : on en parle d’abord',
      en: 'at 6 the child says no and the mother consents: it is talked over first',
    },
    regimes: ALL,
    bases: [permission(MOTHER), refusal(THE_CHILD)],
    decision: { deny: 'child-refused' },
    sources: CHILD_NO,
  }),
  each({
    what: {
      fr: 'à 15 ans, le jeune l’a demandé seul, la mère consent',
      en: 'at 15 the young person asked for it alone, the mother consents',
    },
    regimes: ['qc-private', ...ONTARIO],
    bases: [permission(MOTHER)],
    disclosure: { birthDate: BORN.aged15, labels: ['asked-alone'] },
    decision: { deny: 'asked-alone' },
    sources: CHILD_NO,
  }),
  each({
    what: {
      fr: 'à 15 ans, le jeune l’a demandé seul et y consent',
      en: 'at 15 the young person asked for it alone and consents',
    },
    regimes: ALL,
    bases: [agreement(THE_CHILD)],
    disclosure: { birthDate: BORN.aged15, labels: ['asked-alone'] },
    decision: { permit: 'own-consent' },
    sources: CHILD,
  }),
  each({
    what: { fr: 'demande restreinte, la mère y consent', en: 'restricted request, the mother consents to it' },
    regimes: ALL,
    bases: [agreement(MOTHER)],
    disclosure: { labels: ['restricted'], purpose: 'rights-support' },
    decision: { permit: 'others-consent' },
    sources: OTHERS,
  }),
];

/** Bases that are no consent; a person names them. */
export const INVOKED: readonly Case[] = [
  ...(['emergency', 'order', 'duty'] as const).map((ground) =>
    each({
      what: {
        emergency: { fr: 'urgence invoquée, jusqu’à une heure dite', en: 'emergency invoked, until a stated time' },
        order: { fr: 'ordonnance invoquée', en: 'order invoked' },
        duty: { fr: 'devoir de communiquer invoqué', en: 'duty to communicate invoked' },
      }[ground],
      regimes: ALL,
      bases: [invoked(ground)],
      decision: { permit: ground },
      sources: GROUNDS[ground],
    }),
  ),
  each({
    what: { fr: 'urgence invoquée malgré un refus', en: 'emergency invoked despite a refusal' },
    regimes: ALL,
    bases: [invoked('emergency'), refusal(MOTHER)],
    decision: { permit: 'emergency' },
    sources: GROUNDS.emergency,
  }),
  each({
    what: { fr: 'urgence dont l’heure est passée', en: 'emergency whose time is over' },
    regimes: ALL,
    bases: [invoked('emergency', { until: '2026-03-10T11:59:59-04:00' })],
    decision: { deny: 'expired' },
    sources: TERMS,
  }),
  each({
    what: { fr: 'urgence sans fin dite', en: 'emergency without a stated end' },
    regimes: ALL,
    bases: [{ kind: 'invoked', ref: 'emergency 1', recipient: 'clsc', ground: 'emergency', at: '2026-03-10' }],
    decision: { deny: 'emergency-without-end' },
    sources: ['design'],
  }),
  each({
    what: { fr: 'urgence, demande juridique restreinte', en: 'emergency, restricted legal request' },
    regimes: ALL,
    bases: [invoked('emergency')],
    disclosure: { labels: ['restricted'] },
    decision: { deny: 'emergency-not-this' },
    sources: ['design'],
  }),
  each({
    what: { fr: 'urgence, ce que le jeune a demandé seul', en: 'emergency, what the young person asked for alone' },
    regimes: ALL,
    bases: [invoked('emergency')],
    disclosure: { birthDate: BORN.aged15, labels: ['asked-alone'] },
    decision: { deny: 'emergency-not-this' },
    sources: ['design'],
  }),
  each({
    what: { fr: 'urgence, plus que le nécessaire', en: 'emergency, more than is necessary' },
    regimes: ALL,
    bases: [invoked('emergency')],
    disclosure: { information: ['identity', 'school'] },
    decision: { deny: 'emergency-not-this' },
    sources: ['design'],
  }),
  each({
    what: { fr: 'ordonnance pour un autre destinataire', en: 'order for another recipient' },
    regimes: ALL,
    bases: [invoked('order', { recipient: 'hopital' })],
    decision: { deny: 'no-basis' },
    sources: TERMS,
  }),
];
