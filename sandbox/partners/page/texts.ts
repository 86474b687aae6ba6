import type { Bilingual, Lang } from '../bilingual.ts';

/** What the page says around what came in. */
export const TEXTS = {
  colon: { fr: '\u00a0: ', en: ': ' },
  sandbox: { fr: 'bac à sable', en: 'sandbox' },
  intro: {
    fr: 'Cette page tient lieu du système du partenaire. Rien n’y répond tout seul : c’est vous, la personne de l’autre côté.',
    en: 'This page stands in for the partner’s system. Nothing answers by itself: you are the person on the other side.',
  },
  otherLanguage: { fr: 'English', en: 'Français' },
  refresh: { fr: 'Actualiser', en: 'Refresh' },
  requests: { fr: 'Demandes reçues', en: 'Requests received' },
  empty: { fr: 'Rien n’est encore arrivé.', en: 'Nothing has arrived yet.' },
  emptyHint: {
    fr: 'La passerelle doit livrer à cette adresse, avec le jeton convenu :',
    en: 'The gateway must deliver to this address, with the agreed token:',
  },
  noName: { fr: 'Enfant (aucun nom reçu)', en: 'Child (no name received)' },
  unknownTitle: { fr: 'Demande jamais reçue', en: 'Request never received' },
  unknownHint: {
    fr: 'Son annulation est arrivée, la demande jamais. On n’en sait que le numéro.',
    en: 'Its cancellation arrived, the request never did. Only its number is known.',
  },
  withdrawn: {
    fr: 'La demande a été retirée. N’y donnez plus suite.',
    en: 'The request was withdrawn. Do not act on it any more.',
  },
  born: { fr: 'Naissance', en: 'Born' },
  number: { fr: 'Numéro', en: 'Number' },
  received: { fr: 'Reçue', en: 'Received' },
  requestedOn: { fr: 'Demandée', en: 'Requested' },
  bindingDate: { fr: 'Date à respecter', en: 'Date that binds' },
  languages: { fr: 'Langues', en: 'Languages' },
  urgency: { fr: 'Urgence demandée', en: 'Urgency asked for' },
  safeContact: { fr: 'Avant d’appeler', en: 'Before you call' },
  asked: { fr: 'Ce qui est demandé', en: 'What is asked' },
  askedNothing: { fr: 'Aucun mot reçu.', en: 'No words received.' },
  alsoSaid: { fr: 'Aussi dans la demande', en: 'Also in the request' },
  withIt: { fr: 'Joint à la demande', en: 'With the request' },
  answers: { fr: 'Vos réponses', en: 'Your answers' },
  answerNow: { fr: 'Répondre', en: 'Answer' },
  send: { fr: 'Envoyer', en: 'Send' },
  sendAgain: { fr: 'Renvoyer', en: 'Send again' },
  raw: { fr: 'Le FHIR tel que reçu', en: 'The FHIR as received' },
  required: { fr: 'obligatoire', en: 'required' },
  none: { fr: '(aucune)', en: '(none)' },
  choose: { fr: 'Choisir…', en: 'Choose…' },
  faultNow: { fr: 'Panne en cours', en: 'Fault under way' },
  faultTitle: { fr: 'Simuler une panne', en: 'Simulate a fault' },
  faultKind: { fr: 'Panne', en: 'Fault' },
  faultMs: { fr: 'Retard en millisecondes (si en retard)', en: 'Delay in milliseconds (if late)' },
  faultTimes: { fr: 'Combien de fois (sans fin si vide)', en: 'How many times (endless if empty)' },
  faultSet: { fr: 'Appliquer', en: 'Apply' },
  problem: { fr: 'Ça n’a pas marché', en: 'It did not work' },
  turnedAway: { fr: 'Appels non gardés', en: 'Calls not kept' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Task.status in words. */
export const STATUSES: Readonly<Record<fhir4.Task['status'], Bilingual>> = {
  draft: { fr: 'Ébauche', en: 'Draft' },
  requested: { fr: 'À répondre', en: 'To answer' },
  received: { fr: 'Reçue', en: 'Received' },
  accepted: { fr: 'Acceptée', en: 'Accepted' },
  rejected: { fr: 'Refusée', en: 'Declined' },
  ready: { fr: 'Prête', en: 'Ready' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
  'in-progress': { fr: 'En cours', en: 'In progress' },
  'on-hold': { fr: 'En attente', en: 'On hold' },
  failed: { fr: 'Pas pu se faire', en: 'Could not be done' },
  completed: { fr: 'Terminée', en: 'Completed' },
  'entered-in-error': { fr: 'Inscrite par erreur', en: 'Entered in error' },
};

/** Urgencies of R4's request-priority in words. */
export const URGENCIES: Readonly<Record<string, Bilingual>> = {
  routine: { fr: 'ordinaire', en: 'routine' },
  urgent: { fr: 'urgente', en: 'urgent' },
  asap: { fr: 'dès que possible', en: 'as soon as possible' },
  stat: { fr: 'immédiate', en: 'immediate' },
};

/** What became of an answer, in words. */
export const RESULTS = {
  pending: { fr: 'En route vers la passerelle', en: 'On its way to the gateway' },
  taken: { fr: 'Prise par la passerelle', en: 'Taken by the gateway' },
  refused: { fr: 'Refusée par la passerelle', en: 'Refused by the gateway' },
  'not-delivered': {
    fr: 'Pas livrée : la passerelle n’a pas répondu',
    en: 'Not delivered: the gateway did not answer',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** An instant as people write it, on Montréal's clock; what is no instant stays as it came. */
export function momentInWords(text: string, lang: Lang): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || !text.includes('T')) return text;
  return new Intl.DateTimeFormat(`${lang}-CA`, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'America/Toronto',
  }).format(instant);
}
