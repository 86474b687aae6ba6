import { TOXIC_STRESSES } from './codes/assessment.ts';
import {
  type Bilingual,
  type BUSINESS_STATUSES,
  type GOAL_CATEGORIES,
  LEGAL_MANDATES,
  NETWORK_SERVICES,
  PRESCRIPTION_KINDS,
} from './codes.ts';
import {
  BSER_STATUSES,
  type GravityDomain,
  PRESCRIPTION_DOMAINS,
  SNOMED_REFERRALS,
  TASK_STATUSES,
} from './foreign-codes.ts';

/** A CodeSystem at one end of a map; ours by its id, another’s by its URL. */
export type MapEnd = { readonly ours: string } | { readonly url: string };

/** How wide the target is beside the source, as R4 has it (`wider`: the target says less precisely what the source says). */
export interface Match {
  readonly to: string;
  readonly as: 'equivalent' | 'wider' | 'narrower';
  /** Required where the target is narrower. */
  readonly comment?: Bilingual;
}

/** A source code without a match is `unmatched`, and says why. */
export type Matches = readonly Match[] | { readonly unmatched: Bilingual };

export interface ConceptMapOfOurs {
  /** Last part of the canonical URL. */
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly source: MapEnd;
  readonly target: MapEnd;
  /** Every code of the source. */
  readonly codes: Readonly<Record<string, Matches>>;
  /** Words of the target’s codes, where they were read. */
  readonly targetWords?: Readonly<Record<string, string>>;
}

export const BSER = 'http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS';
export const TASK_STATUS = 'http://hl7.org/fhir/task-status';
const GRAVITY = 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes';
const SNOMED = 'http://snomed.info/sct';

type TaskStatus = keyof typeof TASK_STATUSES;
type Bser = keyof typeof BSER_STATUSES;

const same = (to: string): Matches => [{ to, as: 'equivalent' }];
const wider = (to: string): Matches => [{ to, as: 'wider' }];
const none = (fr: string, en: string): Matches => ({ unmatched: { fr, en } });

const BY_TASK_STATUS = none('Se dit par Task.status seul.', 'Said by Task.status alone.');
const NOT_IN_BSER = none('BSeR n’a pas de code pour cela.', 'BSeR has no code for this.');
const NO_DOMAIN = none('Aucun domaine de Gravity ne le dit.', 'No domain of Gravity says it.');
const NO_VERIFIED_CODE = none('Aucun code vérifié ne le dit.', 'No verified code says it.');

const businessToTask: Readonly<Record<keyof typeof BUSINESS_STATUSES, TaskStatus | undefined>> = {
  acknowledged: 'received',
  accepted: 'accepted',
  declined: 'rejected',
  waitlisted: 'accepted',
  scheduled: 'accepted',
  started: 'in-progress',
  'no-show': 'accepted',
  'awaiting-information': 'on-hold',
  completed: 'completed',
  failed: 'failed',
  // Accepted work goes on until the recipient answers.
  'cancel-requested': undefined,
  cancelled: 'cancelled',
  // Whatever the state: the loop is closed by it.
  'family-told': undefined,
};

const businessToBser: Readonly<Record<keyof typeof BUSINESS_STATUSES, Bser | undefined>> = {
  acknowledged: undefined,
  accepted: '3.0',
  declined: '4.0',
  waitlisted: undefined,
  scheduled: '5.1.1',
  started: undefined,
  'no-show': '5.1.2',
  'awaiting-information': undefined,
  completed: '7.0',
  failed: undefined,
  'cancel-requested': '5.2',
  cancelled: '6.0',
  'family-told': undefined,
};

const taskToBser: Readonly<Record<TaskStatus, Bser | undefined>> = {
  draft: undefined,
  requested: '2.0',
  received: undefined,
  accepted: '3.0',
  'in-progress': undefined,
  'on-hold': undefined,
  rejected: '4.0',
  completed: '7.0',
  failed: undefined,
  cancelled: '6.0',
  'entered-in-error': undefined,
};

