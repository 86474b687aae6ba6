/**
 * How the value of a search parameter is written, and whether it may stand in a URL: what `name`s, dates a birth, or numbers a card or a
 * telephone is a family's, and URLs are logged on the way.
 */
export type SearchKind = 'code' | 'identifier' | 'reference' | 'date' | 'name' | 'birth-date' | 'telephone';

/** What the FHIR facade gives a centre's own clinic app of one type of resource, for reading. */
export interface FacadeOffer {
  readonly search: Readonly<Record<string, SearchKind>>;
  /** `_include` and `_revinclude` that may be asked. */
  readonly includes?: readonly string[];
  readonly revincludes?: readonly string[];
  /** Elements that R4 wants in every resource of this type: `_elements` leaves none of them out. */
  readonly mandatory?: readonly string[];
  /** What a page holds at most, where that is less than of other types. */
  readonly pageMost?: number;
  /** Parameters without which nothing is searched. */
  readonly needs?: readonly string[];
}

/** Of whom it is; the chained one takes the number that the centre itself gave the child. */
const OF_A_CHILD = {
  identifier: 'identifier',
  patient: 'reference',
  'patient.identifier': 'identifier',
} as const satisfies FacadeOffer['search'];

const TRACES = 'Provenance:target';

export const FACADE_OFFERS = {
  Appointment: {
    search: { ...OF_A_CHILD, status: 'code', date: 'date', 'based-on': 'reference', actor: 'reference' },
    includes: ['Appointment:patient', 'Appointment:based-on', 'Appointment:actor'],
    revincludes: [TRACES, 'Encounter:appointment'],
    mandatory: ['status', 'participant'],
  },
  CarePlan: {
    search: { ...OF_A_CHILD, status: 'code', date: 'date', goal: 'reference', replaces: 'reference' },
    includes: [
      'CarePlan:patient',
      'CarePlan:goal',
      'CarePlan:care-team',
      'CarePlan:activity-reference',
      'CarePlan:replaces',
    ],
    revincludes: [TRACES, 'CarePlan:replaces', 'ServiceRequest:based-on'],
    mandatory: ['status', 'intent', 'subject'],
  },
  CareTeam: {
    search: { ...OF_A_CHILD, status: 'code', participant: 'reference' },
    includes: ['CareTeam:patient', 'CareTeam:participant'],
    revincludes: [TRACES],
  },
  ClinicalImpression: {
    search: { ...OF_A_CHILD, status: 'code', date: 'date', previous: 'reference', encounter: 'reference' },
    includes: [
      'ClinicalImpression:patient',
      'ClinicalImpression:encounter',
      'ClinicalImpression:investigation',
      'ClinicalImpression:problem',
      'ClinicalImpression:previous',
    ],
    revincludes: [TRACES, 'ClinicalImpression:previous'],
    mandatory: ['status', 'subject'],
  },
  Communication: {
    search: { ...OF_A_CHILD, status: 'code', sent: 'date' },
    includes: ['Communication:patient'],
    revincludes: [TRACES],
    mandatory: ['status'],
  },
  Condition: {
    search: { ...OF_A_CHILD, code: 'code', category: 'code', 'clinical-status': 'code', 'recorded-date': 'date' },
    includes: ['Condition:patient'],
    revincludes: [TRACES],
    mandatory: ['subject'],
  },
  Consent: {
    search: { ...OF_A_CHILD, status: 'code', date: 'date', actor: 'reference' },
    includes: ['Consent:patient', 'Consent:actor', 'Consent:source-reference'],
    revincludes: [TRACES],
    mandatory: ['status', 'scope', 'category'],
  },
  DocumentReference: {
    search: { ...OF_A_CHILD, status: 'code', type: 'code', date: 'date', related: 'reference' },
    includes: ['DocumentReference:patient', 'DocumentReference:related'],
    revincludes: [TRACES],
    mandatory: ['status', 'content'],
    // The record brings their files along, of some megabytes each.
    pageMost: 20,
  },
  Encounter: {
    search: {
      ...OF_A_CHILD,
      status: 'code',
      class: 'code',
      type: 'code',
      date: 'date',
      'based-on': 'reference',
      appointment: 'reference',
    },
    includes: ['Encounter:patient', 'Encounter:based-on', 'Encounter:appointment', 'Encounter:participant'],
    revincludes: [TRACES, 'ClinicalImpression:encounter'],
    mandatory: ['status', 'class'],
  },
  EpisodeOfCare: {
    search: { ...OF_A_CHILD, status: 'code', type: 'code', date: 'date', 'incoming-referral': 'reference' },
    includes: ['EpisodeOfCare:patient', 'EpisodeOfCare:incoming-referral', 'EpisodeOfCare:care-manager'],
    revincludes: [TRACES],
    mandatory: ['status', 'patient'],
  },
  Goal: {
    search: { ...OF_A_CHILD, 'lifecycle-status': 'code', category: 'code', 'target-date': 'date' },
    includes: ['Goal:patient'],
    revincludes: [TRACES, 'CarePlan:goal'],
    mandatory: ['lifecycleStatus', 'description', 'subject'],
  },
  Group: {
    search: { identifier: 'identifier' },
    revincludes: ['Observation:subject'],
    mandatory: ['type', 'actual'],
  },
  HealthcareService: {
    search: { identifier: 'identifier', 'service-type': 'code', active: 'code', location: 'reference' },
    includes: ['HealthcareService:location'],
  },
  Location: { search: { identifier: 'identifier', status: 'code' }, revincludes: ['HealthcareService:location'] },
  Observation: {
    search: {
      ...OF_A_CHILD,
      status: 'code',
      code: 'code',
      category: 'code',
      date: 'date',
      subject: 'reference',
      'based-on': 'reference',
    },
    includes: ['Observation:patient', 'Observation:subject', 'Observation:based-on', 'Observation:has-member'],
    revincludes: [TRACES, 'Observation:has-member'],
    mandatory: ['status', 'code'],
  },
  Organization: { search: { identifier: 'identifier' } },
  Patient: {
    search: {
      identifier: 'identifier',
      name: 'name',
      family: 'name',
      given: 'name',
      birthdate: 'birth-date',
      language: 'code',
    },
    includes: ['Patient:organization'],
    revincludes: [
      TRACES,
      'CarePlan:patient',
      'CareTeam:patient',
      'Condition:patient',
      'Consent:patient',
      'EpisodeOfCare:patient',
      'Goal:patient',
      'RelatedPerson:patient',
      'ServiceRequest:patient',
      'Task:patient',
    ],
  },
  Practitioner: { search: { identifier: 'identifier', name: 'name' }, revincludes: ['PractitionerRole:practitioner'] },
  PractitionerRole: {
    search: { identifier: 'identifier', practitioner: 'reference', organization: 'reference' },
    includes: ['PractitionerRole:practitioner', 'PractitionerRole:organization'],
  },
  Provenance: {
    search: { target: 'reference', recorded: 'date' },
    includes: ['Provenance:target'],
    mandatory: ['target', 'recorded', 'agent'],
    needs: ['target'],
  },
  RelatedPerson: {
    search: { ...OF_A_CHILD, name: 'name', phone: 'telephone' },
    includes: ['RelatedPerson:patient'],
    revincludes: [TRACES],
    mandatory: ['patient'],
  },
  ServiceRequest: {
    search: {
      ...OF_A_CHILD,
      status: 'code',
      category: 'code',
      code: 'code',
      priority: 'code',
      authored: 'date',
      occurrence: 'date',
      performer: 'reference',
      'based-on': 'reference',
      replaces: 'reference',
    },
    includes: [
      'ServiceRequest:patient',
      'ServiceRequest:performer',
      'ServiceRequest:requester',
      'ServiceRequest:based-on',
      'ServiceRequest:replaces',
    ],
    revincludes: [
      TRACES,
      'Task:focus',
      'Observation:based-on',
      'ServiceRequest:replaces',
      'Encounter:based-on',
      'Appointment:based-on',
    ],
    mandatory: ['status', 'intent', 'subject'],
  },
  Task: {
    search: {
      ...OF_A_CHILD,
      status: 'code',
      'business-status': 'code',
      code: 'code',
      priority: 'code',
      'authored-on': 'date',
      modified: 'date',
      'group-identifier': 'identifier',
      owner: 'reference',
      'owner:Organization.identifier': 'identifier',
      requester: 'reference',
      focus: 'reference',
      'part-of': 'reference',
    },
    includes: ['Task:patient', 'Task:focus', 'Task:owner', 'Task:requester', 'Task:part-of'],
    revincludes: [TRACES, 'Task:part-of'],
    mandatory: ['status', 'intent'],
  },
} as const satisfies Readonly<Record<string, FacadeOffer>>;

