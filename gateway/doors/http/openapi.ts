import { readFileSync } from 'node:fs';
import type { Bilingual } from '../../../profiles/codes.ts';
import { CONCEPT_NAMES } from '../../../profiles/concept-names.ts';
import { conceptExamples } from '../../../profiles/load-examples.ts';
import type { JsonObject } from '../../../profiles/load-schemas.ts';
import { scopesOf } from '../../access/needs.ts';
import { ANSWERS, type AnswerName, HEADERS } from './openapi-answers.ts';
import { BOARD_SCHEMAS } from './openapi-board-routes.ts';
import { SEARCH_EXAMPLES } from './openapi-facade-routes.ts';
import { OPERATOR_SCHEMAS, REPLAY_EXAMPLES } from './openapi-operator-routes.ts';
import { PARAMETERS } from './openapi-parameters.ts';
import { type RouteDescription, TAGS } from './openapi-route-description.ts';
import { ROUTES } from './openapi-routes.ts';
import { openApiSchemas } from './openapi-schemas.ts';
import type { Language } from './operation-outcome.ts';
import { VALIDATE_EXAMPLES } from './validate-examples.ts';

interface OpenApiOptions {
  readonly language: Language;
  /** Where the API answers, as its callers see it. */
  readonly serverUrl: string;
}

interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: Readonly<Record<string, object>>;
  readonly [part: string]: unknown;
}

const PACKAGE = new URL('../../../package.json', import.meta.url);

const ABOUT: Bilingual = {
  fr: 'Des concepts d’un centre de pédiatrie sociale en communauté vers FHIR R4, et de chaque demande jusqu’à sa réponse. Les messages sont en français, ou en anglais avec `Accept-Language: en`.',
  en: 'From the concepts of a community social pediatrics centre to FHIR R4, and from each request to its answer. Messages are in French, or in English with `Accept-Language: en`.',
};

const TOKEN: Bilingual = {
  fr: 'Jeton d’accès OAuth 2.0 (JWT, RFC 9068), de courte durée, d’un serveur d’autorisation que la passerelle connaît ; /.well-known/smart-configuration dit où le demander, docs/authorization.md ce qu’il porte. Chaque adresse nomme la portée SMART v2 qu’il y faut.',
  en: 'Short-lived OAuth 2.0 access token (JWT, RFC 9068) of an authorization server that the gateway knows; /.well-known/smart-configuration says where to ask for it, docs/authorization.md what it carries. Each address names the SMART v2 scope that it takes.',
};

/** The OpenAPI 3.1 document of the API in one language, made from the schemas and examples that the checker itself uses. */
export function openApiDocument({ language, serverUrl }: OpenApiOptions): OpenApiDocument {
  const said = (words: Bilingual): string => words[language];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Passerelle',
      version: String(JSON.parse(readFileSync(PACKAGE, 'utf8')).version),
      description: said(ABOUT),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    security: [{ token: [] }],
    tags: Object.values(TAGS).map((tag) => ({ name: said(tag) })),
    paths: pathsOf(language),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: said(TOKEN) } },
      parameters: parameters(language),
      responses: Object.fromEntries(
        Object.keys(ANSWERS)
          .filter(isAnswerName)
          .filter((name) => !givesByRoute(name))
          .map((name) => [componentOf(name), response(name, language)]),
      ),
      schemas: { ...openApiSchemas(language), ...OPERATOR_SCHEMAS, ...BOARD_SCHEMAS, ...OTHER_SCHEMAS },
    },
  };
}

/** What is said of things that no schema of ours describes. */
const OTHER_SCHEMAS: JsonObject = {
  OperationOutcome: {
    title: 'OperationOutcome (FHIR R4)',
    type: 'object',
    required: ['resourceType', 'issue'],
    properties: {
      resourceType: { const: 'OperationOutcome' },
      language: { type: 'string', enum: ['fr', 'en'] },
      issue: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/OutcomeIssue' } },
    },
  },
  FhirResource: {
    title: 'Resource (FHIR R4)',
    type: 'object',
    required: ['resourceType'],
    properties: { resourceType: { type: 'string' } },
  },
  SearchForm: {
    title: 'application/x-www-form-urlencoded',
    type: 'object',
    additionalProperties: { type: 'string' },
  },
  LinkCount: {
    type: 'object',
    required: ['links', 'answers'],
    properties: { links: { type: 'integer', minimum: 0 }, answers: { type: 'integer', minimum: 0 } },
  },
  SmartConfiguration: {
    title: 'SMART App Launch 2.2',
    type: 'object',
    required: ['capabilities', 'grant_types_supported', 'code_challenge_methods_supported'],
  },
  OpenApi: { type: 'object', required: ['openapi', 'info', 'paths'] },
  Bytes: { type: 'string', contentMediaType: 'application/pdf' },
  Text: { type: 'string' },
};

