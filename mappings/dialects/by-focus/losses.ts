import type { Bilingual } from '../../../profiles/codes.ts';
import type { Issue } from '../../domain/mapped.ts';
import { EXTENSIONS } from '../../domain/systems.ts';

const extensionOf = (url: string): string => `ServiceRequest.extension('${url}')`;

/** What guides that link by `Task.focus` have no place for on the way out, and why. Each stands in mappings/README.md. */
export const LOSSES = {
  [extensionOf(EXTENSIONS.safeContact)]: {
    fr: 'du contact sûr, il reste « appelez d’abord le centre »',
    en: 'of the safe contact, “call the centre first” is left',
  },
  [extensionOf(EXTENSIONS.conflictCheckName)]: {
    fr: 'les noms pour le contrôle des conflits n’y ont pas de place',
    en: 'there is no place for names for the conflict check',
  },
  [extensionOf(EXTENSIONS.serviceLanguage)]: {
    fr: 'la langue de l’entretien avec l’avocat n’y a pas de place',
    en: 'there is no place for the language to speak with the lawyer',
  },
  [extensionOf(EXTENSIONS.rightConcerned)]: {
    fr: 'les droits de l’enfant n’y ont pas de place',
    en: 'there is no place for the rights of the child',
  },
  [extensionOf(EXTENSIONS.childWishes)]: {
    fr: 'ce que l’enfant souhaite n’y a pas de place',
    en: 'there is no place for what the child wishes',
  },
  [extensionOf(EXTENSIONS.facts)]: {
    fr: 'les faits d’une référence juridique n’y ont pas de place',
    en: 'there is no place for the facts of a legal referral',
  },
  'Task.status': {
    fr: '« received » n’y est jamais écrit : « requested » et le code de notre suivi',
    en: '“received” is never written: “requested” and our own business status',
  },
  'Task.lastModified': {
    fr: 'une réponse d’avant la demande porte l’heure de l’envoi (inv-1 de FHIR)',
    en: 'an answer from before the request bears the hour at which it is sent (FHIR’s inv-1)',
  },
  'Answer.priority': {
    fr: 'la priorité de qui reçoit n’y a pas de place',
    en: 'there is no place for the receiver’s priority',
  },
  'Answer.ratings': { fr: 'les appréciations n’y ont pas de place', en: 'there is no place for ratings' },
  'Answer.passedOn': {
    fr: 'à qui la demande a été confiée n’y a pas de place',
    en: 'there is no place for whom the request was passed on to',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A warning that something was not carried. */
export function lost(place: string): Issue {
  const why = new Map<string, Bilingual>(Object.entries(LOSSES)).get(place) ?? NO_PLACE;
  return {
    severity: 'warning',
    code: 'not-supported',
    expression: place,
    text: { fr: `${place} : ${why.fr}.`, en: `${place}: ${why.en}.` },
  };
}

const NO_PLACE: Bilingual = { fr: 'n’y a pas de place', en: 'there is no place for it' };

/** What of a request’s extensions does not leave: nothing, where the safe contact is the default anyway. */
export const extensionsLost = ({ extension = [] }: fhir4.ServiceRequest): readonly Issue[] =>
  [...new Set(extension.filter((one) => !isDefaultContact(one)).map(({ url }) => url))].map((url) =>
    lost(extensionOf(url)),
  );

const isDefaultContact = ({ url, extension = [] }: fhir4.Extension): boolean =>
  url === EXTENSIONS.safeContact && extension.every((part) => part.url === 'through' && part.valueCode === 'centre');
