import type { Bilingual } from '../codes.ts';

/** What was done or said about a request: each answer that a person or a system can give, and that it left. */
export const REFERRAL_ACTS = {
  dispatched: { fr: 'Demande partie', en: 'Request sent' },
  acknowledged: { fr: 'Demande reçue', en: 'Request received' },
  accepted: { fr: 'Demande acceptée', en: 'Request accepted' },
  declined: { fr: 'Demande refusée', en: 'Request declined' },
  waitlisted: { fr: 'Mise en liste d’attente', en: 'Placed on the waiting list' },
  scheduled: { fr: 'Rendez-vous fixé', en: 'Appointment made' },
  started: { fr: 'Service commencé', en: 'Service started' },
  'no-show': { fr: 'Le rendez-vous n’a pas eu lieu', en: 'The appointment did not take place' },
  'awaiting-information': { fr: 'Un renseignement est attendu', en: 'Information is awaited' },
  completed: { fr: 'Service rendu', en: 'Service given' },
  failed: { fr: 'Service non rendu', en: 'Service not given' },
  cancelled: { fr: 'Service arrêté, comme demandé', en: 'Service stopped, as asked' },
  'passed-on': { fr: 'Confiée à un autre par le destinataire', en: 'Passed on by the recipient' },
  'family-told': { fr: 'Famille informée', en: 'Family told' },
  'family-ended': { fr: 'Fin choisie par la famille', en: 'Ended by the family’s choice' },
  'agreement-taken-back': { fr: 'Accord repris par la famille', en: 'Agreement taken back by the family' },
  'basis-ended': { fr: 'Plus rien ne permet de la montrer', en: 'Nothing lets it be shown any more' },
  'entered-in-error': { fr: 'Inscrite par erreur', en: 'Entered in error' },
} as const satisfies Readonly<Record<string, Bilingual>>;
