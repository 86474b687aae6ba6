import { type Bilingual, PROGRAMMES } from '../codes.ts';

type CodeTable = Readonly<Record<string, Bilingual>>;

/** What kind of contact with the child or family took place (fhir.md §2). */
export const CONTACT_KINDS = {
  meeting: { fr: 'Rencontre', en: 'Meeting' },
  visit: { fr: 'Visite', en: 'Visit' },
  call: { fr: 'Appel', en: 'Call' },
  session: { fr: 'Séance', en: 'Session' },
  'hand-over': { fr: 'Passage du relais', en: 'Hand-over' },
} as const satisfies CodeTable;

/** In what sort of place: each has one class of HL7 v3-ActCode, read in the code system itself. */
export const CONTACT_SETTINGS = {
  'on-site': { fr: 'Au centre ou dans un établissement', en: 'At the centre or in a facility' },
  home: { fr: 'À domicile', en: 'At home' },
  elsewhere: { fr: 'Ailleurs : école, parc, organisme', en: 'Elsewhere: school, park, community place' },
  remote: { fr: 'À distance : téléphone, vidéo', en: 'At a distance: telephone, video' },
} as const satisfies CodeTable;

/** What somebody did in a contact. */
export const CONTACT_ROLES = {
  present: { fr: 'Présent', en: 'Present' },
  'hands-over': { fr: 'Passe le relais', en: 'Hands over' },
  'takes-over': { fr: 'Prend le relais', en: 'Takes over' },
} as const satisfies CodeTable;

/** Whom or what an appointment brings together. */
export const APPOINTMENT_ROLES = {
  child: { fr: 'L’enfant', en: 'The child' },
  accompanies: { fr: 'Accompagne l’enfant', en: 'Goes along with the child' },
  receives: { fr: 'Reçoit l’enfant', en: 'Receives the child' },
  partner: { fr: 'Partenaire qui reçoit', en: 'Partner that receives' },
  resource: { fr: 'Ressource du répertoire', en: 'Resource of the directory' },
  place: { fr: 'Lieu', en: 'Place' },
} as const satisfies CodeTable;

/** What somebody answered about coming: FHIR’s participationstatus, in words. */
export const APPOINTMENT_ANSWERS = {
  accepted: { fr: 'Viendra', en: 'Will come' },
  declined: { fr: 'Ne viendra pas', en: 'Will not come' },
  tentative: { fr: 'Peut-être', en: 'Maybe' },
  'needs-action': { fr: 'N’a pas répondu', en: 'Has not answered' },
} as const satisfies CodeTable;

/** Where an appointment stands. */
export const APPOINTMENT_STATUSES = {
  proposed: { fr: 'Proposé', en: 'Proposed' },
  pending: { fr: 'À confirmer', en: 'To be confirmed' },
  booked: { fr: 'Fixé', en: 'Booked' },
  waitlist: { fr: 'En attente d’une place', en: 'Waiting for a place' },
  arrived: { fr: 'L’enfant est arrivé', en: 'The child has arrived' },
  fulfilled: { fr: 'A eu lieu', en: 'Took place' },
  cancelled: { fr: 'Annulé', en: 'Cancelled' },
  'no-show': { fr: 'N’a pas eu lieu', en: 'Did not take place' },
  'entered-in-error': { fr: 'Noté par erreur', en: 'Entered in error' },
} as const satisfies CodeTable;

/** Programmes of the centre itself, beside those of the public network. */
export const CENTRE_PROGRAMMES = {
  'centre-follow-up': { fr: 'Suivi du centre', en: 'Follow-up by the centre' },
} as const satisfies CodeTable;

/** What a child may be enrolled in. */
export const ENROLMENT_PROGRAMMES = { ...PROGRAMMES, ...CENTRE_PROGRAMMES } as const satisfies CodeTable;

/** Where an enrolment stands. */
export const ENROLMENT_STATUSES = {
  planned: { fr: 'Prévue', en: 'Planned' },
  waitlist: { fr: 'En attente d’une place', en: 'Waiting for a place' },
  active: { fr: 'En cours', en: 'Active' },
  'on-hold': { fr: 'En pause', en: 'On hold' },
  finished: { fr: 'Terminée', en: 'Finished' },
  cancelled: { fr: 'N’a pas eu lieu', en: 'Did not take place' },
  'entered-in-error': { fr: 'Notée par erreur', en: 'Entered in error' },
} as const satisfies CodeTable;
