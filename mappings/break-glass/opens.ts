import type { Bilingual } from '../../profiles/codes.ts';
import { EXTENSIONS, FOREIGN } from '../domain/systems.ts';

/** What of one kind of resource emergency access opens: an allow-list, as in a lens; what is not named here is not read. */
export interface Opens<T extends fhir4.FhirResource, E extends keyof T = keyof T> {
  readonly title: Bilingual;
  /** What of it passes, and what of it never does, as a privacy officer reads it. */
  readonly shows: Bilingual;
  readonly never: Bilingual;
  readonly of: T['resourceType'];
  readonly elements: readonly E[];
  readonly extensions: readonly string[];
}

/** A privacy officer can read this table; `docs/break-glass.md` is made from it. */
export const OPENS = {
  child: {
    title: { fr: 'Enfant', en: 'Child' },
    shows: {
      fr: 'nom, date de naissance, langues, besoin d’un interprète',
      en: 'name, birth date, languages, need of an interpreter',
    },
    never: { fr: 'carte santé, adresse, genre', en: 'health card, address, gender' },
    of: 'Patient',
    elements: ['name', 'birthDate', 'communication'],
    extensions: [FOREIGN.interpreterRequired],
  },
  safeContacts: {
    title: { fr: 'Contact sûr', en: 'Safe contact' },
    shows: {
      fr: 'avec qui, comment et quand communiquer sans danger, ce qu’il ne faut pas faire, et de quand cela date',
      en: 'with whom, how and when to communicate safely, what must not be done, and of when that is',
    },
    never: {
      fr: 'celui d’une référence juridique, de ce qui est restreint ou qu’un jeune a demandé seul',
      en: 'that of a legal referral, of what is restricted or of what a young person asked alone',
    },
    of: 'ServiceRequest',
    elements: ['authoredOn'],
    extensions: [EXTENSIONS.safeContact],
  },
  allergies: {
    title: { fr: 'Allergies', en: 'Allergies' },
    shows: {
      fr: 'substance, réaction, gravité, si elle est confirmée, depuis quand c’est noté',
      en: 'substance, reaction, severity, whether it is confirmed, since when it is noted',
    },
    never: { fr: 'notes, qui l’a écrit', en: 'notes, who wrote it' },
    of: 'AllergyIntolerance',
    elements: ['code', 'criticality', 'reaction', 'verificationStatus', 'recordedDate'],
    extensions: [],
  },
  requests: {
    title: { fr: 'Soins demandés', en: 'Care that was asked' },
    shows: {
      fr: 'programme et service de santé, chez qui, depuis quand, si c’est accepté',
      en: 'programme and health service, with whom, since when, whether it is accepted',
    },
    never: {
      fr: 'raison, mots, prescriptions sociales, SIPPE, programme en négligence, logement, services sociaux et éducatifs',
      en: 'reason, words, social prescriptions, SIPPE, child-neglect programme, housing, social and educational services',
    },
    of: 'ServiceRequest',
    elements: ['category', 'code', 'authoredOn', 'performer'],
    extensions: [],
  },
  enrolments: {
    title: { fr: 'Suivis en cours', en: 'Follow-up under way' },
    shows: {
      fr: 'programme de santé, par qui il est offert, depuis quand, en attente ou en cours',
      en: 'health programme, by whom it is offered, since when, waiting or under way',
    },
    never: {
      fr: 'mots, notes, raison de la fin, SIPPE, programme en négligence',
      en: 'words, notes, reason of the end, SIPPE, child-neglect programme',
    },
    of: 'EpisodeOfCare',
    elements: ['status', 'type', 'period', 'managingOrganization'],
    extensions: [],
  },
  people: {
    title: { fr: 'Qui soigne', en: 'Who cares' },
    shows: {
      fr: 'professionnels et institutions de la médecine et du travail social, personne pivot : nom, rôle, téléphone de travail',
      en: 'professionals and institutions of medicine and of social work, the pivot: name, role, work telephone',
    },
    never: {
      fr: 'la famille, la communauté, le volet juridique, qui n’a pas de pilier dit',
      en: 'the family, the community, the legal pillar, whoever has no pillar that was said',
    },
    of: 'CareTeam',
    elements: ['participant'],
    extensions: [],
  },
  mayConsent: {
    title: { fr: 'Qui peut consentir', en: 'Who may consent' },
    shows: {
      fr: 'nom, lien, rôle légal (titulaire, tuteur, personne déléguée), langues, depuis quand et jusqu’à quand',
      en: 'name, tie, legal role (holder, tutor, person delegated), languages, from when to when',
    },
    never: {
      fr: 'téléphone et adresse : on passe par le contact sûr ; qui n’a pas de rôle légal',
      en: 'telephone and address: one goes through the safe contact; whoever has no legal role',
    },
    of: 'RelatedPerson',
    elements: ['name', 'relationship', 'communication', 'period'],
    extensions: [],
  },
} as const satisfies {
  readonly child: Opens<fhir4.Patient>;
  readonly safeContacts: Opens<fhir4.ServiceRequest>;
  readonly allergies: Opens<fhir4.AllergyIntolerance>;
  readonly requests: Opens<fhir4.ServiceRequest>;
  readonly enrolments: Opens<fhir4.EpisodeOfCare>;
  readonly people: Opens<fhir4.CareTeam>;
  readonly mayConsent: Opens<fhir4.RelatedPerson>;
};

/** Programmes whose name is about care. Those for neglect and for pregnancy say too much (docs/lenses.md). */
export const CARE_PROGRAMMES = ['clsc', 'agir-tot', 'hospital', 'specialist', 'centre-follow-up'] as const;

/** Services of health; housing, social and educational ones are none that an emergency needs. */
export const CARE_SERVICES = ['paediatrics', 'speech-therapy', 'occupational-therapy', 'psychology'] as const;

/** Kinds of request of which anything passes: an allow-list, so that a legal referral, or a kind that is new, never does. */
export const OPENED_REQUESTS = ['service-referral', 'social-prescription'] as const;

/** Pillars of the circle whose people care. */
export const CARE_PILLARS = ['medicine', 'social-work'] as const;

/** A resource read through its row: an element that the row does not name cannot be asked for, and is not there. */
export function through<T extends fhir4.FhirResource, E extends keyof T>(
  resource: T & { readonly extension?: readonly fhir4.Extension[] | undefined },
  row: Pick<Opens<T, E>, 'elements' | 'extensions'>,
) {
  return {
    of: <K extends E>(name: K): T[K] | undefined => (row.elements.includes(name) ? resource[name] : undefined),
    extension: (resource.extension ?? []).filter(({ url }) => row.extensions.includes(url)),
  };
}
