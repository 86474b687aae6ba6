/** A text that people read, in both languages. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

type CodeTable = Readonly<Record<string, Bilingual>>;

/** The four pillars of the circle, as the centres name them (design.md §1). */
export const PILLARS = {
  'child-family-community': { fr: 'Enfant, famille et communauté', en: 'Child, family and community' },
  medicine: { fr: 'Médecine', en: 'Medicine' },
  'social-work': { fr: 'Travail social', en: 'Social work' },
  law: { fr: 'Droit', en: 'Law' },
} as const satisfies CodeTable;

/** Who holds the thread, and the legal ties to the child (fhir.md §5, circle role). */
export const LEGAL_ROLES = {
  tap: { fr: 'Titulaire de l’autorité parentale', en: 'Holder of parental authority' },
  tutor: { fr: 'Tuteur', en: 'Tutor' },
  delegated: { fr: 'Personne déléguée', en: 'Person delegated' },
} as const satisfies CodeTable;

export const PIVOT = { fr: 'Intervenant pivot', en: 'Pivot' } as const satisfies Bilingual;

/** Kinship: the part of HL7 v3-RoleCode that families use here; codes read in the code system itself. */
export const KINSHIPS = {
  MTH: { fr: 'mère', en: 'mother' },
  FTH: { fr: 'père', en: 'father' },
  PRN: { fr: 'parent', en: 'parent' },
  STPPRN: { fr: 'beau-parent', en: 'step parent' },
  PRNFOST: { fr: 'parent d’accueil', en: 'foster parent' },
  GRPRN: { fr: 'grand-parent', en: 'grandparent' },
  GRMTH: { fr: 'grand-mère', en: 'grandmother' },
  GRFTH: { fr: 'grand-père', en: 'grandfather' },
  SIB: { fr: 'frère ou sœur', en: 'sibling' },
  BRO: { fr: 'frère', en: 'brother' },
  SIS: { fr: 'sœur', en: 'sister' },
  AUNT: { fr: 'tante', en: 'aunt' },
  UNCLE: { fr: 'oncle', en: 'uncle' },
  COUSN: { fr: 'cousin ou cousine', en: 'cousin' },
  NBOR: { fr: 'voisin ou voisine', en: 'neighbour' },
  FRND: { fr: 'ami ou amie', en: 'friend' },
  GUARD: { fr: 'tuteur ou tutrice', en: 'guardian' },
} as const satisfies CodeTable;

export const GENDERS = {
  male: { fr: 'masculin', en: 'male' },
  female: { fr: 'féminin', en: 'female' },
  other: { fr: 'autre', en: 'other' },
  unknown: { fr: 'inconnu', en: 'unknown' },
} as const satisfies CodeTable;

/** The six protective factors that a social prescription works on (fhir.md §5). */
export const PROTECTIVE_FACTORS = {
  'physical-activity': { fr: 'Activité physique', en: 'Physical activity' },
  'self-confidence': { fr: 'Confiance en soi', en: 'Self-confidence' },
  'supportive-relationships': { fr: 'Relations de soutien', en: 'Supportive relationships' },
  'community-involvement': { fr: 'Engagement dans la communauté', en: 'Community involvement' },
  belonging: { fr: 'Sentiment d’appartenance', en: 'Belonging' },
  equity: { fr: 'Équité', en: 'Equity' },
} as const satisfies CodeTable;

/** How much of a protective factor a person sees, from 1 to 5. */
export const OUTCOME_RATINGS = {
  '1': { fr: 'pas du tout', en: 'not at all' },
  '2': { fr: 'un peu', en: 'a little' },
  '3': { fr: 'moyennement', en: 'somewhat' },
  '4': { fr: 'beaucoup', en: 'a lot' },
  '5': { fr: 'tout à fait', en: 'fully' },
} as const satisfies CodeTable;

export const RATING_MOMENTS = {
  before: { fr: 'avant', en: 'before' },
  after: { fr: 'après', en: 'after' },
} as const satisfies CodeTable;

export const GOAL_CATEGORIES = {
  development: { fr: 'Développement', en: 'Development' },
  health: { fr: 'Santé', en: 'Health' },
  psychosocial: { fr: 'Psychosocial', en: 'Psychosocial' },
  rights: { fr: 'Droits', en: 'Rights' },
  school: { fr: 'Préparation et réussite scolaires', en: 'School readiness and success' },
} as const satisfies CodeTable;