const bserToBusiness: Readonly<Record<Bser, Matches>> = {
  '2.0': BY_TASK_STATUS,
  '3.0': same('accepted'),
  '4.0': same('declined'),
  '5.1.1': same('scheduled'),
  '5.1.2': same('no-show'),
  '5.1.3': none('Se dit par le rendez-vous annulé.', 'Said by the cancelled Appointment.'),
  '5.1.4': wider('started'),
  '5.2': same('cancel-requested'),
  '6.0': same('cancelled'),
  '7.0': same('completed'),
};

const stressDomains: Readonly<Record<keyof typeof TOXIC_STRESSES, GravityDomain | undefined>> = {
  money: 'financial-insecurity',
  food: 'food-insecurity',
  'without-home': 'homelessness',
  'crowded-home': undefined,
  'unsound-home': 'inadequate-housing',
  eviction: 'housing-instability',
  moves: 'housing-instability',
  isolation: 'social-connection',
  'little-support': 'social-connection',
  language: 'language-access',
  school: undefined,
  exclusion: undefined,
  separation: undefined,
  bereavement: undefined,
  'tension-at-home': undefined,
  exhaustion: undefined,
  'illness-in-family': undefined,
  neighbourhood: undefined,
  other: undefined,
};

const partOf = (to: GravityDomain): Match => ({
  to,
  as: 'narrower',
  comment: { fr: 'Une partie de ce que dit cette catégorie.', en: 'A part of what this category says.' },
});

const goalDomains: Readonly<Record<keyof typeof GOAL_CATEGORIES, Matches>> = {
  development: NO_DOMAIN,
  health: NO_DOMAIN,
  psychosocial: [partOf('stress'), partOf('social-connection')],
  rights: NO_DOMAIN,
  school: none(
    'Le domaine « educational-attainment » de Gravity parle du diplôme d’un adulte.',
    'Gravity’s "educational-attainment" speaks of an adult’s diploma.',
  ),
};

