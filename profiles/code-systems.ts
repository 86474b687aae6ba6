import {
  ASSESSMENT_ELEMENTS,
  ASSESSMENT_KINDS,
  DEVELOPMENT_AREAS,
  POSITIONS,
  SCHOOL_ASPECTS,
  STRESS_TRENDS,
  TOXIC_STRESSES,
} from './codes/assessment.ts';
import {
  DISCLOSURE_GROUNDS,
  INFORMATION_KINDS,
  LEGAL_PROVISIONS,
  SAID_HOW,
  SUPPORT_PURPOSES,
} from './codes/consent.ts';
import { APPOINTMENT_ROLES, CENTRE_PROGRAMMES, CONTACT_KINDS, CONTACT_ROLES } from './codes/contacts.ts';
import { RESOURCE_KINDS, SERVICE_MODES } from './codes/directory.ts';
import {
  AGREEMENT_FORMS,
  CONTACT_MEANS,
  CONTACT_WAYS,
  DELIVERY_STAGES,
  MEMBER_KINDS,
} from './codes/extension-words.ts';
import { OUTCOME_PANELS, OUTCOME_SUBJECTS } from './codes/outcome.ts';
import { REFERRAL_ACTS } from './codes/referral-acts.ts';
import { UNCRC_ARTICLES } from './codes/uncrc-articles.ts';
import { WATCH_FINDINGS } from './codes/watch-findings.ts';
import {
  ANSWER_CHANNELS,
  BARRIER_KINDS,
  type Bilingual,
  BUSINESS_STATUSES,
  CENTRE_SERVICES,
  DECLINE_REASONS,
  GOAL_CATEGORIES,
  IMPLIED_STEPS,
  LEGAL_MANDATES,
  LEGAL_ROLES,
  NETWORK_SERVICES,
  OUTCOME_RATINGS,
  PILLARS,
  PIVOT,
  PRESCRIPTION_KINDS,
  PROGRAMMES,
  PROTECTIVE_FACTORS,
  RATING_MOMENTS,
  RECEIVER_PRIORITIES,
  RECORD_KEEPING,
  REFERRAL_OUTPUTS,
  REQUEST_KINDS,
  SENSITIVITIES,
} from './codes.ts';

/** A CodeSystem of ours, and with it the ValueSet of all its codes, which has the same id. */
export interface CodeSystemOfOurs {
  /** Last part of the canonical URL. */
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly codes: Readonly<Record<string, Bilingual>>;
}

