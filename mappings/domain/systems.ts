import { codeSystem, namingSystem, structureDefinition } from '../../profiles/canonical.ts';

/** Identifier systems of what a centre numbers itself; `centre` is the centre's business identifier (fhir.md §4). */
export const IDENTIFIERS = {
  child: (centre: string) => namingSystem('child', centre),
  careCircle: (centre: string) => namingSystem('care-circle', centre),
  /** Value: `{child id}:{member id}`, since two families may both have a member «maman». */
  member: (centre: string) => namingSystem('circle-member', centre),
  professional: (centre: string) => namingSystem('professional', centre),
  professionalRole: (centre: string) => namingSystem('professional-role', centre),
  institution: (centre: string) => namingSystem('institution', centre),
  actionPlan: (centre: string) => namingSystem('action-plan', centre),
  /** Value: `{child id}:{goal id}`. */
  goal: (centre: string) => namingSystem('goal', centre),
  /** Value: `{plan id}:{strength id}`: a strength said again in a later plan is another saying. */
  strength: (centre: string) => namingSystem('strength', centre),
  /** Value: `{plan id}:{action id}`. */
  planAction: (centre: string) => namingSystem('plan-action', centre),
  sharedAssessment: (centre: string) => namingSystem('shared-assessment', centre),
  /** Value: `{reading id}:{strength id}`. */
  assessmentStrength: (centre: string) => namingSystem('assessment-strength', centre),
  /** Value: `{reading id}:{observation id}`. */
  assessmentObservation: (centre: string) => namingSystem('assessment-observation', centre),
  /** Value: `{child id}:{stress id}`: it is the same stress from one reading to the next. */
  toxicStress: (centre: string) => namingSystem('toxic-stress', centre),
  /** Value: `{reading id}:{stress id}`: what one reading said of it. */
  stressTrend: (centre: string) => namingSystem('stress-trend', centre),
  /** Social prescriptions, legal referrals and service referrals share one numbering, so that an id alone names a request. */
  request: (centre: string) => namingSystem('request', centre),
  contact: (centre: string) => namingSystem('contact', centre),
  appointment: (centre: string) => namingSystem('appointment', centre),
  consent: (centre: string) => namingSystem('consent', centre),
  /** Value: the consent’s own id: a consent has the words of one saying. */
  wordsSaid: (centre: string) => namingSystem('words-said', centre),
  outcomeEvaluation: (centre: string) => namingSystem('outcome-evaluation', centre),
  /** A child’s family or community, without names. Value: `{child id}:family`, `{child id}:community`. */
  group: (centre: string) => namingSystem('group', centre),
  enrolment: (centre: string) => namingSystem('enrolment', centre),
  requestNote: (centre: string) => namingSystem('request-note', centre),
  letter: (centre: string) => namingSystem('letter', centre),
  /** Entries of the resource directory. */
  resource: (centre: string) => namingSystem('resource', centre),
  /** Value: `{resource id}:{place id}`. */
  place: (centre: string) => namingSystem('place', centre),
  /** Territories as the centre names them, usually those of CLSCs. */
  territory: (centre: string) => namingSystem('territory', centre),
  /** Files of expectant mothers: no number of a child's record, nor of a circle's member. */
  motherFile: (centre: string) => namingSystem('mother-file', centre),
  /** Parts to which the sender gave no identifier of their own: made from the root and their words. */
  derived: (centre: string) => namingSystem('derived', centre),
  /** Lines of the register of confidentiality incidents. */
  incident: (centre: string) => namingSystem('incident', centre),
  /** Sheets of decisions by which somebody is refused the existence of a file; no child’s number. */
  existenceRefusals: (centre: string) => namingSystem('existence-refusals', centre),
  /** Published indicators. Value: `{quarter}:{indicator}`. */
  indicator: (centre: string) => namingSystem('indicator', centre),
  centre: namingSystem('centre'),
  partner: namingSystem('partner'),
  /** A request at one recipient: pairwise, so that two partners cannot compare their numbers. */
  task: namingSystem('task'),
  /** A child at one recipient: pairwise. */
  childForPartner: namingSystem('child-for-partner'),
  /** A letter at its recipient: pairwise. */
  letterForPartner: namingSystem('letter-for-partner'),
  /** A request that a recipient passed on: made from its own number and whom it was passed on to. */
  passedOn: namingSystem('passed-on'),
  /** A finding of the watch: made from what it is about and the rule. */
  watch: namingSystem('watch'),
  /** An opening of emergency access. */
  breakGlass: namingSystem('break-glass'),
  message: namingSystem('message'),
  exchange: namingSystem('exchange'),
} as const;