/** Services inside the centre (fhir.md §5). */
export const CENTRE_SERVICES = {
  medical: { fr: 'Médical', en: 'Medical' },
  psychosocial: { fr: 'Psychosocial et psychoéducatif', en: 'Psychosocial and psychoeducational' },
  legal: { fr: 'Juridique', en: 'Legal' },
  'mind-body': { fr: 'Corps et esprit', en: 'Mind-body' },
  specialized: { fr: 'Spécialisé', en: 'Specialized' },
  educational: { fr: 'Éducatif', en: 'Educational' },
  'mentoring-community': { fr: 'Mentorat et communauté', en: 'Mentoring and community' },
  external: { fr: 'Externe', en: 'External' },
} as const satisfies CodeTable;

export const REQUEST_KINDS = {
  'social-prescription': { fr: 'Prescription sociale', en: 'Social prescription' },
  'legal-referral': { fr: 'Référence juridique', en: 'Legal referral' },
  'service-referral': { fr: 'Référence au réseau public', en: 'Public-network referral' },
  'inbound-referral': { fr: 'Demande reçue', en: 'Inbound referral' },
} as const satisfies CodeTable;

export const PRESCRIPTION_KINDS = {
  'arts-music': { fr: 'Arts et musique', en: 'Arts and music' },
  sport: { fr: 'Sport', en: 'Sport' },
  play: { fr: 'Jeu', en: 'Play' },
  mentoring: { fr: 'Mentorat', en: 'Mentoring' },
  recreation: { fr: 'Loisirs', en: 'Recreation' },
  'food-aid': { fr: 'Aide alimentaire', en: 'Food aid' },
  respite: { fr: 'Répit', en: 'Respite' },
  learning: { fr: 'Apprentissage', en: 'Learning' },
} as const satisfies CodeTable;

export const BARRIER_KINDS = {
  economic: { fr: 'Économique', en: 'Economic' },
  geographic: { fr: 'Géographique', en: 'Geographic' },
  interpersonal: { fr: 'Interpersonnel', en: 'Interpersonal' },
  psychological: { fr: 'Psychologique', en: 'Psychological' },
  language: { fr: 'Linguistique', en: 'Language' },
  digital: { fr: 'Numérique', en: 'Digital' },
  time: { fr: 'Temps', en: 'Time' },
} as const satisfies CodeTable;

export const LEGAL_MANDATES = {
  mediation: { fr: 'Médiation', en: 'Mediation' },
  representation: { fr: 'Représentation', en: 'Representation' },
  information: { fr: 'Information', en: 'Information' },
  'protective-measure': { fr: 'Mesure de protection', en: 'Protective measure' },
} as const satisfies CodeTable;

export const PROGRAMMES = {
  clsc: { fr: 'CLSC', en: 'CLSC' },
  sippe: {
    fr: 'SIPPE (Services intégrés en périnatalité et pour la petite enfance)',
    en: 'SIPPE (integrated perinatal and early childhood services)',
  },
  'agir-tot': { fr: 'Agir tôt', en: 'Agir tôt' },
  'neglect-programme': { fr: 'Programme en négligence', en: 'Child-neglect programme' },
  hospital: { fr: 'Hôpital', en: 'Hospital' },
  specialist: { fr: 'Médecin spécialiste', en: 'Specialist' },
} as const satisfies CodeTable;

