import type { Bilingual } from '../codes.ts';

type CodeTable = Readonly<Record<string, Bilingual>>;

/** Purposes for which HL7’s v3-ActReason has a code that truly fits, read in the code system itself: `TREAT`, `COC`. */
export const HEALTH_PURPOSES = {
  care: { fr: 'Soins', en: 'Care', actReason: 'TREAT', display: 'treatment' },
  coordination: {
    fr: 'Coordination des soins et des services',
    en: 'Coordination of care and services',
    actReason: 'COC',
    display: 'coordination of care',
  },
} as const satisfies Readonly<Record<string, Bilingual & { readonly actReason: string; readonly display: string }>>;

/** Purposes that no code of others fits. */
export const SUPPORT_PURPOSES = {
  'community-support': { fr: 'Soutien par la communauté', en: 'Support by the community' },
  'school-support': { fr: 'Soutien à l’école', en: 'Support at school' },
  'rights-support': { fr: 'Soutien des droits de l’enfant', en: 'Support of the child’s rights' },
} as const satisfies CodeTable;

/** Why information may be shown: a consent has one purpose. */
export const CONSENT_PURPOSES = { ...HEALTH_PURPOSES, ...SUPPORT_PURPOSES } as const satisfies CodeTable;

/** What may be shown, in words that a family and a privacy officer both understand. */
export const INFORMATION_KINDS = {
  identity: { fr: 'Qui est l’enfant', en: 'Who the child is' },
  'safe-contact': { fr: 'Comment joindre la famille sans danger', en: 'How to reach the family safely' },
  circle: { fr: 'Le cercle de l’enfant', en: 'The child’s circle' },
  request: { fr: 'La demande et sa raison', en: 'The request and its reason' },
  strengths: { fr: 'Les forces', en: 'Strengths' },
  development: { fr: 'Le développement', en: 'Development' },
  health: { fr: 'La santé', en: 'Health' },
  psychosocial: { fr: 'La situation psychosociale', en: 'The psychosocial situation' },
  school: { fr: 'L’école', en: 'School' },
  rights: { fr: 'Les droits de l’enfant', en: 'The child’s rights' },
  plan: { fr: 'Le plan d’action et ses buts', en: 'The action plan and its goals' },
  'follow-up': { fr: 'Les rendez-vous et le suivi', en: 'Appointments and follow-up' },
  outcomes: { fr: 'Ce que le service a changé', en: 'What the service changed' },
  /** Said to the centre’s own staff only: a partner is shown a request, never that there is one. */
  'legal-referral-exists': {
    fr: 'Qu’il y a une référence juridique, et rien d’autre',
    en: 'That there is a legal referral, and nothing else',
  },
} as const satisfies CodeTable;

/** The law under which a consent was given; which one applies is the centre’s configuration (fhir.md §6). */
export const CONSENT_REGIMES = {
  'qc-lrsss': {
    fr: 'Québec : Loi sur les renseignements de santé et de services sociaux',
    en: 'Québec: Act respecting health and social services information',
  },
  'qc-private': {
    fr: 'Québec : protection des renseignements personnels dans le secteur privé (P-39.1)',
    en: 'Québec: protection of personal information in the private sector (P-39.1)',
  },
  'on-phipa': {
    fr: 'Ontario : Loi de 2004 sur la protection des renseignements personnels sur la santé',
    en: 'Ontario: Personal Health Information Protection Act, 2004',
  },
  'on-cyfsa-x': {
    fr: 'Ontario : partie X de la loi de 2017 sur les services à l’enfance, à la jeunesse et à la famille',
    en: 'Ontario: Part X of the Child, Youth and Family Services Act, 2017',
  },
} as const satisfies CodeTable;

/** How a person said yes, no, or no longer. */
export const SAID_HOW = {
  oral: { fr: 'de vive voix', en: 'orally' },
  written: { fr: 'par écrit', en: 'in writing' },
} as const satisfies CodeTable;

/** What lets information be shown without a consent. A person invokes it; nothing chooses it. */
export const DISCLOSURE_GROUNDS = {
  emergency: { fr: 'Urgence', en: 'Emergency' },
  order: { fr: 'Ordonnance d’un tribunal', en: 'Court order' },
  duty: { fr: 'Devoir de communiquer', en: 'Duty to communicate' },
} as const satisfies CodeTable;

/** Provisions on which a ground may rest; a closed list, so that nothing is written of a report or a file that has no place here. */
export const LEGAL_PROVISIONS = {
  'lrsss-74': { fr: 'LRSSS (R-22.1), art. 74', en: 'LRSSS (R-22.1), s. 74' },
  'lrsss-other-bases': {
    fr: 'LRSSS (R-22.1), article à trouver par un juriste',
    en: 'LRSSS (R-22.1), section for a lawyer to find',
  },
  'p-39.1-18': { fr: 'P-39.1, art. 18', en: 'P-39.1, s. 18' },
  'p-39.1-18.1': { fr: 'P-39.1, art. 18.1', en: 'P-39.1, s. 18.1' },
  'phipa-40': { fr: 'LPRPS de l’Ontario, par. 40 (1)', en: 'PHIPA, s. 40 (1)' },
  'phipa-41': { fr: 'LPRPS de l’Ontario, sous-al. 41 (1) d) (i)', en: 'PHIPA, s. 41 (1) (d) (i)' },
  'phipa-43': { fr: 'LPRPS de l’Ontario, al. 43 (1) h)', en: 'PHIPA, s. 43 (1) (h)' },
  'cyfsa-292': {
    fr: 'LSEJF, art. 292 (guide du CIPVP : divulgation sans consentement)',
    en: 'CYFSA, s. 292 (IPC guide: disclosure without consent)',
  },
} as const satisfies CodeTable;

export type LegalProvision = keyof typeof LEGAL_PROVISIONS;
