import type { Bilingual } from '../codes.ts';

type CodeTable = Readonly<Record<string, Bilingual>>;

/** What a member of the circle is. */
export const MEMBER_KINDS = {
  family: { fr: 'Famille', en: 'Family' },
  community: { fr: 'Communauté', en: 'Community' },
  professional: { fr: 'Professionnel', en: 'Professional' },
  institution: { fr: 'Institution', en: 'Institution' },
} as const satisfies CodeTable;

/** Through whom it is safe to contact a family. */
export const CONTACT_WAYS = {
  centre: { fr: 'Par le centre', en: 'Through the centre' },
  person: { fr: 'Par la personne nommée', en: 'Through the person named' },
} as const satisfies CodeTable;

/** By which means it is safe to contact the person named. */
export const CONTACT_MEANS = {
  telephone: { fr: 'Téléphone', en: 'Telephone' },
  sms: { fr: 'Texto', en: 'Text message' },
  email: { fr: 'Courriel', en: 'E-mail' },
  letter: { fr: 'Lettre', en: 'Letter' },
  'in-person': { fr: 'En personne', en: 'In person' },
} as const satisfies CodeTable;

/** How an agreement was given. */
export const AGREEMENT_FORMS = {
  oral: { fr: 'De vive voix', en: 'Orally' },
  written: { fr: 'Par écrit', en: 'In writing' },
} as const satisfies CodeTable;

/** What of a request was last given to its recipient. */
export const DELIVERY_STAGES = {
  request: { fr: 'La demande', en: 'The request' },
  facts: { fr: 'Les faits, après l’acceptation', en: 'The facts, after acceptance' },
  stop: { fr: 'La demande d’arrêter un service accepté', en: 'The request to stop accepted work' },
  cancellation: { fr: 'Le retrait', en: 'The withdrawal' },
  error: { fr: 'L’erreur de saisie', en: 'The entry in error' },
  answer: { fr: 'La réponse du centre', en: 'The centre’s answer' },
} as const satisfies CodeTable;