/** Extensions of ours. */
export const EXTENSIONS = {
  /** On the root of each concept: version, hash, happened, exchange. */
  revision: structureDefinition('psc-revision'),
  /** On an inbound referral: what the sender's system gave so that the answer finds its request. */
  thread: structureDefinition('psc-thread'),
  /** On an inbound referral: the person or service that asks there. */
  askedBy: structureDefinition('psc-asked-by'),
  safeContact: structureDefinition('psc-safe-contact'),
  agreement: structureDefinition('psc-agreement'),
  coProducer: structureDefinition('psc-co-producer'),
  barrier: structureDefinition('psc-barrier'),
  rightConcerned: structureDefinition('psc-right-concerned'),
  childWishes: structureDefinition('psc-child-wishes'),
  conflictCheckName: structureDefinition('psc-conflict-check-name'),
  participant: structureDefinition('psc-participant'),
  noFixedAddress: structureDefinition('psc-no-fixed-address'),
  healthCardVersion: structureDefinition('psc-health-card-version'),
  receiverPriority: structureDefinition('psc-receiver-priority'),
  /** On a Task: which version of the request the recipient was last given, when, how, and its reference. */
  delivery: structureDefinition('psc-delivery'),
  /** On a Task: a letter that goes with the request, or with the answer to it. */
  letterAlong: structureDefinition('psc-letter-along'),
  /** On a Task: what its owner last said, when, and how we know. */
  lastWord: structureDefinition('psc-last-word'),
  facts: structureDefinition('psc-facts'),
  /** On an AuditEvent: its place in the chain, the hash of the entry before, its own. */
  auditChain: structureDefinition('psc-audit-chain'),
  fenceCounter: structureDefinition('psc-fence-counter'),
  /** On what only the gateway reads: its content, sealed. */
  sealed: structureDefinition('psc-sealed'),
  answerChannel: structureDefinition('psc-answer-channel'),
  /** On a target of a trace: the status that this writing gave it. */
  statusSaid: structureDefinition('psc-status-said'),
  /** On a status that FHIR requires and the sender did not give: the default stands. */
  implied: structureDefinition('psc-implied'),
  /** On a date that FHIR's rules made us write more coarsely: what was said. */
  asSaid: structureDefinition('psc-as-said'),
  /** On a CarePlan: when it is to be looked at again. */
  reviewOn: structureDefinition('psc-review-on'),
  /** On a legal referral: the language in which to speak with the lawyer. */
  serviceLanguage: structureDefinition('psc-service-language'),
  /** On an Encounter, whose participants may not be the Patient: whether the child was there. */
  childPresent: structureDefinition('psc-child-present'),
  /** On a Consent: whether it was said or signed. */
  saidHow: structureDefinition('psc-said-how'),
  /** On a Consent that is none of a person’s: what is invoked, and on which provision. */
  ground: structureDefinition('psc-ground'),
  /** On a Consent that no longer holds: when, by whom, how and in which words it was withdrawn. */
  withdrawal: structureDefinition('psc-withdrawal'),
  /** On a resource that R4 gives no note: what is kept in words. */
  note: structureDefinition('psc-note'),
  /** On a participant of an Appointment, where R4 has no place for an Organization: the partner that receives. */
  receivingOrganization: structureDefinition('psc-receiving-organization'),
  /** Why a status was entered, in words, where R4 has no place for it. */
  statusReason: structureDefinition('psc-status-reason'),
  /** On a reading: who agrees, who sees it otherwise, in their words. */
  position: structureDefinition('psc-position'),
  /** On a reading: who was there, when no meeting is on record. */
  present: structureDefinition('psc-present'),
  /** On a reading or one of its domains: what changed since the reading before. */
  changedSince: structureDefinition('psc-changed-since'),
  /** On a resource of the directory: the partner of the registry that it is. */
  partner: structureDefinition('psc-partner'),
  /** On a resource's eligibility: the ages, in years. */
  ageRange: structureDefinition('psc-age-range'),
  /** On a resource: places, waiting time, as of when. */
  capacity: structureDefinition('psc-capacity'),
  /** On an expectant mother's file: her own agreement that it be kept. */
  ownAgreement: structureDefinition('psc-own-agreement'),
  /** On an expectant mother's file: when the birth is expected. */
  expectedDate: structureDefinition('psc-expected-date'),
} as const;