/** Every CodeSystem that we define (fhir.md §5): the build makes FHIR's CodeSystems and ValueSets from these rows. */
export const CODE_SYSTEMS_OF_OURS: readonly CodeSystemOfOurs[] = [
  {
    id: 'circle-role',
    title: { fr: 'Rôles dans le cercle', en: 'Roles in the circle' },
    description: {
      fr: 'Les quatre piliers du cercle, le pivot qui tient le fil, et les liens légaux avec l’enfant.',
      en: 'The four pillars of the circle, the pivot who holds the thread, and the legal ties to the child.',
    },
    codes: { ...PILLARS, pivot: PIVOT, ...LEGAL_ROLES },
  },
  {
    id: 'protective-factor',
    title: { fr: 'Facteurs de protection', en: 'Protective factors' },
    description: {
      fr: 'Les six facteurs de protection sur lesquels agit une prescription sociale.',
      en: 'The six protective factors that a social prescription works on.',
    },
    codes: PROTECTIVE_FACTORS,
  },
  {
    id: 'outcome-rating',
    title: { fr: 'Appréciation d’un facteur de protection', en: 'Rating of a protective factor' },
    description: {
      fr: 'Ce qu’une personne voit d’un facteur de protection, de 1 à 5.',
      en: 'How much of a protective factor a person sees, from 1 to 5.',
    },
    codes: OUTCOME_RATINGS,
  },
  {
    id: 'rating-moment',
    title: { fr: 'Moment de l’appréciation', en: 'Moment of the rating' },
    description: { fr: 'Avant ou après le service.', en: 'Before or after the service.' },
    codes: RATING_MOMENTS,
  },
  {
    id: 'goal-category',
    title: { fr: 'Domaines d’un but', en: 'Domains of a goal' },
    description: {
      fr: 'Les domaines que lit l’équipe avec la famille.',
      en: 'The domains that the team reads with the family.',
    },
    codes: GOAL_CATEGORIES,
  },
  {
    id: 'assessment-kind',
    title: { fr: 'Sortes de lecture commune', en: 'Kinds of shared assessment' },
    description: {
      fr: 'À quel moment du parcours de l’enfant la lecture est faite.',
      en: 'At which moment of the child’s course the reading is made.',
    },
    codes: ASSESSMENT_KINDS,
  },
  {
    id: 'assessment-element',
    title: { fr: 'Éléments d’une lecture commune', en: 'Elements of a shared assessment' },
    description: {
      fr: 'Ce que dit une observation d’une lecture quand elle ne nomme pas de sphère, et ce qui accompagne une évolution.',
      en: 'What an observation of a reading says when it names no area, and what stands beside a trend.',
    },
    codes: ASSESSMENT_ELEMENTS,
  },
  {
    id: 'assessment-position',
    title: { fr: 'Positions sur une lecture commune', en: 'Positions on a shared assessment' },
    description: {
      fr: 'Qui est d’accord, qui voit les choses autrement ; ses propres mots sont à côté.',
      en: 'Who agrees, who sees it otherwise; their own words stand beside it.',
    },
    codes: POSITIONS,
  },
  {
    id: 'development-area',
    title: { fr: 'Sphères du développement', en: 'Areas of development' },
    description: {
      fr: 'Les sphères du développement d’un enfant ; jamais un score.',
      en: 'The areas of a child’s development; never a score.',
    },
    codes: DEVELOPMENT_AREAS,
  },
  {
    id: 'school-aspect',
    title: { fr: 'Préparation et réussite scolaires', en: 'School readiness and success' },
    description: { fr: 'Ce qu’on regarde à l’école.', en: 'What is looked at in school.' },
    codes: SCHOOL_ASPECTS,
  },
  {
    id: 'toxic-stress',
    title: { fr: 'Stress toxiques', en: 'Toxic stresses' },
    description: {
      fr: 'Ce qui pèse sur un enfant, dit de la situation et jamais d’une personne ; aucun soupçon n’y a de code.',
      en: 'What weighs on a child, said of the situation and never of a person; no suspicion has a code here.',
    },
    codes: TOXIC_STRESSES,
  },
  {
    id: 'stress-trend',
    title: { fr: 'Évolution d’un stress toxique', en: 'Course of a toxic stress' },
    description: {
      fr: 'Comment va un stress toxique depuis la lecture précédente.',
      en: 'How a toxic stress goes since the reading before.',
    },
    codes: STRESS_TRENDS,
  },
  {
    id: 'centre-service',
    title: { fr: 'Services du centre', en: 'Services of the centre' },
    description: { fr: 'Les services à l’intérieur du centre.', en: 'The services inside the centre.' },
    codes: CENTRE_SERVICES,
  },
  {
    id: 'request-kind',
    title: { fr: 'Sortes de demande', en: 'Kinds of request' },
    description: {
      fr: 'Prescription sociale, référence juridique, référence au réseau public, et demande reçue d’un partenaire.',
      en: 'Social prescription, legal referral, public-network referral, and a referral received from a partner.',
    },
    codes: REQUEST_KINDS,
  },
  {
    id: 'prescription-kind',
    title: { fr: 'Sortes de prescription sociale', en: 'Kinds of social prescription' },
    description: {
      fr: 'Ce qui est prescrit sans être un médicament.',
      en: 'What is prescribed without being a medicine.',
    },
    codes: PRESCRIPTION_KINDS,
  },
  {
    id: 'barrier-kind',
    title: { fr: 'Sortes d’obstacle', en: 'Kinds of barrier' },
    description: {
      fr: 'Ce qui empêche de profiter d’un service, et qu’on peut lever.',
      en: 'What keeps a family from a service, and can be lifted.',
    },
    codes: BARRIER_KINDS,
  },
  {
    id: 'legal-mandate',
    title: { fr: 'Mandats juridiques', en: 'Legal mandates' },
    description: { fr: 'Ce qu’on demande au juriste-médiateur.', en: 'What is asked of the lawyer-mediator.' },
    codes: LEGAL_MANDATES,
  },
  {
    id: 'uncrc-article',
    title: {
      fr: 'Articles de la Convention relative aux droits de l’enfant',
      en: 'Articles of the Convention on the Rights of the Child',
    },
    description: {
      fr: 'Les articles 1 à 54 de la Convention des Nations Unies (1989) ; leurs intitulés sont les nôtres.',
      en: 'Articles 1 to 54 of the United Nations Convention (1989); their titles are ours.',
    },
    codes: UNCRC_ARTICLES,
  },
  {
    id: 'programme',
    title: { fr: 'Programmes du réseau public', en: 'Public-network programmes' },
    description: {
      fr: 'Le programme auquel une demande s’adresse.',
      en: 'The programme that a request is addressed to.',
    },
    codes: PROGRAMMES,
  },
  {
    id: 'network-service',
    title: { fr: 'Services du réseau public', en: 'Public-network services' },
    description: {
      fr: 'Les services demandés au réseau public, chacun avec son code SNOMED CT (GPS) vérifié.',
      en: 'Services asked of the public network, each with its verified SNOMED CT (GPS) code.',
    },
    codes: NETWORK_SERVICES,
  },
  {
    id: 'receiver-priority',
    title: { fr: 'Priorités données par le CLSC', en: 'Priorities given by the CLSC' },
    description: {
      fr: 'La priorité que le destinataire donne après son analyse, avec le délai jusqu’au premier service.',
      en: 'The priority that the recipient gives after its intake, with the delay to the first service.',
    },
    codes: RECEIVER_PRIORITIES,
  },
  {
    id: 'decline-reason',
    title: { fr: 'Pourquoi une demande a pris fin', en: 'Why a request ended' },
    description: {
      fr: 'Par le partenaire, par la famille (c’est son droit), ou personne n’a pu être jointe.',
      en: 'By the partner, by the family (its right), or nobody could be reached.',
    },
    codes: DECLINE_REASONS,
  },
  {
    id: 'referral-business-status',
    title: { fr: 'Où en est la demande', en: 'Where the request stands' },
    description: {
      fr: 'Où en est la demande chez son destinataire, à côté de Task.status.',
      en: 'Where the request stands at its recipient, beside Task.status.',
    },
    codes: BUSINESS_STATUSES,
  },
  {
    id: 'referral-act',
    title: { fr: 'Actes autour d’une demande', en: 'Acts about a request' },
    description: {
      fr: 'Ce qui a été fait ou dit au sujet d’une demande : son départ, et chaque réponse.',
      en: 'What was done or said about a request: that it left, and each answer.',
    },
    codes: REFERRAL_ACTS,
  },
  {
    id: 'referral-output',
    title: { fr: 'Ce qu’une demande a donné', en: 'What a request gave' },
    description: { fr: 'Les sorties d’une tâche de référence.', en: 'The outputs of a referral’s Task.' },
    codes: REFERRAL_OUTPUTS,
  },
  {
    id: 'watch-finding',
    title: { fr: 'Constats de la vigie', en: 'Findings of the watch' },
    description: {
      fr: 'Ce que la vigie trouve du travail à faire, sans rien dire de l’enfant.',
      en: 'What the watch finds about the work to do, telling nothing of the child.',
    },
    codes: WATCH_FINDINGS,
  },
  {
    id: 'sensitivity',
    title: { fr: 'Sensibilité', en: 'Sensitivity' },
    description: {
      fr: 'Une seule étiquette, neutre : sa raison ne figure nulle part.',
      en: 'One neutral label: its reason stands nowhere.',
    },
    codes: SENSITIVITIES,
  },
  {
    id: 'answer-channel',
    title: { fr: 'Par où une réponse est venue', en: 'How an answer reached us' },
    description: { fr: 'Système, téléphone, télécopieur, courrier…', en: 'System, telephone, fax, mail…' },
    codes: ANSWER_CHANNELS,
  },
  {
    id: 'consent-purpose',
    title: { fr: 'Buts d’un consentement', en: 'Purposes of a consent' },
    description: {
      fr: 'Les buts pour lesquels aucun code de v3-ActReason ne convient ; les soins et leur coordination ont les leurs (TREAT, COC).',
      en: 'The purposes that no code of v3-ActReason fits; care and its coordination have theirs (TREAT, COC).',
    },
    codes: SUPPORT_PURPOSES,
  },
  {
    id: 'information-kind',
    title: { fr: 'Sortes de renseignement', en: 'Kinds of information' },
    description: {
      fr: 'Ce qu’un consentement permet ou refuse de montrer.',
      en: 'What a consent permits or refuses to be shown.',
    },
    codes: INFORMATION_KINDS,
  },
  {
    id: 'said-how',
    title: { fr: 'Comment c’est dit', en: 'How it was said' },
    description: { fr: 'De vive voix ou par écrit.', en: 'Orally or in writing.' },
    codes: SAID_HOW,
  },
  {
    id: 'disclosure-ground',
    title: { fr: 'Bases autres que le consentement', en: 'Grounds other than consent' },
    description: {
      fr: 'Ce qu’une personne invoque pour montrer sans consentement ; le programme n’en choisit jamais.',
      en: 'What a person invokes to show something without a consent; the program never chooses one.',
    },
    codes: DISCLOSURE_GROUNDS,
  },
  {
    id: 'legal-provision',
    title: { fr: 'Dispositions invoquées', en: 'Provisions invoked' },
    description: {
      fr: 'Les articles de loi sur lesquels une base autre que le consentement peut reposer.',
      en: 'The sections of law on which a ground other than consent may rest.',
    },
    codes: LEGAL_PROVISIONS,
  },
  {
    id: 'outcome-panel',
    title: { fr: 'Ce qu’on évalue ensemble', en: 'What is evaluated together' },
    description: {
      fr: 'Le code d’une évaluation qui rassemble plusieurs cotes.',
      en: 'The code of an evaluation that gathers several ratings.',
    },
    codes: OUTCOME_PANELS,
  },
  {
    id: 'outcome-subject',
    title: { fr: 'Chez qui on évalue', en: 'In whom one evaluates' },
    description: {
      fr: 'L’enfant, sa famille ou sa communauté ; les deux dernières sans noms.',
      en: 'The child, the family or the community; the last two without names.',
    },
    codes: OUTCOME_SUBJECTS,
  },
  {
    id: 'record-keeping',
    title: { fr: 'Tenue du dossier', en: 'Record keeping' },
    description: {
      fr: 'Ce que la passerelle écrit pour elle-même, sans rien dire de l’enfant.',
      en: 'What the gateway writes for itself, telling nothing of the child.',
    },
    codes: RECORD_KEEPING,
  },
  {
    id: 'implied-step',
    title: { fr: 'Étapes sous-entendues', en: 'Implied steps' },
    description: {
      fr: 'Les états qu’un saut en avant sous-entend, sans date inventée.',
      en: 'The states that a skip forward implies, with no invented date.',
    },
    codes: IMPLIED_STEPS,
  },
  {
    id: 'contact-kind',
    title: { fr: 'Natures de contact', en: 'Kinds of contact' },
    description: {
      fr: 'Rencontre, visite, appel, séance ou passage du relais.',
      en: 'Meeting, visit, call, session or hand-over.',
    },
    codes: CONTACT_KINDS,
  },
  {
    id: 'contact-role',
    title: { fr: 'Ce que fait une personne dans un contact', en: 'What a person does in a contact' },
    description: {
      fr: 'Qui était là, qui passe le relais, qui le prend.',
      en: 'Who was there, who hands over, who takes over.',
    },
    codes: CONTACT_ROLES,
  },
  {
    id: 'appointment-role',
    title: { fr: 'Qui et quoi un rendez-vous réunit', en: 'Whom and what an appointment brings together' },
    description: {
      fr: 'L’enfant, qui l’accompagne, qui le reçoit, le partenaire, le lieu.',
      en: 'The child, who goes along, who receives them, the partner, the place.',
    },
    codes: APPOINTMENT_ROLES,
  },
  {
    id: 'member-kind',
    title: { fr: 'Sortes de membre', en: 'Kinds of member' },
    description: {
      fr: 'Famille, communauté, professionnel ou institution.',
      en: 'Family, community, professional or institution.',
    },
    codes: MEMBER_KINDS,
  },
  {
    id: 'contact-way',
    title: { fr: 'Par qui passer', en: 'Through whom' },
    description: {
      fr: 'Par qui il est sûr de joindre la famille.',
      en: 'Through whom it is safe to reach the family.',
    },
    codes: CONTACT_WAYS,
  },
  {
    id: 'contact-means',
    title: { fr: 'Moyens de contact sûr', en: 'Means of safe contact' },
    description: {
      fr: 'Par quel moyen il est sûr de joindre la personne nommée.',
      en: 'By which means it is safe to reach the person named.',
    },
    codes: CONTACT_MEANS,
  },
  {
    id: 'agreement-form',
    title: { fr: 'Formes d’un accord', en: 'Forms of an agreement' },
    description: { fr: 'De vive voix ou par écrit.', en: 'Orally or in writing.' },
    codes: AGREEMENT_FORMS,
  },
  {
    id: 'delivery-stage',
    title: { fr: 'Ce qui a été remis', en: 'What was given' },
    description: {
      fr: 'Ce que le destinataire a reçu en dernier d’une demande.',
      en: 'What the recipient was last given of a request.',
    },
    codes: DELIVERY_STAGES,
  },
  {
    id: 'centre-programme',
    title: { fr: 'Programmes du centre', en: 'Programmes of the centre' },
    description: {
      fr: 'Ce que le centre offre lui-même, à côté des programmes du réseau public.',
      en: 'What the centre itself offers, beside the programmes of the public network.',
    },
    codes: CENTRE_PROGRAMMES,
  },
  {
    id: 'resource-kind',
    title: { fr: 'Sortes de ressource', en: 'Kinds of resource' },
    description: {
      fr: 'Ce qu’offre une ressource du répertoire : les sortes de prescription sociale, et des services.',
      en: 'What a resource of the directory offers: the kinds of social prescription, and services.',
    },
    codes: RESOURCE_KINDS,
  },
  {
    id: 'service-mode',
    title: { fr: 'Manières de donner un service', en: 'Ways to give a service' },
    description: {
      fr: 'Sur place, à domicile, par téléphone ou en ligne.',
      en: 'On site, at home, by telephone or online.',
    },
    codes: SERVICE_MODES,
  },
];
