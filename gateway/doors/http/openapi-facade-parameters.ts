import { FACADE_PAGE, FACADE_TYPES } from '../../../profiles/facade-offer.ts';
import type { ParameterDescription } from './openapi-parameters.ts';

/** Parameters of the routes by which a centre’s apps read the record in FHIR. */
export const FACADE_PARAMETERS = {
  facadeType: {
    name: 'type',
    in: 'path',
    required: true,
    description: { fr: 'Type de ressource que la façade lit.', en: 'Resource type that the facade reads.' },
    schema: { type: 'string', enum: FACADE_TYPES },
    example: 'CareTeam',
  },
  resourceId: {
    name: 'id',
    in: 'path',
    required: true,
    description: { fr: 'Identifiant de la ressource au dossier.', en: 'Id of the resource in the record.' },
    schema: { type: 'string', pattern: '^[A-Za-z0-9.-]{1,64}$' },
  },
  version: {
    in: 'path',
    required: true,
    description: { fr: 'Sa version (meta.versionId).', en: 'Its version (meta.versionId).' },
    schema: { type: 'string', pattern: '^[A-Za-z0-9.-]{1,64}$' },
  },
  'If-None-Match': {
    in: 'header',
    description: { fr: 'L’ETag lu : 304 si rien n’a changé.', en: 'The ETag read: 304 if nothing changed.' },
    schema: { type: 'string' },
    example: 'W/"2"',
  },
  search: {
    in: 'query',
    description: {
      fr: 'Les paramètres de ce type, comme status=active (GET /fhir/metadata).',
      en: 'The parameters of this type, such as status=active (GET /fhir/metadata).',
    },
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  },
  _id: {
    in: 'query',
    description: {
      fr: 'Identifiants au dossier, séparés par des virgules.',
      en: 'Ids in the record, separated by commas.',
    },
    schema: { type: 'string', maxLength: 4000 },
  },
  _sort: {
    in: 'query',
    description: {
      fr: '_id, _lastUpdated ou un paramètre de date du type ; « - » devant, du dernier au premier.',
      en: '_id, _lastUpdated or a date parameter of the type; "-" before it, last to first.',
    },
    schema: { type: 'string', maxLength: 100 },
  },
  facadeCount: {
    name: '_count',
    in: 'query',
    description: {
      fr: `Ressources par page, ${FACADE_PAGE.most} au plus ; 0 : le compte seulement.`,
      en: `Resources per page, ${FACADE_PAGE.most} at most; 0: the count only.`,
    },
    schema: { type: 'integer', minimum: 0, default: FACADE_PAGE.usual },
  },
  _total: {
    in: 'query',
    description: { fr: 'accurate : compter ce qui est trouvé.', en: 'accurate: count what is found.' },
    schema: { type: 'string', enum: ['none', 'accurate'] },
  },
  _summary: {
    in: 'query',
    description: { fr: 'count : le compte seulement.', en: 'count: the count only.' },
    schema: { type: 'string', enum: ['count', 'false'] },
  },
  _elements: {
    in: 'query',
    description: {
      fr: 'Éléments de premier niveau, séparés par des virgules ; ceux que R4 exige restent.',
      en: 'Top-level elements, separated by commas; those that R4 wants stay.',
    },
    schema: { type: 'string', maxLength: 1000 },
  },
  facadeInclude: {
    name: '_include',
    in: 'query',
    description: {
      fr: 'Joindre ce vers quoi mène une référence permise.',
      en: 'Include what an allowed reference leads to.',
    },
    schema: { type: 'string', maxLength: 100 },
    example: 'CareTeam:patient',
  },
  _revinclude: {
    in: 'query',
    description: {
      fr: 'Joindre ce dont une référence permise mène ici.',
      en: 'Include what leads here by an allowed reference.',
    },
    schema: { type: 'string', maxLength: 100 },
    example: 'Provenance:target',
  },
  _page: {
    in: 'query',
    description: {
      fr: 'Du lien « next », seul ; un quart d’heure, pour qui l’a reçu.',
      en: 'From the link "next", alone; for a quarter of an hour, for whoever got it.',
    },
    schema: { type: 'string', maxLength: 4000 },
  },
} as const satisfies Readonly<Record<string, ParameterDescription>>;