/** Profiles of ours, from `profiles/fsh`: what a resource that we write says it follows. */
export const PROFILES = {
  child: structureDefinition('psc-child'),
  circleMember: structureDefinition('psc-circle-member'),
  careCircle: structureDefinition('psc-care-circle'),
  organization: structureDefinition('psc-organization'),
  practitioner: structureDefinition('psc-practitioner'),
  professional: structureDefinition('psc-professional'),
  consent: structureDefinition('psc-consent'),
  wordsSaid: structureDefinition('psc-words-said'),
  outcome: structureDefinition('psc-outcome'),
  outcomeEvaluation: structureDefinition('psc-outcome-evaluation'),
  group: structureDefinition('psc-group'),
  resource: structureDefinition('psc-resource'),
  location: structureDefinition('psc-location'),
  parent: structureDefinition('psc-parent'),
  contact: structureDefinition('psc-contact'),
  appointment: structureDefinition('psc-appointment'),
  episode: structureDefinition('psc-episode'),
  requestNote: structureDefinition('psc-request-note'),
  letter: structureDefinition('psc-letter'),
  sharedAssessment: structureDefinition('psc-shared-assessment'),
  toxicStress: structureDefinition('psc-toxic-stress'),
  stressTrend: structureDefinition('psc-stress-trend'),
  development: structureDefinition('psc-development'),
  domainObservation: structureDefinition('psc-domain-observation'),
  actionPlan: structureDefinition('psc-action-plan'),
  goal: structureDefinition('psc-goal'),
  protectiveFactor: structureDefinition('psc-protective-factor'),
  commitment: structureDefinition('psc-commitment'),
  centreService: structureDefinition('psc-centre-service'),
  socialPrescription: structureDefinition('psc-social-prescription'),
  legalReferral: structureDefinition('psc-legal-referral'),
  serviceReferral: structureDefinition('psc-service-referral'),
  referralTask: structureDefinition('psc-referral-task'),
  watch: structureDefinition('psc-watch'),
  /** The definition of an indicator, and what is published of it. */
  measure: structureDefinition('psc-measure'),
  measureReport: structureDefinition('psc-measure-report'),
  passedOn: structureDefinition('psc-passed-on'),
  inboundReferral: structureDefinition('psc-inbound-referral'),
  inboundTask: structureDefinition('psc-inbound-task'),
  /** What a concept wrote. */
  trace: structureDefinition('psc-trace'),
  /** What was said or done about a request. */
  act: structureDefinition('psc-act'),
  disclosure: structureDefinition('psc-disclosure'),
  /** What somebody who operates the gateway did. */
  operatorAct: structureDefinition('psc-operator-act'),
  /** Who read what of a child's file. */
  access: structureDefinition('psc-access'),
  /** Emergency access that was opened, or signed off. */
  breakGlass: structureDefinition('psc-break-glass'),
  /** A call that was refused. */
  refusedCall: structureDefinition('psc-refused-call'),
  fence: structureDefinition('psc-fence'),
  /** In the place of a fence: the file behind it was destroyed. */
  destroyed: structureDefinition('psc-destroyed'),
  /** A line of the register of confidentiality incidents, sealed. */
  incident: structureDefinition('psc-incident'),
  /** A child’s sheet of refusals of existence, sealed. */
  existenceRefusals: structureDefinition('psc-existence-refusals'),
} as const;

