/** What the API takes in, each with a schema of its own: name in files and URLs → name in types and FHIRPath expressions. */
export const CONCEPT_NAMES = {
  'care-circle': 'CareCircle',
  'shared-assessment': 'SharedAssessment',
  'action-plan': 'ActionPlan',
  'social-prescription': 'SocialPrescription',
  'legal-referral': 'LegalReferral',
  'service-referral': 'ServiceReferral',
  contact: 'Contact',
  appointment: 'Appointment',
  consent: 'Consent',
  'outcome-evaluation': 'OutcomeEvaluation',
  enrolment: 'Enrolment',
  'request-note': 'RequestNote',
  letter: 'Letter',
  'inbound-referral': 'InboundReferral',
  resource: 'DirectoryResource',
  'mother-file': 'MotherFile',
  answer: 'Answer',
  dispatch: 'Dispatch',
  'child-search': 'ChildSearch',
  'register-search': 'RegisterSearch',
  'register-export': 'RegisterExportAsked',
  'finding-snooze': 'FindingSnooze',
  'break-glass-opening': 'BreakGlassOpening',
  'break-glass-sign-off': 'BreakGlassSignOff',
  destruction: 'Destruction',
  'correction-search': 'CorrectionSearch',
  'match-settlement': 'MatchSettlement',
  'words-settlement': 'WordsSettlement',
  /** A partner’s FHIR Task: the elements that we read. */
  'partner-task': 'Task',
} as const;

export type ConceptName = keyof typeof CONCEPT_NAMES;

/** The concepts that have an identifier and a version of their own, kept under their plural in URLs. */
export const CONCEPT_PLURALS = {
  'care-circle': 'care-circles',
  'shared-assessment': 'shared-assessments',
  'action-plan': 'action-plans',
  'social-prescription': 'social-prescriptions',
  'legal-referral': 'legal-referrals',
  'service-referral': 'service-referrals',
  contact: 'contacts',
  appointment: 'appointments',
  consent: 'consents',
  'outcome-evaluation': 'outcome-evaluations',
  enrolment: 'enrolments',
  'request-note': 'request-notes',
  letter: 'letters',
  resource: 'resources',
  'mother-file': 'mother-files',
} as const satisfies Partial<Record<ConceptName, string>>;
