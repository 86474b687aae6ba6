import { TYPE_IN_PATH } from '../../access/needs.ts';
import type { RouteDescription } from './openapi-route-description.ts';

/** The record as FHIR R4, for reading, by a centre’s own clinic apps. */
export const FACADE_ROUTES: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/fhir/{type}',
    operationId: 'facadeSearch',
    needs: { centre: { type: TYPE_IN_PATH, can: 's', area: 'record' } },
    tag: 'facade',
    summary: {
      fr: 'chercher dans le dossier du centre ; rien de personnel dans une URL',
      en: 'search the centre’s record; nothing personal in a URL',
    },
    description: {
      fr: 'Recherche FHIR R4 dans ce que ce centre a écrit : d’un autre centre, rien n’est trouvé ni compté. Chaque type a ses paramètres, nommés par GET /fhir/metadata et docs/fhir-api.md ; un paramètre inconnu est refusé. Le lien « next » mène à la suite.',
      en: 'FHIR R4 search in what this centre wrote: of another centre nothing is found or counted. Each type has its parameters, named by GET /fhir/metadata and docs/fhir-api.md; an unknown parameter is refused. The link "next" leads on.',
    },
    parameters: [
      'facadeType',
      'search',
      '_id',
      '_lastUpdated',
      '_sort',
      'facadeCount',
      '_total',
      '_summary',
      '_elements',
      'facadeInclude',
      '_revinclude',
      '_page',
      'Accept-Language',
    ],
    answers: ['200-fhir', '400', '401', '403', '404', '502', '503'],
  },
  {
    method: 'post',
    path: '/fhir/{type}/_search',
    operationId: 'facadeSearchByPost',
    needs: { centre: { type: TYPE_IN_PATH, can: 's', area: 'record' } },
    tag: 'facade',
    summary: {
      fr: 'la même recherche, pour un nom, une date de naissance, une carte, un téléphone',
      en: 'the same search, for a name, a birth date, a card, a telephone',
    },
    parameters: ['facadeType', 'Accept-Language'],
    body: 'search-form',
    answers: ['200-fhir', '400', '401', '403', '404', '413', '415', '502', '503'],
  },
  {
    method: 'get',
    path: '/fhir/{type}/{id}',
    operationId: 'facadeRead',
    needs: { centre: { type: TYPE_IN_PATH, can: 'r', area: 'record' } },
    tag: 'facade',
    summary: { fr: 'une ressource du centre, avec son ETag', en: 'a resource of the centre, with its ETag' },
    description: {
      fr: 'Inconnue, d’un autre centre, ou d’un type qui n’est pas lu : la même réponse.',
      en: 'Unknown, another centre’s, or of a type that is not read: the same answer.',
    },
    parameters: ['facadeType', 'resourceId', 'If-None-Match', 'Accept-Language'],
    answers: ['200-resource', '304', '400', '401', '403', '404', '502', '503'],
  },
  {
    method: 'get',
    path: '/fhir/{type}/{id}/_history',
    operationId: 'facadeHistory',
    needs: {
      centre: { type: TYPE_IN_PATH, can: 'r', area: 'record' },
      partner: { type: TYPE_IN_PATH, can: 'r' },
    },
    tag: 'facade',
    summary: { fr: 'ses versions, la plus récente d’abord', en: 'its versions, the newest first' },
    description: {
      fr: 'À un partenaire qui relève ses demandes, là où le centre le permet (partnerHistory) : de Task, ServiceRequest, Patient et DocumentReference, la version d’aujourd’hui seule, telle qu’il la lit. Ailleurs, 404, comme un numéro inconnu.',
      en: 'To a partner that collects its requests, where the centre lets it (partnerHistory): of Task, ServiceRequest, Patient and DocumentReference, today’s version alone, as it reads it. Elsewhere 404, like an unknown number.',
    },
    parameters: ['facadeType', 'resourceId', 'facadeCount', '_page', 'Accept-Language'],
    answers: ['200-fhir', '400', '401', '403', '404', '502', '503'],
  },
  {
    method: 'get',
    path: '/fhir/{type}/{id}/_history/{version}',
    operationId: 'facadeVersion',
    needs: {
      centre: { type: TYPE_IN_PATH, can: 'r', area: 'record' },
      partner: { type: TYPE_IN_PATH, can: 'r' },
    },
    tag: 'facade',
    summary: { fr: 'une de ses versions', en: 'one of its versions' },
    description: {
      fr: 'À un partenaire, celle d’aujourd’hui seule ; une autre, et un numéro inconnu : la même réponse.',
      en: 'To a partner, today’s alone; another, and an unknown number: the same answer.',
    },
    parameters: ['facadeType', 'resourceId', 'version', 'If-None-Match', 'Accept-Language'],
    answers: ['200-resource', '304', '400', '401', '403', '404', '502', '503'],
  },
  {
    method: 'get',
    path: '/fhir/Patient/{id}/$everything',
    operationId: 'facadeEverything',
    needs: { centre: { type: '*', can: 'rs', area: 'record' }, partner: { type: 'Patient', can: 'r' } },
    tag: 'facade',
    summary: {
      fr: 'tout ce que le dossier a d’un enfant, et qui y est nommé',
      en: 'all that the record has of a child, and who is named in it',
    },
    description: {
      fr: 'À un partenaire qui relève ses demandes, là où le centre le permet (partnerEverything) : ce que les lectures de cette demande lui montreraient, chacune selon sa portée, et rien d’une autre demande. Ailleurs, 404, comme un numéro inconnu.',
      en: 'To a partner that collects its requests, where the centre lets it (partnerEverything): what the reads of this request would show it, each by its scope, and nothing of another request. Elsewhere 404, like an unknown number.',
    },
    parameters: ['resourceId', '_page', 'Accept-Language'],
    answers: ['200-fhir', '400', '401', '403', '404', '502', '503'],
  },
];

/** What a `_search` may bring in its body. */
export const SEARCH_EXAMPLES = {
  'name-and-birth-date': { family: 'Nguyễn', birthdate: '2020-05-04' },
  card: {
    identifier: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id|NGUM20550412',
    _include: 'Patient:organization',
  },
} as const;
