import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JSONWebKeySet } from 'jose';
import { parse } from 'yaml';
import type { Bilingual } from '../../profiles/codes.ts';
import { FORMATS } from '../../profiles/formats.ts';
import { GatewayError } from '../failures.ts';
import { ACCESS_SCHEMA, isScope, type LISTED_KINDS } from './access-schema.ts';
import type { Role } from './roles.ts';
import { faultInWords, faultsFrom, type SettingFault } from './setting-fault.ts';

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

/** With which public client the board signs people in, and what it asks for them. */
export interface BoardClient {
  readonly client: string;
  readonly scope?: string;
}

/** A server whose access tokens we take. */
export interface TrustedIssuer {
  /** `iss`, to the letter. */
  readonly issuer: string;
  readonly keys: { readonly url: URL } | { readonly set: JSONWebKeySet; readonly file: string };
  readonly algorithms: readonly string[];
  /** `typ` of the header: `at+jwt` (RFC 9068) unless the server cannot say it. */
  readonly tokenTypes: readonly string[];
  readonly vouchesFor: Vouching;
  readonly endpoints: Endpoints;
  readonly board?: BoardClient;
}

/** A program that a server gives tokens to, and the most that it may do here, whatever its tokens say. */
export interface ListedClient {
  /** `client_id`, as this server gives it. */
  readonly id: string;
  readonly issuer: string;
  /** Exactly one of these three. */
  readonly centre?: string;
  readonly partner?: string;
  readonly operator?: string;
  readonly scopes?: readonly string[];
  /** A token that names none of these is refused. */
  readonly roles?: readonly Role[];
  /** Refused from then on; a date begins at midnight in the centre’s time zone, elsewhere in UTC. */
  readonly suspendedFrom?: string;
}

/** A person of a centre, by the identifier that tokens carry, and the roles in which they may act at most. */
export interface ListedProfessional {
  readonly id: string;
  readonly centre: string;
  readonly roles?: readonly Role[];
  readonly suspendedFrom?: string;
}

/** Whose tokens count, and for whom they must be made. */
export interface AccessSettings {
  /** `aud`: this gateway, by the name that its issuers know. */
  readonly audience: string;
  readonly issuers: readonly TrustedIssuer[];
  /** A token that lives longer is refused. */
  readonly tokenLifeMaxSeconds: number;
  /** Of these, whoever is not in the list is refused; of others, the list only narrows whom it names. */
  readonly listedOnly: readonly (typeof LISTED_KINDS)[number][];
  readonly clients: readonly ListedClient[];
  readonly professionals: readonly ListedProfessional[];
}

interface AccessFile extends Partial<Pick<AccessSettings, 'listedOnly' | 'clients' | 'professionals'>> {
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
    readonly board?: BoardClient;
  }[];
}

const HOUR_SECONDS = 3_600;
const DEFAULT_ALGORITHMS = ['ES256', 'ES384', 'PS256', 'PS384', 'RS256', 'RS384', 'EdDSA'];

/** Reads whom to believe from a YAML file; a keys file is looked for beside it. Throws GatewayError `internal` with all that is wrong. */
export function readAccess(path: string): AccessSettings {
  const { settings, faults } = accessFrom(contentOf(path), dirname(path));
  if (settings === undefined)
    throw new GatewayError('internal', `${path} is not valid:\n  ${faults.map(faultInWords).join('\n  ')}`);
  return settings;
}

/** What a file says, or all that is wrong with it; `folder`: where a keys file is looked for. */
export function accessFrom(
  content: unknown,
  folder: string,
): { readonly settings?: AccessSettings; readonly faults: readonly SettingFault[] } {
  const formats = { ...FORMATS, scope: isScope };
  const validate = new Ajv2020({ allErrors: true, verbose: true, strictRequired: false, formats }).compile<AccessFile>(
    ACCESS_SCHEMA,
  );
  if (!validate(content)) return { faults: faultsFrom(validate.errors ?? []) };
  const { clients = [], professionals = [], listedOnly = [] } = content;
  const read = content.issuers.map((row, index): { issuer: TrustedIssuer; faults: readonly SettingFault[] } => {
    const { issuer, algorithms = DEFAULT_ALGORITHMS, tokenTypes = ['at+jwt'], vouchesFor, endpoints = {}, board } = row;
    const { centres = [], partners = [], operators = false } = vouchesFor;
    const { keys, fault } = keysOf(row, folder);
    return {
      issuer: {
        issuer,
        keys,
        algorithms,
        tokenTypes,
        vouchesFor: { centres, partners, operators },
        endpoints,
        ...(board !== undefined && { board }),
      },
      faults: fault === undefined ? [] : [{ path: `/issuers/${index}/keys`, text: fault }],
    };
  });
  const issuers = read.map(({ issuer }) => issuer);
  const faults = [
    ...read.flatMap((it) => it.faults),
    ...twice('issuers', issuers, ({ issuer }) => issuer),
    ...twice('clients', clients, ({ issuer, id }) => `${id} (${issuer})`),
    ...twice('professionals', professionals, ({ centre, id }) => `${id} (${centre})`),
    ...clients.flatMap(({ issuer }, index) =>
      issuers.some((it) => it.issuer === issuer) ? [] : [{ path: `/clients/${index}/issuer`, text: NO_ISSUER }],
    ),
  ];
  if (faults.length > 0) return { faults };
  const tokenLifeMaxSeconds = content.tokenLifeMaxSeconds ?? HOUR_SECONDS;
  return {
    settings: { audience: content.audience, issuers, tokenLifeMaxSeconds, listedOnly, clients, professionals },
    faults,
  };
}

const twice = <T>(list: string, rows: readonly T[], nameOf: (row: T) => string): readonly SettingFault[] =>
  rows.flatMap((row, index) => {
    const name = nameOf(row);
    const text = { fr: `${name} s’y trouve deux fois.`, en: `${name} stands twice.` };
    return rows.findIndex((other) => nameOf(other) === name) === index ? [] : [{ path: `/${list}/${index}`, text }];
  });

const NO_ISSUER: Bilingual = {
  fr: 'ce serveur n’est pas dans « issuers » : personne n’aurait la clé qui vérifie les jetons de ce client.',
  en: 'this server is not in "issuers": nobody would have the key that verifies the tokens of this client.',
};

function contentOf(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new GatewayError('internal', `ACCESS_PATH: ${path} cannot be read as YAML`, { cause });
  }
}

function keysOf(
  { keys, plainHttp = false }: AccessFile['issuers'][number],
  folder: string,
): { readonly keys: TrustedIssuer['keys']; readonly fault?: Bilingual } {
  if (URL.canParse(keys) && /^https?:$/.test(new URL(keys).protocol)) {
    const url = new URL(keys);
    const onThisMachine = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
    const inTheOpen = url.protocol === 'http:' && !onThisMachine && !plainHttp;
    return { keys: { url }, ...(inTheOpen && { fault: IN_THE_OPEN }) };
  }
  const file = resolve(folder, keys);
  const set = keysFrom(file);
  return set === undefined ? { keys: { set: { keys: [] }, file }, fault: NO_KEYS } : { keys: { set, file } };
}

const IN_THE_OPEN: Bilingual = {
  fr: 'des clés en http seulement avec plainHttp: true, sur un réseau fermé.',
  en: 'keys by http only with plainHttp: true, on a closed network.',
};

const NO_KEYS: Bilingual = {
  fr: 'ni une adresse https, ni un fichier de clés publiques (JWKS) à côté de celui-ci.',
  en: 'neither an https address nor a file of public keys (JWKS) beside this one.',
};

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