/** Services asked of the public network that have a verified SNOMED CT code in the GPS subset (fhir.md §5). */
export const NETWORK_SERVICES = {
  'speech-therapy': { fr: 'Orthophonie', en: 'Speech therapy', snomed: '306174003' },
  'occupational-therapy': { fr: 'Ergothérapie', en: 'Occupational therapy', snomed: '308453003' },
  psychology: { fr: 'Psychologie', en: 'Psychology', snomed: '308459004' },
  'social-work': { fr: 'Travail social', en: 'Social work', snomed: '308440001' },
  paediatrics: { fr: 'Pédiatrie', en: 'Paediatrics', snomed: '183517000' },
  'family-therapy': { fr: 'Thérapie familiale', en: 'Family therapy', snomed: '710914003' },
  education: { fr: 'Services éducatifs', en: 'Education service', snomed: '415271004' },
  housing: { fr: 'Logement', en: 'Housing service', snomed: '710911006' },
  'needs-assessment': { fr: 'Évaluation des besoins', en: 'Assessment of needs', snomed: '225343006' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly snomed: string }>>;

export const URGENCIES = {
  routine: { fr: 'Ordinaire', en: 'Routine' },
  urgent: { fr: 'Urgent', en: 'Urgent' },
  immediate: { fr: 'Immédiat', en: 'Immediate' },
} as const satisfies CodeTable;

/** Priority that a CLSC gives after its intake, with the delay to the first service (MSSS, fhir.md §3). */
export const RECEIVER_PRIORITIES = {
  P1: { fr: 'P1 : 2 jours au plus', en: 'P1: within 2 days' },
  P2: { fr: 'P2 : 10 jours au plus', en: 'P2: within 10 days' },
  P3: { fr: 'P3 : 30 jours au plus', en: 'P3: within 30 days' },
  P4: { fr: 'P4 : 90 jours au plus', en: 'P4: within 90 days' },
} as const satisfies CodeTable;

/** Why a request ended without the service; `family-*` is the family's right and is nobody's failure (fhir.md §3). */
export const DECLINE_REASONS = {
  full: { fr: 'Complet', en: 'Full' },
  'out-of-territory': { fr: 'Hors territoire', en: 'Out of territory' },
  'not-eligible': { fr: 'Non admissible', en: 'Not eligible' },
  'wrong-service': { fr: 'Mauvais service', en: 'Wrong service' },
  duplicate: { fr: 'Demande en double', en: 'Duplicate' },
  'family-not-wanted': { fr: 'La famille n’en veut pas', en: 'The family did not want it' },
  'family-not-now': { fr: 'La famille préfère plus tard', en: 'The family prefers later' },
  'family-prefers-another': { fr: 'La famille préfère une autre ressource', en: 'The family prefers another resource' },
  'family-moved': { fr: 'La famille a déménagé', en: 'The family moved' },
  'family-took-back': { fr: 'La famille a repris son accord', en: 'The family took its agreement back' },
  'not-reached': { fr: 'Personne n’a pu être jointe', en: 'Nobody could be reached' },
  'another-recipient': { fr: 'Demande confiée à un autre', en: 'Request given to another recipient' },
  withdrawn: { fr: 'Demande retirée', en: 'Request withdrawn' },
} as const satisfies CodeTable;

/** Where a request stands at the recipient beside Task.status (fhir.md §3, BSeR and ours). */
export const BUSINESS_STATUSES = {
  acknowledged: { fr: 'Reçue', en: 'Acknowledged' },
  accepted: { fr: 'Acceptée', en: 'Accepted' },
  declined: { fr: 'Refusée', en: 'Declined' },
  waitlisted: { fr: 'En liste d’attente', en: 'Wait-listed' },
  scheduled: { fr: 'Rendez-vous fixé', en: 'Scheduled' },
  started: { fr: 'Service commencé', en: 'Service started' },
  'no-show': { fr: 'Le rendez-vous n’a pas eu lieu', en: 'The appointment did not take place' },
  'awaiting-information': { fr: 'En attente d’un renseignement', en: 'Awaiting information' },
  completed: { fr: 'Service rendu', en: 'Completed' },
  failed: { fr: 'Service non rendu', en: 'Not carried out' },
  'cancel-requested': { fr: 'Arrêt demandé', en: 'Cancellation requested' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
  'family-told': { fr: 'Famille informée', en: 'Family told' },
} as const satisfies CodeTable;

/** How an answer reached us. */
export const ANSWER_CHANNELS = {
  system: { fr: 'système du partenaire', en: 'partner’s system' },
  telephone: { fr: 'téléphone', en: 'telephone' },
  fax: { fr: 'télécopieur', en: 'fax' },
  mail: { fr: 'courrier', en: 'mail' },
  email: { fr: 'courriel', en: 'e-mail' },
  'in-person': { fr: 'en personne', en: 'in person' },
  'web-page': { fr: 'page sécurisée', en: 'secure page' },
} as const satisfies CodeTable;

/** What a Task gives back. */
export const REFERRAL_OUTPUTS = {
  appointment: { fr: 'Rendez-vous', en: 'Appointment' },
  outcome: { fr: 'Ce que le service a donné', en: 'Outcome of the service' },
} as const satisfies CodeTable;

/** The one label of ours; why it was put stands nowhere (fhir.md §5). */
export const SENSITIVITIES = {
  'PSC-RESTRICTED': { fr: 'Accès restreint', en: 'Restricted access' },
} as const satisfies CodeTable;

/** What the gateway writes for itself. */
export const RECORD_KEEPING = {
  fence: { fr: 'Compteur d’écritures', en: 'Write counter' },
  destroyed: { fr: 'Dossier détruit', en: 'File destroyed' },
  incident: { fr: 'Incident de confidentialité', en: 'Confidentiality incident' },
  'existence-refusals': { fr: 'Refus de l’existence', en: 'Refusals of existence' },
  'about-no-request': { fr: 'Au sujet d’aucune demande', en: 'About no request' },
} as const satisfies CodeTable;

/** Task states that a skip forward passes over (fhir.md §3). */
export const IMPLIED_STEPS = {
  accepted: { fr: 'Acceptée', en: 'Accepted' },
  'in-progress': { fr: 'Commencée', en: 'In progress' },
} as const satisfies CodeTable;
