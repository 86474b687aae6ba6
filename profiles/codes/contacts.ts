import type { Bilingual } from '../codes.ts';

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