/** Every ConceptMap that we define: the build makes FHIR’s ConceptMaps from these rows. */
export const CONCEPT_MAPS_OF_OURS: readonly ConceptMapOfOurs[] = [
  {
    id: 'business-status-to-task-status',
    title: { fr: 'Où en est une demande → Task.status', en: 'Where a request stands → Task.status' },
    description: {
      fr: 'L’état de la Task dans lequel entre une demande quand le destinataire dit où elle en est.',
      en: 'The state of the Task that a request enters when the recipient says where it stands.',
    },
    source: { ours: 'referral-business-status' },
    target: { url: TASK_STATUS },
    codes: each(businessToTask, wider, none('Vaut dans tout état.', 'Holds in any state.')),
    targetWords: TASK_STATUSES,
  },
  {
    id: 'business-status-to-bser',
    title: { fr: 'Où en est une demande → BSeR', en: 'Where a request stands → BSeR' },
    description: {
      fr: 'Nos codes et ceux de BSeR pour Task.businessStatus.',
      en: 'Our codes and BSeR’s for Task.businessStatus.',
    },
    source: { ours: 'referral-business-status' },
    target: { url: BSER },
    codes: each(businessToBser, same, NOT_IN_BSER),
    targetWords: BSER_STATUSES,
  },
  {
    id: 'bser-to-business-status',
    title: { fr: 'BSeR → où en est une demande', en: 'BSeR → where a request stands' },
    description: {
      fr: 'Les codes de BSeR pour Task.businessStatus et les nôtres.',
      en: 'BSeR’s codes for Task.businessStatus and ours.',
    },
    source: { url: BSER },
    target: { ours: 'referral-business-status' },
    codes: bserToBusiness,
  },
  {
    id: 'task-status-to-bser',
    title: { fr: 'Task.status → BSeR', en: 'Task.status → BSeR' },
    description: {
      fr: 'Le code de BSeR d’une demande dont on ne connaît que l’état.',
      en: 'BSeR’s code of a request of which only the state is known.',
    },
    source: { url: TASK_STATUS },
    target: { url: BSER },
    codes: each(taskToBser, same, NOT_IN_BSER),
    targetWords: BSER_STATUSES,
  },
  {
    id: 'goal-category-to-gravity',
    title: { fr: 'Catégories de besoins → domaines de Gravity', en: 'Categories of needs → Gravity domains' },
    description: {
      fr: 'Les catégories de nos objectifs et les domaines du projet Gravity.',
      en: 'The categories of our goals and the domains of the Gravity Project.',
    },
    source: { ours: 'goal-category' },
    target: { url: GRAVITY },
    codes: goalDomains,
  },
  {
    id: 'toxic-stress-to-gravity',
    title: { fr: 'Stress toxiques → domaines de Gravity', en: 'Toxic stresses → Gravity domains' },
    description: {
      fr: 'Les stress toxiques et les domaines du projet Gravity.',
      en: 'Toxic stresses and the domains of the Gravity Project.',
    },
    source: { ours: 'toxic-stress' },
    target: { url: GRAVITY },
    codes: each(stressDomains, wider, NO_DOMAIN),
  },
  {
    id: 'prescription-kind-to-gravity',
    title: { fr: 'Prescriptions sociales → domaines de Gravity', en: 'Social prescriptions → Gravity domains' },
    description: {
      fr: 'Le domaine du projet Gravity que porte chaque sorte de prescription sociale.',
      en: 'The domain of the Gravity Project that each kind of social prescription carries.',
    },
    source: { ours: 'prescription-kind' },
    target: { url: GRAVITY },
    codes: each(PRESCRIPTION_DOMAINS, wider, NO_DOMAIN),
  },
  {
    id: 'prescription-kind-to-snomed',
    title: { fr: 'Prescriptions sociales → SNOMED CT', en: 'Social prescriptions → SNOMED CT' },
    description: {
      fr: 'Les sortes de prescriptions sociales et SNOMED CT (ensemble mondial).',
      en: 'Kinds of social prescriptions and SNOMED CT (Global Patient Set).',
    },
    source: { ours: 'prescription-kind' },
    target: { url: SNOMED },
    codes: {
      ...Object.fromEntries(Object.keys(PRESCRIPTION_KINDS).map((kind) => [kind, wider(SNOMED_REFERRALS.community)])),
      'food-aid': [
        {
          to: SNOMED_REFERRALS.communityMeals,
          as: 'narrower',
          comment: {
            fr: 'Des repas, quand l’aide peut être des denrées.',
            en: 'Meals, where the aid may be groceries.',
          },
        },
      ],
    },
  },
  {
    id: 'legal-mandate-to-snomed',
    title: { fr: 'Mandats juridiques → SNOMED CT', en: 'Legal mandates → SNOMED CT' },
    description: {
      fr: 'Les mandats confiés à l’avocat-médiateur et SNOMED CT (ensemble mondial).',
      en: 'Mandates given to the lawyer-mediator and SNOMED CT (Global Patient Set).',
    },
    source: { ours: 'legal-mandate' },
    target: { url: SNOMED },
    codes: Object.fromEntries(Object.keys(LEGAL_MANDATES).map((mandate) => [mandate, wider(SNOMED_REFERRALS.legal)])),
  },
  {
    id: 'network-service-to-snomed',
    title: { fr: 'Services du réseau public → SNOMED CT', en: 'Public-network services → SNOMED CT' },
    description: {
      fr: 'Les services demandés au réseau public et SNOMED CT (ensemble mondial).',
      en: 'Services asked of the public network and SNOMED CT (Global Patient Set).',
    },
    source: { ours: 'network-service' },
    target: { url: SNOMED },
    codes: each(snomedOf(NETWORK_SERVICES), same, NO_VERIFIED_CODE),
  },
  {
    id: 'toxic-stress-to-snomed',
    title: { fr: 'Stress toxiques → SNOMED CT', en: 'Toxic stresses → SNOMED CT' },
    description: {
      fr: 'Les stress toxiques et SNOMED CT (ensemble mondial).',
      en: 'Toxic stresses and SNOMED CT (Global Patient Set).',
    },
    source: { ours: 'toxic-stress' },
    target: { url: SNOMED },
    codes: each(snomedOf(TOXIC_STRESSES), same, NO_VERIFIED_CODE),
  },
];

function each(
  table: Readonly<Record<string, string | undefined>>,
  matched: (to: string) => Matches,
  unmatched: Matches,
): Readonly<Record<string, Matches>> {
  return Object.fromEntries(
    Object.entries(table).map(([code, to]) => [code, to === undefined ? unmatched : matched(to)]),
  );
}

function snomedOf(
  table: Readonly<Record<string, Bilingual & { readonly snomed?: string }>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(table).map(([code, { snomed }]) => [code, snomed]));
}