/** CodeSystems of ours; their codes stand in `profiles/codes.ts`. */
export const CODE_SYSTEMS = {
  circleRole: codeSystem('circle-role'),
  protectiveFactor: codeSystem('protective-factor'),
  outcomeRating: codeSystem('outcome-rating'),
  ratingMoment: codeSystem('rating-moment'),
  goalCategory: codeSystem('goal-category'),
  centreService: codeSystem('centre-service'),
  requestKind: codeSystem('request-kind'),
  prescriptionKind: codeSystem('prescription-kind'),
  barrierKind: codeSystem('barrier-kind'),
  legalMandate: codeSystem('legal-mandate'),
  uncrcArticle: codeSystem('uncrc-article'),
  programme: codeSystem('programme'),
  networkService: codeSystem('network-service'),
  receiverPriority: codeSystem('receiver-priority'),
  declineReason: codeSystem('decline-reason'),
  businessStatus: codeSystem('referral-business-status'),
  referralAct: codeSystem('referral-act'),
  referralOutput: codeSystem('referral-output'),
  // Words that stand as bare codes in extensions of ours, which have no place for a system.
  memberKind: codeSystem('member-kind'),
  contactWay: codeSystem('contact-way'),
  contactMeans: codeSystem('contact-means'),
  agreementForm: codeSystem('agreement-form'),
  deliveryStage: codeSystem('delivery-stage'),
  watchFinding: codeSystem('watch-finding'),
  sensitivity: codeSystem('sensitivity'),
  answerChannel: codeSystem('answer-channel'),
  recordKeeping: codeSystem('record-keeping'),
  consentPurpose: codeSystem('consent-purpose'),
  informationKind: codeSystem('information-kind'),
  saidHow: codeSystem('said-how'),
  disclosureGround: codeSystem('disclosure-ground'),
  legalProvision: codeSystem('legal-provision'),
  outcomePanel: codeSystem('outcome-panel'),
  outcomeSubject: codeSystem('outcome-subject'),
  /** Task states that a skip forward implies. */
  impliedStep: codeSystem('implied-step'),
  contactKind: codeSystem('contact-kind'),
  contactRole: codeSystem('contact-role'),
  appointmentRole: codeSystem('appointment-role'),
  assessmentKind: codeSystem('assessment-kind'),
  assessmentElement: codeSystem('assessment-element'),
  assessmentPosition: codeSystem('assessment-position'),
  developmentArea: codeSystem('development-area'),
  schoolAspect: codeSystem('school-aspect'),
  toxicStress: codeSystem('toxic-stress'),
  stressTrend: codeSystem('stress-trend'),
  centreProgramme: codeSystem('centre-programme'),
  resourceKind: codeSystem('resource-kind'),
  serviceMode: codeSystem('service-mode'),
} as const;

/** Systems of others (fhir.md §4 and §5). */
export const FOREIGN = {
  nam: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id',
  ohip: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  roleCode: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  participationType: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  dataOperation: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  conditionVerification: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  conditionCategory: 'http://terminology.hl7.org/CodeSystem/condition-category',
  taskCode: 'http://hl7.org/fhir/CodeSystem/task-code',
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  mediaType: 'urn:ietf:bcp:13',
  gravity: 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes',
  languageTag: 'urn:ietf:bcp:47',
  ucum: 'http://unitsofmeasure.org',
  serviceType: 'http://terminology.hl7.org/CodeSystem/service-type',
  serviceProvision: 'http://terminology.hl7.org/CodeSystem/service-provision-conditions',
  referralMethod: 'http://terminology.hl7.org/CodeSystem/service-referral-method',
  physicalType: 'http://terminology.hl7.org/CodeSystem/location-physical-type',
  pertainsToGoal: 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal',
  requestStatusReason: 'http://hl7.org/fhir/StructureDefinition/request-statusReason',
  encounterReasonCancelled: 'http://hl7.org/fhir/StructureDefinition/encounter-reasonCancelled',
  actReason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  consentWitness: 'http://hl7.org/fhir/StructureDefinition/consent-Witness',
  interpreterRequired: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
} as const;

/** The centre whose numbers stand in `system`, if it is a system of this kind: the reverse of `IDENTIFIERS[kind](centre)`. */
export function centreOf(system: string | undefined, kind: (centre: string) => string): string | undefined {
  const prefix = kind('');
  const owner = system?.startsWith(prefix) === true ? system.slice(prefix.length) : '';
  return owner === '' || owner.includes('/') ? undefined : owner;
}
