import type { Bilingual } from '../../profiles/codes.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';

/** What a route is about, for the roles of a centre: a concept, or a list that tells of several. */
export type Area = keyof typeof CONCEPT_PLURALS | keyof typeof LISTS;

/** What is not one concept. Whoever sees one of these sees what it tells, whichever concept it is of; but requests, which are cut by kind. */
const LISTS = {
  children: { fr: 'trouver un enfant', en: 'find a child' },
  requests: {
    fr: 'les demandes d’un enfant, leurs réponses, pages et liens',
    en: 'a child’s requests, their answers, pages and links',
  },
  'legal-referral-exists': {
    fr: 'qu’il y a une référence juridique, si l’enfant ou sa famille le permettent',
    en: 'that there is a legal referral, if the child’s side allows it',
  },
  course: { fr: 'le parcours d’un enfant', en: 'a child’s course' },
  changes: { fr: 'ce qui a changé au centre', en: 'what changed at the centre' },
  ledger: { fr: 'qui porte chaque besoin, jour par jour', en: 'who holds each need, day by day' },
  indicators: {
    fr: 'les indicateurs publiés du centre, sans personne dedans',
    en: 'the centre’s published indicators, with nobody in them',
  },
  watch: { fr: 'ce qui demande une personne, selon la vigie', en: 'what asks for a person, says the watch' },
  inbound: { fr: 'ce que des partenaires demandent et disent', en: 'what partners ask and say' },
  exchange: { fr: 'où en est un envoi que l’on a fait', en: 'where something that one sent stands' },
  'set-aside': { fr: 'ce qui a été mis de côté', en: 'what was set aside' },
  record: { fr: 'le dossier par la façade FHIR', en: 'the record through the FHIR facade' },
  retention: { fr: 'la conservation et la destruction des dossiers', en: 'retention and destruction of files' },
  incidents: { fr: 'le registre des incidents de confidentialité', en: 'the register of confidentiality incidents' },
  'existence-refusals': {
    fr: 'qui ne doit pas savoir qu’un dossier existe',
    en: 'who may not know that a file exists',
  },
  'break-glass': { fr: 'l’accès d’urgence, pour qui y est nommé', en: 'emergency access, for whoever is named' },
  'break-glass-review': { fr: 'les accès d’urgence à relire', en: 'emergency accesses to sign off' },
  ties: {
    fr: 'à quels autres centres un enfant est aussi suivi, là où les deux le disent',
    en: 'at which other centres a child is also followed, where both say so',
  },
  register: { fr: 'le registre des accès et des communications', en: 'the register of accesses and disclosures' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const AREAS: readonly Area[] = [...keysOf(CONCEPT_PLURALS), ...keysOf(LISTS)];

interface RoleRow extends Bilingual {
  /** Also reads. */
  readonly writes: readonly Area[];
  readonly reads: readonly Area[];
}

const CARE = [
  'care-circle',
  'shared-assessment',
  'action-plan',
  'social-prescription',
  'service-referral',
  'contact',
  'appointment',
  'consent',
  'outcome-evaluation',
  'enrolment',
  'request-note',
  'letter',
  'resource',
] as const satisfies readonly Area[];

/**
 * What a person of the centre may do, whatever the scopes: an allow-list, so that a new concept or list is nobody's until it stands here.
 * Clinical staff are in no list that would show that there is a legal referral, but `legal-referral-exists`, which says that and only where the
 * child’s side allows it; those of the legal pillar see no clinical notes. In `requests`, `course` and `ledger` each sees the kinds of request that they may see one by one, and nothing that is about another.
 */
export const ROLES = {
  pivot: {
    fr: 'personne pivot ou coordination',
    en: 'pivot or coordination',
    writes: [
      ...CARE,
      'legal-referral',
      'mother-file',
      'children',
      'requests',
      'course',
      'changes',
      'ledger',
      'watch',
      'inbound',
      'exchange',
      'set-aside',
      'record',
      'break-glass-review',
      'existence-refusals',
      'ties',
    ],
    reads: ['register', 'indicators', 'break-glass'],
  },
  clinical: {
    fr: 'personnel clinique et psychosocial',
    en: 'clinical and psychosocial staff',
    writes: [...CARE, 'children', 'requests', 'inbound', 'exchange'],
    reads: ['course', 'ledger', 'legal-referral-exists', 'break-glass', 'ties'],
  },
  legal: {
    fr: 'volet juridique',
    en: 'legal pillar',
    writes: ['legal-referral', 'consent', 'requests', 'exchange'],
    reads: ['care-circle', 'children', 'resource', 'break-glass'],
  },
  reception: {
    fr: 'accueil',
    en: 'reception',
    writes: ['enrolment', 'appointment', 'exchange'],
    reads: ['children', 'care-circle', 'resource', 'break-glass'],
  },
  privacy: {
    fr: 'responsable de la protection des renseignements personnels',
    en: 'privacy officer',
    writes: ['retention', 'incidents', 'break-glass-review', 'existence-refusals', 'ties'],
    reads: ['register', 'consent', 'exchange', 'set-aside', 'indicators'],
  },
} as const satisfies Readonly<Record<string, RoleRow>>;

export type Role = keyof typeof ROLES;

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);

/** Whether a role may read, or write, what an area is about. */
export function roleMay(role: Role, area: Area, act: 'read' | 'write'): boolean {
  const { writes, reads }: RoleRow = ROLES[role];
  return writes.includes(area) || (act === 'read' && reads.includes(area));
}

function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table).filter((key): key is K => Object.hasOwn(table, key));
}
