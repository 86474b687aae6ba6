import type { SafeContact } from '../domain/concepts.ts';

type Priority = NonNullable<fhir4.ServiceRequest['priority']>;

/** Every word of the printed request, in one language. */
export interface PaperWords {
  readonly request: string;
  readonly safeContact: string;
  readonly throughCentre: (telephone: string) => string;
  readonly callBack: (telephone: string) => string;
  readonly means: Readonly<Record<NonNullable<SafeContact['means']>, string>>;
  readonly when: string;
  readonly spoken: string;
  readonly interpreter: string;
  readonly whatIsAsked: string;
  readonly programme: string;
  readonly kind: string;
  readonly what: string;
  readonly why: string;
  readonly urgency: string;
  readonly priorities: Readonly<Record<Priority, string>>;
  readonly bindingDate: string;
  readonly askedOn: string;
  readonly serviceLanguage: string;
  readonly conflictNames: string;
  readonly rights: string;
  readonly childWishes: string;
  readonly facts: string;
  readonly letters: string;
  readonly child: string;
  readonly name: string;
  readonly birthDate: string;
  readonly bornIn: string;
  readonly age: string;
  readonly underOne: string;
  readonly years: (count: number) => string;
  readonly languages: string;
  readonly interpreterLabel: string;
  readonly yes: string;
  readonly card: string;
  readonly registration: string;
  readonly registrationText: string;
  readonly answerHeading: string;
  readonly answers: readonly string[];
  readonly answerLines: readonly string[];
  readonly confidentiality: string;
}

export const PAPER_WORDS = {
  fr: {
    request: 'Demande',
    safeContact: 'Contact sûr',
    throughCentre: (telephone) => `Passez par le centre : ${telephone}`,
    callBack: (telephone) => `Rappeler le centre : ${telephone}`,
    means: {
      telephone: 'par téléphone',
      sms: 'par texto',
      email: 'par courriel',
      letter: 'par lettre',
      'in-person': 'en personne',
    },
    when: 'Quand :',
    spoken: 'Langue :',
    interpreter: 'Un interprète est nécessaire.',
    whatIsAsked: 'Ce qui est demandé',
    programme: 'Programme',
    kind: 'Nature',
    what: 'Quoi',
    why: 'Pourquoi',
    urgency: 'Urgence',
    priorities: { routine: 'ordinaire', urgent: 'urgente', asap: 'dès que possible', stat: 'immédiate' },
    bindingDate: 'Date qui oblige',
    askedOn: 'Demandé le',
    serviceLanguage: 'Langue du service',
    conflictNames: 'Noms (vérification de conflit)',
    rights: 'Droits en cause (Convention relative aux droits de l’enfant)',
    childWishes: 'Ce que l’enfant souhaite',
    facts: 'Faits',
    letters: 'Lettres jointes',
    child: 'L’enfant',
    name: 'Nom',
    birthDate: 'Date de naissance',
    bornIn: 'Année de naissance',
    age: 'Âge',
    underOne: 'moins d’un an',
    years: (count) => (count === 1 ? '1 an' : `${count} ans`),
    languages: 'Langues',
    interpreterLabel: 'Interprète',
    yes: 'oui',
    card: 'Carte',
    registration: 'Inscription et facturation',
    registrationText: 'appelez le centre',
    answerHeading: 'Votre réponse (par téléphone ou par télécopieur)',
    answers: ['Accepté', 'Liste d’attente', 'Rendez-vous fixé', 'Refusé', 'Service rendu'],
    answerLines: ['Nom de la personne qui répond', 'Date', 'Rendez-vous ou raison', 'Remarque'],
    confidentiality:
      'Confidentiel. Ce document n’est destiné qu’au destinataire nommé ; ne le copiez pas, ne le transmettez pas. Reçu par erreur ? Appelez le centre et détruisez-le.',
  },
  en: {
    request: 'Request',
    safeContact: 'Safe contact',
    throughCentre: (telephone) => `Go through the centre: ${telephone}`,
    callBack: (telephone) => `Call the centre back: ${telephone}`,
    means: {
      telephone: 'by telephone',
      sms: 'by text message',
      email: 'by e-mail',
      letter: 'by letter',
      'in-person': 'in person',
    },
    when: 'When:',
    spoken: 'Language:',
    interpreter: 'An interpreter is needed.',
    whatIsAsked: 'What is asked',
    programme: 'Programme',
    kind: 'Kind',
    what: 'What',
    why: 'Why',
    urgency: 'Urgency',
    priorities: { routine: 'routine', urgent: 'urgent', asap: 'as soon as possible', stat: 'immediate' },
    bindingDate: 'Date that binds',
    askedOn: 'Asked on',
    serviceLanguage: 'Language of service',
    conflictNames: 'Names (conflict check)',
    rights: 'Rights concerned (Convention on the Rights of the Child)',
    childWishes: 'What the child wishes',
    facts: 'Facts',
    letters: 'Letters enclosed',
    child: 'The child',
    name: 'Name',
    birthDate: 'Birth date',
    bornIn: 'Year of birth',
    age: 'Age',
    underOne: 'under one year',
    years: (count) => (count === 1 ? '1 year' : `${count} years`),
    languages: 'Languages',
    interpreterLabel: 'Interpreter',
    yes: 'yes',
    card: 'Card',
    registration: 'Registration and billing',
    registrationText: 'call the centre',
    answerHeading: 'Your answer (by telephone or fax)',
    answers: ['Accepted', 'Wait-listed', 'Appointment made', 'Declined', 'Service given'],
    answerLines: ['Name of the person answering', 'Date', 'Appointment or reason', 'Remark'],
    confidentiality:
      'Confidential. This document is for the named recipient only; do not copy or pass it on. Received by mistake? Call the centre and destroy it.',
  },
} as const satisfies Record<'fr' | 'en', PaperWords>;
