import { ROLES } from './roles.ts';
import { scopesIn } from './scopes.ts';

/** Signatures that we take: asymmetric ones only, so that a public key can never pass for a secret. */
export const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'EdDSA'];

export const LISTED_KINDS = ['clients', 'professionals'] as const;

const IDS = {
  anyOf: [{ const: 'all' }, { type: 'array', items: { type: 'string', minLength: 1 } }],
};
const ADDRESS = { type: 'string', pattern: '^https?://[^\\s]+$' };
/** What may stand in a claim (caller-from-claims.ts). */
const NAME = { type: 'string', pattern: '^[\\w.:@/+-]{1,128}$' };
const ROLE_LIST = { type: 'array', minItems: 1, uniqueItems: true, items: { enum: Object.keys(ROLES) } };
const SUSPENDED_FROM = { type: 'string', minLength: '2026-12-01'.length, format: 'fhir-dateTime' };
/** Of one kind: the centre or the partner whose things the client asks for, or who operates. */
const ONE_OF_WHOM = ['centre', 'partner', 'operator'].map((kind) => ({ required: [kind] }));

/** Of the file that `ACCESS_PATH` names (docs/authorization.md). */
export const ACCESS_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['audience', 'issuers'],
  properties: {
    audience: { type: 'string', minLength: 1 },
    tokenLifeMaxSeconds: { type: 'integer', minimum: 30, maximum: 86_400 },
    issuers: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['issuer', 'keys', 'vouchesFor'],
        properties: {
          issuer: ADDRESS,
          keys: { type: 'string', minLength: 1 },
          plainHttp: { type: 'boolean' },
          algorithms: { type: 'array', minItems: 1, items: { enum: ALGORITHMS } },
          tokenTypes: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[\\w+.-]+$' } },
          vouchesFor: {
            type: 'object',
            additionalProperties: false,
            properties: { centres: IDS, partners: IDS, operators: { type: 'boolean' } },
          },
          endpoints: {
            type: 'object',
            additionalProperties: false,
            properties: { token: ADDRESS, authorization: ADDRESS },
          },
          board: {
            type: 'object',
            additionalProperties: false,
            required: ['client'],
            properties: { client: NAME, scope: { type: 'string', minLength: 1 } },
          },
        },
      },
    },
    listedOnly: { type: 'array', uniqueItems: true, items: { enum: LISTED_KINDS } },
    clients: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'issuer'],
        oneOf: ONE_OF_WHOM,
        properties: {
          id: NAME,
          issuer: ADDRESS,
          centre: NAME,
          partner: NAME,
          operator: NAME,
          scopes: { type: 'array', minItems: 1, items: { type: 'string', format: 'scope' } },
          roles: ROLE_LIST,
          suspendedFrom: SUSPENDED_FROM,
        },
        dependentRequired: { roles: ['centre'] },
      },
    },
    professionals: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'centre'],
        properties: { id: NAME, centre: NAME, roles: ROLE_LIST, suspendedFrom: SUSPENDED_FROM },
      },
    },
  },
};

/** A scope that grants something: one that we do not understand would narrow a client to nothing in silence. */
export const isScope = (text: string): boolean => scopesIn(text).length === 1 && !text.includes(' ');
