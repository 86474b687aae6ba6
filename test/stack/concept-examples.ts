export type Changes = Readonly<Record<string, unknown>>;

/** A circle that is enough for the tests of order and durability; content that matters to a test is given by it. */
export const aCircle = (id: string, child: string, changes: Changes = {}): Changes => ({
  id,
  version: 1,
  centre: 'hochelaga',
  happenedAt: '2026-11-20T10:00:00-05:00',
  child: { id: child, name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2023-05-04' },
  members: [
    { kind: 'family', id: 'maman', name: { text: 'Lan' }, kinship: 'MTH', legalRole: 'tap' },
    { kind: 'professional', id: `pivot-${child}`, name: "Dre Hélène d'Arcy-Côté", pillar: 'medicine' },
  ],
  pivot: `pivot-${child}`,
  ...changes,
});

export const aPlan = (id: string, child: string, changes: Changes = {}): Changes => ({
  id,
  version: 1,
  centre: 'hochelaga',
  child: { id: child },
  happenedAt: '2026-11-20T11:00:00-05:00',
  goals: [{ id: 'parler', words: 'Qu’elle puisse se faire comprendre', expressedBy: { kind: 'member', id: 'maman' } }],
  ...changes,
});

/** A referral to a CLSC, agreed with the mother. */
export const aReferral = (id: string, child: string, changes: Changes = {}): Changes => ({
  id,
  version: 1,
  centre: 'hochelaga',
  child: { id: child },
  happenedAt: '2026-11-21T09:00:00-05:00',
  programme: 'clsc',
  service: 'speech-therapy',
  what: 'Évaluation du langage',
  reason: 'Peu de mots à trois ans',
  recipient: 'clsc-hochelaga',
  safeContact: { through: 'centre' },
  agreements: [anAgreement('clsc-hochelaga')],
  ...changes,
});

export const anAgreement = (recipient: string): Changes => ({
  recipient,
  by: { kind: 'member', id: 'maman' },
  at: '2026-11-20',
  how: 'oral',
});

export const aLegalReferral = (id: string, child: string, changes: Changes = {}): Changes => ({
  id,
  version: 1,
  centre: 'hochelaga',
  child: { id: child },
  happenedAt: '2026-11-21T09:30:00-05:00',
  mandate: 'representation',
  rights: [{ article: 27 }, { article: 12, words: 'Être entendue' }],
  bindingDate: '2026-12-15T09:30:00-05:00',
  conflictCheckNames: ['Gestion Immobilière Invention inc.'],
  facts: 'Logement insalubre depuis septembre',
  recipient: 'avocate-mediatrice',
  safeContact: {
    through: 'person',
    person: 'Lan',
    means: 'telephone',
    number: '514 555-0199',
    when: 'le matin',
    mustNot: ['laisser de message'],
  },
  agreements: [anAgreement('avocate-mediatrice')],
  ...changes,
});

export const anIncident = (child: string, changes: Changes = {}): Changes => ({
  happenedFrom: '2026-11-20',
  knownOn: '2026-11-21',
  information: 'Contact sûr',
  circumstances: 'Une page partie au mauvais télécopieur',
  people: 2,
  files: [child],
  seriousRisk: true,
  riskBecause: 'On peut y joindre la mère',
  notices: [{ to: 'people', on: '2026-11-21' }],
  measures: 'La page est détruite',
  ...changes,
});

export const anAnswer = (what: string, changes: Changes = {}): Changes => ({
  what,
  happenedAt: '2026-11-22T00:30:00-05:00',
  saidBy: 'Mme Tremblay',
  recordedBy: 'la coordonnatrice',
  channel: 'telephone',
  ...changes,
});

/** The mother lets another centre (`otherCentre`) know that the child is followed. */
export const aConsentToTie = (id: string, child: string, changes: Changes = {}): Changes => ({
  id,
  version: 1,
  centre: 'hochelaga',
  child: { id: child },
  happenedAt: '2026-11-20',
  by: { kind: 'member', id: 'maman' },
  decision: 'permit',
  purpose: 'coordination',
  information: ['identity'],
  regime: 'qc-private',
  how: 'written',
  ...changes,
});