/** A type of resource that the facade reads. What is not here is not there: fences, audit entries, definitions. */
export type FacadeType = keyof typeof FACADE_OFFERS;

export const FACADE_TYPES: readonly FacadeType[] = Object.keys(FACADE_OFFERS).filter(isFacadeType);

export function isFacadeType(type: string): type is FacadeType {
  return Object.hasOwn(FACADE_OFFERS, type);
}

export const facadeOffer = (type: FacadeType): FacadeOffer => FACADE_OFFERS[type];

/** Values of these stand in no URL. */
export const PERSONAL_KINDS: ReadonlySet<SearchKind> = new Set(['name', 'birth-date', 'telephone']);

/** What a page holds when nothing is asked, and at most. */
export const FACADE_PAGE = { usual: 50, most: 200 } as const;

export const pageMostOf = (type: FacadeType): number => facadeOffer(type).pageMost ?? FACADE_PAGE.most;

/** Of what `Patient/{id}/$everything` is made, beside the child: each by its search parameter `patient`. */
export const EVERYTHING_TYPES = [
  'RelatedPerson',
  'CareTeam',
  'ClinicalImpression',
  'Observation',
  'Condition',
  'Goal',
  'CarePlan',
  'ServiceRequest',
  'Task',
  'Encounter',
  'Appointment',
  'EpisodeOfCare',
  'Consent',
  'Communication',
  'DocumentReference',
] as const satisfies readonly FacadeType[];
