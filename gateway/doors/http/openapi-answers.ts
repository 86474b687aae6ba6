import type { Bilingual } from '../../../profiles/codes.ts';

/** An answer of several routes. */
interface AnswerDescription {
  readonly description: Bilingual;
  readonly headers?: readonly (keyof typeof HEADERS)[];
  /** Media type, and the component that it holds; `gives`: the one that the route names. */
  readonly content?: readonly [mediaType: string, component: string];
}

export const HEADERS = {
  Location: {
    fr: 'Où lire ce qui a été créé, ou suivre l’échange (202).',
    en: 'Where to read what was created, or to follow the exchange (202).',
  },
  ETag: { fr: 'Version du concept, pour If-Match.', en: 'Version of the concept, for If-Match.' },
  Link: {
    fr: 'rel="status" : l’échange d’un envoi accepté qui n’est pas encore au dossier.',
    en: 'rel="status": the exchange of something accepted that is not yet in the record.',
  },
  'Last-Modified': { fr: 'Depuis quand elle est ainsi au dossier.', en: 'Since when the record has it so.' },
  'Content-Location': { fr: 'L’échange de cet envoi.', en: 'The exchange of what was sent.' },
  'Retry-After': { fr: 'Secondes à attendre.', en: 'Seconds to wait.' },
  'WWW-Authenticate': {
    fr: 'Bearer, l’erreur, et la portée qui manque.',
    en: 'Bearer, the error, and the scope that is missing.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const EXCHANGE = ['application/json', 'Exchange'] as const;
const OUTCOME = ['application/fhir+json', 'OperationOutcome'] as const;

export const ANSWERS = {
  '200': {
    description: { fr: 'Révisé, ou déjà là.', en: 'Revised, or already there.' },
    headers: ['ETag', 'Content-Location'],
    content: EXCHANGE,
  },
  '200-concept': {
    description: {
      fr: 'Le concept, avec ce que le serveur ajoute dans record.',
      en: 'The concept, with what the server adds in record.',
    },
    headers: ['ETag', 'Link'],
    content: ['application/json', 'gives'],
  },
  '200-json': { description: { fr: 'Voici.', en: 'Here it is.' }, content: ['application/json', 'gives'] },
  '200-fhir': {
    description: { fr: 'Ressource FHIR R4.', en: 'FHIR R4 resource.' },
    content: ['application/fhir+json', 'FhirResource'],
  },
  '200-resource': {
    description: { fr: 'Ressource FHIR R4, avec sa version.', en: 'FHIR R4 resource, with its version.' },
    headers: ['ETag', 'Last-Modified'],
    content: ['application/fhir+json', 'FhirResource'],
  },
  '304': {
    description: { fr: 'Vous avez déjà cette version.', en: 'You have this version already.' },
    headers: ['ETag'],
  },
  '200-outcome': { description: { fr: 'Le verdict.', en: 'The verdict.' }, content: OUTCOME },
  '200-pdf': { description: { fr: 'Une page PDF.', en: 'A one-page PDF.' }, content: ['application/pdf', 'Bytes'] },
  '200-csv': {
    description: { fr: 'Un tableau (RFC 4180).', en: 'A table (RFC 4180).' },
    content: ['text/csv', 'Text'],
  },
  '200-html': { description: { fr: 'Une page web.', en: 'A web page.' }, content: ['text/html', 'Text'] },
  '200-health': { description: { fr: 'Oui.', en: 'Yes.' }, content: ['application/json', 'Health'] },
  '503-health': { description: { fr: 'Pas maintenant.', en: 'Not now.' }, content: ['application/json', 'Health'] },
  '200-openapi': {
    description: { fr: 'Document OpenAPI 3.1.', en: 'OpenAPI 3.1 document.' },
    content: ['application/json', 'OpenApi'],
  },
  '201': {
    description: { fr: 'Créé.', en: 'Created.' },
    headers: ['Location', 'ETag', 'Content-Location'],
    content: EXCHANGE,
  },
  '201-json': {
    description: { fr: 'Créé.', en: 'Created.' },
    headers: ['Location'],
    content: ['application/json', 'gives'],
  },
  '202': {
    description: {
      fr: 'Accepté et sur disque, pas encore au dossier.',
      en: 'Accepted and on disk, not yet in the record.',
    },
    headers: ['Location', 'Link', 'Retry-After'],
    content: EXCHANGE,
  },
  '202-links': {
    description: { fr: 'Un nouveau lien part.', en: 'A new link is on its way.' },
    content: ['application/json', 'LinkCount'],
  },
  '400': {
    description: {
      fr: 'Illisible : pas du JSON, pas de l’UTF-8, un paramètre mal formé.',
      en: 'Unreadable: not JSON, not UTF-8, a malformed parameter.',
    },
    content: OUTCOME,
  },
  '401': {
    description: { fr: 'Jeton absent, expiré ou refusé.', en: 'Token absent, expired or refused.' },
    headers: ['WWW-Authenticate'],
    content: OUTCOME,
  },
  '403': {
    description: {
      fr: 'Portée ou rôle qui manque, ou pas d’accord valable.',
      en: 'A scope or role is missing, or there is no valid agreement.',
    },
    headers: ['WWW-Authenticate'],
    content: OUTCOME,
  },
  '404': { description: { fr: 'Inconnu ici.', en: 'Unknown here.' }, content: OUTCOME },
  '409': {
    description: {
      fr: 'Même identifiant et même version, autre contenu.',
      en: 'Same identifier and version, other content.',
    },
    content: OUTCOME,
  },
  '410': {
    description: { fr: 'Ce dossier a été détruit.', en: 'This file was destroyed.' },
    content: OUTCOME,
  },
  '412': { description: { fr: 'If-Match ne correspond plus.', en: 'If-Match no longer matches.' }, content: OUTCOME },
  '413': { description: { fr: 'Corps trop gros.', en: 'Body too large.' }, content: OUTCOME },
  '415': { description: { fr: 'Type de contenu refusé.', en: 'Content type refused.' }, content: OUTCOME },
  '422': {
    description: {
      fr: 'Lu et refusé : chaque champ fautif est nommé.',
      en: 'Read and refused: each wrong field is named.',
    },
    content: OUTCOME,
  },
  '429': {
    description: { fr: 'Trop d’appels de ce client ; attendez.', en: 'Too many calls of this client; wait.' },
    headers: ['Retry-After'],
    content: OUTCOME,
  },
  '431': {
    description: {
      fr: 'Adresse et en-têtes de plus de 16 ko ensemble ; la connexion se ferme.',
      en: 'Address and headers of more than 16 kB together; the connection closes.',
    },
    content: OUTCOME,
  },
  '502': {
    description: {
      fr: 'Le dossier FHIR a refusé ou échoué ; une personne doit voir.',
      en: 'The FHIR record refused or failed; a person must look.',
    },
    content: OUTCOME,
  },
  '503': {
    description: { fr: 'Pas maintenant ; rien n’a été accepté.', en: 'Not now; nothing was accepted.' },
    headers: ['Retry-After'],
    content: OUTCOME,
  },
} as const satisfies Readonly<Record<string, AnswerDescription>>;

export type AnswerName = keyof typeof ANSWERS;
