import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JSONWebKeySet } from 'jose';
import { parse } from 'yaml';
import { GatewayError } from '../failures.ts';

/** Signatures that we take: asymmetric ones only, so that a public key can never pass for a secret. */
export const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'EdDSA'];

/** Of whom an issuer may speak; of nobody else, so that a partner's server cannot make a centre's token. */
export interface Vouching {
  readonly centres: readonly string[] | 'all';
  readonly partners: readonly string[] | 'all';
  readonly operators: boolean;
}

/** Where a client gets a token: told in `/.well-known/smart-configuration`. */
export interface Endpoints {
  readonly token?: string;
  readonly authorization?: string;
}

/** A server whose access tokens we take. */
export interface TrustedIssuer {
  /** `iss`, to the letter. */
  readonly issuer: string;
  readonly keys: { readonly url: URL } | { readonly set: JSONWebKeySet };
  readonly algorithms: readonly string[];
  /** `typ` of the header: `at+jwt` (RFC 9068) unless the server cannot say it. */
  readonly tokenTypes: readonly string[];
  readonly vouchesFor: Vouching;
  readonly endpoints: Endpoints;
}

/** Whose tokens count, and for whom they must be made. */
export interface AccessSettings {
  /** `aud`: this gateway, by the name that its issuers know. */
  readonly audience: string;
  readonly issuers: readonly TrustedIssuer[];
  /** A token that lives longer is refused. */
  readonly tokenLifeMaxSeconds: number;
}

interface AccessFile {
  readonly audience: string;
  readonly tokenLifeMaxSeconds?: number;
  readonly issuers: readonly {
    readonly issuer: string;
    readonly keys: string;
    readonly plainHttp?: boolean;
    readonly algorithms?: readonly string[];
    readonly tokenTypes?: readonly string[];
    readonly vouchesFor: Partial<Vouching>;
    readonly endpoints?: Endpoints;
  }[];
}

const IDS = {
  anyOf: [{ const: 'all' }, { type: 'array', items: { type: 'string', minLength: 1 } }],
};
const ADDRESS = { type: 'string', pattern: '^https?://[^\\s]+$' };

const SCHEMA = {
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
        },
      },
    },
  },
};

const HOUR_SECONDS = 3_600;
const DEFAULT_ALGORITHMS = ['ES256', 'ES384', 'PS256', 'PS384', 'RS256', 'RS384', 'EdDSA'];

/** Reads whom to believe from a YAML file; a keys file is looked for beside it. Throws GatewayError `internal` with all that is wrong. */
export function readAccess(path: string): AccessSettings {
  const content = contentOf(path);
  const validate = new Ajv2020({ allErrors: true }).compile<AccessFile>(SCHEMA);
  if (!validate(content))
    throw wrong(
      path,
      (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`),
    );
  const errors: string[] = [];
  const issuers = content.issuers.map((row): TrustedIssuer => {
    const { issuer, algorithms = DEFAULT_ALGORITHMS, tokenTypes = ['at+jwt'], vouchesFor, endpoints = {} } = row;
    const { centres = [], partners = [], operators = false } = vouchesFor;
    const keys = keysOf(row, dirname(path), errors);
    return { issuer, keys, algorithms, tokenTypes, vouchesFor: { centres, partners, operators }, endpoints };
  });
  const twice = issuers.filter(({ issuer }, at) => issuers.findIndex((other) => other.issuer === issuer) !== at);
  errors.push(...twice.map(({ issuer }) => `${issuer} stands twice`));
  if (errors.length > 0) throw wrong(path, errors);
  return { audience: content.audience, issuers, tokenLifeMaxSeconds: content.tokenLifeMaxSeconds ?? HOUR_SECONDS };
}

function contentOf(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new GatewayError('internal', `ACCESS_PATH: ${path} cannot be read as YAML`, { cause });
  }
}

function keysOf(
  { issuer, keys, plainHttp = false }: AccessFile['issuers'][number],
  folder: string,
  errors: string[],
): TrustedIssuer['keys'] {
  if (URL.canParse(keys) && /^https?:$/.test(new URL(keys).protocol)) {
    const url = new URL(keys);
    const onThisMachine = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
    if (url.protocol === 'http:' && !onThisMachine && !plainHttp)
      errors.push(`${issuer}: keys by http only with plainHttp: true, on a closed network`);
    return { url };
  }
  const set = keysFrom(resolve(folder, keys));
  if (set === undefined) errors.push(`${issuer}: ${keys} is neither an address nor a file of public keys (JWKS)`);
  return { set: set ?? { keys: [] } };
}

/** Public keys only: a secret, or a private key, has no place where tokens are verified. */
function keysFrom(path: string): JSONWebKeySet | undefined {
  try {
    const set: JSONWebKeySet = JSON.parse(readFileSync(path, 'utf8'));
    const arePublic = set.keys.every(({ kty, d }) => ['EC', 'RSA', 'OKP'].includes(String(kty)) && d === undefined);
    return set.keys.length > 0 && arePublic ? set : undefined;
  } catch {
    return undefined;
  }
}

const wrong = (path: string, errors: readonly string[]): GatewayError =>
  new GatewayError('internal', `${path} is not valid:\n  ${errors.join('\n  ')}`);
