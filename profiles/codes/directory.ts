import type { Bilingual } from '../codes.ts';

type CodeTable = Readonly<Record<string, Bilingual>>;

/**
 * What a resource of the directory offers: the kinds of social prescription, and services. `hl7` is the code of HL7's service-type that says the same, read
 * in the CodeSystem itself; what has none stands alone.
 */
export const RESOURCE_KINDS = {
  'arts-music': { fr: 'Arts et musique', en: 'Arts and music' },
  sport: { fr: 'Sport', en: 'Sport', hl7: '448' },
  play: { fr: 'Jeu', en: 'Play', hl7: '41' },
  mentoring: { fr: 'Mentorat', en: 'Mentoring', hl7: '553' },
  recreation: { fr: 'Loisirs', en: 'Recreation', hl7: '424' },
  'food-aid': { fr: 'Aide alimentaire', en: 'Food aid', hl7: '548' },
  respite: { fr: 'Répit', en: 'Respite', hl7: '156' },
  learning: { fr: 'Apprentissage', en: 'Learning' },
  parenting: { fr: 'Soutien aux parents', en: 'Parenting support', hl7: '42' },
  'maternal-child-health': { fr: 'Santé de la mère et de l’enfant', en: 'Maternal and child health', hl7: '58' },
  'early-childhood': { fr: 'Petite enfance', en: 'Early childhood', hl7: '103' },
  'child-care': { fr: 'Service de garde', en: 'Child care', hl7: '284' },
  'speech-therapy': { fr: 'Orthophonie', en: 'Speech therapy', hl7: '68' },
  'occupational-therapy': { fr: 'Ergothérapie', en: 'Occupational therapy', hl7: '61' },
  psychology: { fr: 'Psychologie', en: 'Psychology', hl7: '142' },
  'social-work': { fr: 'Travail social', en: 'Social work', hl7: '580' },
  'support-group': { fr: 'Groupe d’entraide', en: 'Support group', hl7: '224' },
  housing: { fr: 'Aide au logement', en: 'Housing help', hl7: '128' },
  interpretation: { fr: 'Interprétation', en: 'Interpreting', hl7: '130' },
  'newcomer-clinic': {
    fr: 'Clinique pour familles nouvellement arrivées',
    en: 'Clinic for newly arrived families',
    hl7: '569',
  },
  mediation: { fr: 'Médiation', en: 'Mediation', hl7: '77' },
  'legal-advice': { fr: 'Information et conseil juridiques', en: 'Legal information and advice', hl7: '133' },
  'legal-advocacy': { fr: 'Défense des droits', en: 'Legal advocacy', hl7: '132' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly hl7?: string }>>;

/** Where a service is given: HL7 has no code for it. */
export const SERVICE_MODES = {
  'in-person': { fr: 'Sur place', en: 'On site' },
  'at-home': { fr: 'À domicile', en: 'At home' },
  telephone: { fr: 'Par téléphone', en: 'By telephone' },
  online: { fr: 'En ligne', en: 'Online' },
} as const satisfies CodeTable;

/** What it costs the family; `hl7` is HL7's service-provision-conditions. */
export const COSTS = {
  free: { fr: 'Gratuit', en: 'Free', hl7: 'free' },
  discounts: { fr: 'Rabais possibles', en: 'Discounts available', hl7: 'disc' },
  fees: { fr: 'Payant', en: 'Fees apply', hl7: 'cost' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly hl7: string }>>;

/** How a request reaches it; `hl7` is HL7's service-referral-method. */
export const REFERRAL_METHODS = {
  telephone: { fr: 'Téléphone', en: 'Telephone', hl7: 'phone' },
  fax: { fr: 'Télécopieur', en: 'Fax', hl7: 'fax' },
  'secure-message': { fr: 'Messagerie sécurisée', en: 'Secure messaging', hl7: 'elec' },
  'secure-email': { fr: 'Courriel sécurisé', en: 'Secure e-mail', hl7: 'semail' },
  mail: { fr: 'Courrier', en: 'Mail', hl7: 'mail' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly hl7: string }>>;