function pathsOf(language: Language): OpenApiDocument['paths'] {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) paths[route.path] = { ...paths[route.path], [route.method]: operation(route, language) };
  return paths;
}

function operation(route: RouteDescription, language: Language): object {
  const { operationId, tag, summary, description, parameters: names = [], body, gives, needs } = route;
  return {
    operationId,
    tags: [TAGS[tag][language]],
    summary: summary[language],
    ...(description === undefined ? {} : { description: description[language] }),
    ...(route.open === true ? { security: [] } : {}),
    ...(needs === undefined ? {} : { security: scopesOf(needs).map((scope) => ({ token: [scope] })) }),
    parameters: names.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ...(body === undefined ? {} : { requestBody: requestBody(body) }),
    responses: Object.fromEntries(
      answersOf(route).map((name) => [
        name.slice(0, 3),
        givesByRoute(name) ? response(name, language, gives) : { $ref: `#/components/responses/${componentOf(name)}` },
      ]),
    ),
  };
}

/** Its own, those of whoever may not, and that of the HTTP server itself. */
const answersOf = ({ answers, needs }: RouteDescription): readonly AnswerName[] => [
  ...new Set<AnswerName>([...answers, ...(needs === undefined ? [] : (['401', '403', '429'] as const)), '431']),
];

function requestBody(body: NonNullable<RouteDescription['body']>): object {
  const { mediaType, component, examples } = bodyParts(body);
  return {
    required: true,
    content: {
      [mediaType]: {
        schema: { $ref: `#/components/schemas/${component}` },
        examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
      },
    },
  };
}

function bodyParts(body: NonNullable<RouteDescription['body']>): {
  readonly mediaType: string;
  readonly component: string;
  readonly examples: object;
} {
  const [json, fhir] = ['application/json', 'application/fhir+json'];
  if (body === 'replay-request') return { mediaType: json, component: 'ReplayRequest', examples: REPLAY_EXAMPLES };
  if (body === 'fhir-resource') return { mediaType: fhir, component: 'FhirResource', examples: VALIDATE_EXAMPLES };
  if (body === 'search-form')
    return { mediaType: 'application/x-www-form-urlencoded', component: 'SearchForm', examples: SEARCH_EXAMPLES };
  const mediaType = body === 'partner-task' ? fhir : json;
  return { mediaType, component: CONCEPT_NAMES[body], examples: conceptExamples(body) };
}

function response(name: AnswerName, language: Language, gives?: string): object {
  const answer = ANSWERS[name];
  const headers = 'headers' in answer ? answer.headers : [];
  const [mediaType, component] = 'content' in answer ? answer.content : [];
  const schema = component === 'gives' ? gives : component;
  return {
    description: answer.description[language],
    ...(headers.length === 0
      ? {}
      : {
          headers: Object.fromEntries(
            headers.map((header) => [header, { description: HEADERS[header][language], schema: { type: 'string' } }]),
          ),
        }),
    ...(mediaType === undefined
      ? {}
      : {
          content: { [mediaType]: { schema: schema === undefined ? {} : { $ref: `#/components/schemas/${schema}` } } },
        }),
  };
}

const parameters = (language: Language): object =>
  Object.fromEntries(
    Object.entries(PARAMETERS).map(([name, { description, ...rest }]) => [
      name,
      { name, ...rest, description: description[language] },
    ]),
  );

const isAnswerName = (name: string): name is AnswerName => Object.hasOwn(ANSWERS, name);

function givesByRoute(name: AnswerName): boolean {
  const answer = ANSWERS[name];
  return 'content' in answer && answer.content[1] === 'gives';
}

const componentOf = (name: AnswerName): string => `answer-${name}`;
