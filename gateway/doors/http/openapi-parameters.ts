import { WATCH_FINDINGS } from '../../../profiles/codes/watch-findings.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import { STATE_KNOWN_SCOPE } from '../../access/scopes.ts';
import { FACADE_PARAMETERS } from './openapi-facade-parameters.ts';
import { INDICATOR_PARAMETERS } from './openapi-indicator-parameters.ts';
import { OPERATOR_PARAMETERS } from './openapi-operator-parameters.ts';
import { PARTNER_PARAMETERS } from './openapi-partner-parameters.ts';

/** A header, query or path parameter of several routes. */
export interface ParameterDescription {
  /** Its name on the wire, where the key here is another. */
  readonly name?: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: Bilingual;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly example?: string;
  readonly required?: true;
}

export const PARAMETERS = {
  id: {
    in: 'path',
    required: true,
    description: { fr: 'Identifiant d’affaires, celui du centre.', en: 'Business identifier, the centre’s own.' },
    schema: { $ref: '#/components/schemas/BusinessIdentifier' },
  },
  exchange: {
    in: 'path',
    required: true,
    description: { fr: 'Identifiant de l’échange.', en: 'Identifier of the exchange.' },
    schema: { type: 'string', format: 'uuid' },
  },
  Prefer: {
    in: 'header',
    description: {
      fr: 'RFC 7240 : wait=N, attendre au plus N secondes que le dossier soit à jour ; respond-async, ne pas attendre.',
      en: 'RFC 7240: wait=N, wait at most N seconds for the record; respond-async, do not wait.',
    },
    schema: { type: 'string' },
    example: 'wait=5',
  },
  'If-Match': {
    in: 'header',
    description: {
      fr: 'L’ETag lu : la révision est refusée (412) si une autre est passée depuis.',
      en: 'The ETag read: the revision is refused (412) if another passed since.',
    },
    schema: { type: 'string' },
    example: 'W/"2"',
  },
  'Idempotency-Key': {
    in: 'header',
    description: {
      fr: 'Clé que l’expéditeur invente : la même clé et le même contenu ne changent rien et reçoivent la même réponse. Obligatoire si l’identifiant ou la version manque.',
      en: 'Key that the sender makes up: the same key and content change nothing and get the same answer. Required when the identifier or the version is missing.',
    },
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
    example: '5f0c6c1e-3d0a-4c8e-9a52-7a1f6f6d2b11',
  },
  'Passerelle-Known-At': {
    in: 'header',
    description: {
      fr: `Depuis quand on le savait, si ce n’est pas maintenant : pour reprendre ce qui était noté ailleurs. Un instant, entre ce qui est arrivé et maintenant. Il y faut la portée ${STATE_KNOWN_SCOPE}, qu’aucun programme n’a sans qu’on la lui donne ; chaque usage est inscrit à l’audit.`,
      en: `Since when it was known, where that is not now: to take over what was written down elsewhere. An instant, between what happened and now. It takes the scope ${STATE_KNOWN_SCOPE}, which no program has unless it is given; each use is written in the audit.`,
    },
    schema: { type: 'string', format: 'date-time' },
    example: '2026-09-18T14:05:00-04:00',
  },
  'Accept-Language': {
    in: 'header',
    description: {
      fr: 'Langue des messages : fr (par défaut) ou en.',
      en: 'Language of the messages: fr (default) or en.',
    },
    schema: { type: 'string', default: 'fr' },
  },
  since: {
    in: 'query',
    description: {
      fr: 'Curseur rendu par l’appel d’avant (next) ; 0, depuis le début.',
      en: 'Cursor given by the call before (next); 0, from the beginning.',
    },
    schema: { type: 'string', pattern: '^[0-9]{1,16}(-[0-9]{1,10})?$', default: '0' },
  },
  limit: {
    in: 'query',
    description: { fr: 'Nombre d’éléments au plus.', en: 'Number of items at most.' },
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
  },
  words: {
    in: 'path',
    required: true,
    description: { fr: 'Identifiant des mots reçus.', en: 'Identifier of the words received.' },
    schema: { type: 'string', format: 'uuid' },
  },
  stage: {
    in: 'query',
    description: { fr: 'Où en est la demande reçue.', en: 'Where the inbound referral stands.' },
    schema: { type: 'string', enum: ['to-match', 'to-answer', 'under-way', 'ended'] },
  },
  sender: {
    in: 'query',
    description: { fr: 'Identifiant du partenaire qui demande.', en: 'Identifier of the partner who asks.' },
    schema: { $ref: '#/components/schemas/BusinessIdentifier' },
  },
  kind: {
    in: 'query',
    description: { fr: 'Ce que la ressource offre.', en: 'What the resource offers.' },
    schema: { $ref: '#/components/schemas/ResourceKind' },
  },
  language: {
    in: 'query',
    description: {
      fr: 'Langue du service : fr trouve aussi fr-CA.',
      en: 'Language of the service: fr finds fr-CA too.',
    },
    schema: { $ref: '#/components/schemas/Language' },
  },
  territory: {
    in: 'query',
    description: {
      fr: 'Identifiant d’un territoire que la ressource nomme.',
      en: 'Identifier of a territory that the resource names.',
    },
    schema: { $ref: '#/components/schemas/BusinessIdentifier' },
  },
  after: {
    in: 'query',
    description: {
      fr: 'Curseur rendu par l’appel d’avant (next).',
      en: 'Cursor given by the call before (next).',
    },
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' },
  },
  findingsOf: {
    name: 'of',
    in: 'query',
    description: { fr: '« centre » : ceux de tout le centre.', en: '"centre": those of the whole centre.' },
    schema: { type: 'string', enum: ['centre'] },
  },
  urgency: {
    in: 'query',
    description: {
      fr: '1 : aujourd’hui ; 2 : cette semaine ; 3 : d’avance ; sinon toutes.',
      en: '1: today; 2: this week; 3: ahead of time; else all.',
    },
    schema: { type: 'string', enum: ['1', '2', '3'] },
  },
  code: {
    in: 'query',
    description: {
      fr: 'Celles d’une seule règle de la vigie (docs/watch.md).',
      en: 'Those of one rule of the watch only (docs/watch.md).',
    },
    schema: { type: 'string', enum: Object.keys(WATCH_FINDINGS) },
  },
  loopsAfter: {
    name: 'after',
    in: 'query',
    description: {
      fr: 'La valeur « next » de la page d’avant.',
      en: 'The "next" value of the page before.',
    },
    schema: { type: 'string', pattern: '^[123]-[1-9][0-9]{0,4}$' },
  },
  loopsLimit: {
    name: 'limit',
    in: 'query',
    description: { fr: 'Combien au plus ; 50 sinon.', en: 'How many at most; else 50.' },
    schema: { type: 'integer', minimum: 1, maximum: 100 },
  },
  ...INDICATOR_PARAMETERS,
  asOf: {
    in: 'query',
    description: {
      fr: 'Le dernier jour compté ; sinon aujourd’hui, au centre.',
      en: 'The last day that is counted; else today, at the centre.',
    },
    schema: { type: 'string', format: 'fhir-date' },
  },
  knownAt: {
    in: 'query',
    description: { fr: 'Tel qu’on le savait à ce moment.', en: 'As it was known at that moment.' },
    schema: { type: 'string', format: 'date-time' },
  },
  registerFrom: {
    name: 'from',
    in: 'query',
    description: { fr: 'Depuis ce jour, au centre.', en: 'Since this day, at the centre.' },
    schema: { type: 'string', format: 'fhir-date' },
  },
  registerUntil: {
    name: 'until',
    in: 'query',
    description: { fr: 'Jusqu’à ce jour, au centre.', en: 'Until this day, at the centre.' },
    schema: { type: 'string', format: 'fhir-date' },
  },
  registerAfter: {
    name: 'after',
    in: 'query',
    description: {
      fr: 'La valeur « next » de la réponse précédente.',
      en: 'The "next" value of the answer before.',
    },
    schema: { type: 'string', maxLength: 200 },
  },
  lang: {
    in: 'query',
    description: {
      fr: 'Langue de la réponse, si ce n’est pas celle d’Accept-Language.',
      en: 'Language of the answer, where it is not that of Accept-Language.',
    },
    schema: { type: 'string', enum: ['fr', 'en'] },
  },
  recipient: {
    in: 'query',
    description: {
      fr: 'Destinataire de la page, si la demande en a plus d’un.',
      en: 'Recipient of the page, if the request has more than one.',
    },
    schema: { $ref: '#/components/schemas/BusinessIdentifier' },
  },
  type: {
    in: 'path',
    required: true,
    description: { fr: 'Type de ressource de FHIR R4.', en: 'Resource type of FHIR R4.' },
    schema: { type: 'string', pattern: '^[A-Z][A-Za-z]+$' },
    example: 'Patient',
  },
  profile: {
    in: 'query',
    description: {
      fr: 'Profil auquel tenir la ressource, en plus de ceux qu’elle dit suivre (meta.profile) ; nommé par GET /fhir/metadata.',
      en: 'Profile to hold the resource to, beside those that it claims (meta.profile); named by GET /fhir/metadata.',
    },
    schema: { type: 'string', maxLength: 500 },
  },
  mode: {
    in: 'query',
    description: {
      fr: 'create ou update : ne change rien à ce qui est vérifié.',
      en: 'create or update: changes nothing in what is checked.',
    },
    schema: { type: 'string', enum: ['create', 'update'] },
  },
  ...PARTNER_PARAMETERS,
  ...OPERATOR_PARAMETERS,
  ...FACADE_PARAMETERS,
} as const satisfies Readonly<Record<string, ParameterDescription>>;

export type ParameterName = keyof typeof PARAMETERS;
