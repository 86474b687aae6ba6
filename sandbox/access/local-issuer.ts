import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { stringify } from 'yaml';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { renewedToken } from '../../operate/renewed-token.ts';
import { BOARD_CLIENT, SCOPES, type TokenSource, type Who } from './token-source.ts';

/** Signs tokens by itself, without a server: for tests and benches that are not about getting a token. */
export interface LocalIssuer extends TokenSource {
  readonly issuer: string;
  readonly audience: string;
  /** The folder: another process that is given it signs with the same key. */
  readonly folder: string;
  /** What stands in a token of this caller that has just been made. */
  claims(who: Who): JWTPayload & { iat: number; exp: number };
  /** Signs any claims, with its own key unless given another. */
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>, key?: SigningKey): Promise<string>;
}

export type SigningKey = Parameters<SignJWT['sign']>[0];

const ISSUER = 'http://issuer.passerelle.test';
const AUDIENCE = 'https://passerelle.test/';
const LIFE_SECONDS = 300;
const ALG = 'ES256';
const KEY = 'private.json';

/** Makes a key pair, and the file that says whom a gateway is to believe; or takes up those of a folder. */
export async function localIssuer(options: { readonly folder?: string } = {}): Promise<LocalIssuer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'passerelle-issuer-')));
  if (options.folder === undefined) await writeKeys(folder);
  const key = await importJWK(JSON.parse(await readFile(join(folder, KEY), 'utf8')), ALG);
  const tokens = new Map<string, () => Promise<string>>();

  const claims: LocalIssuer['claims'] = (who) => {
    const iat = Math.floor(Date.now() / 1_000);
    return {
      iss: ISSUER,
      aud: AUDIENCE,
      iat,
      exp: iat + LIFE_SECONDS,
      jti: randomUUID(),
      ...claimsOf(who),
    };
  };
  const sign: LocalIssuer['sign'] = (payload, header = {}, other = key) =>
    new SignJWT(payload).setProtectedHeader({ alg: ALG, typ: 'at+jwt', kid: KID, ...header }).sign(other);

  return {
    issuer: ISSUER,
    audience: AUDIENCE,
    folder,
    settings: { ACCESS_PATH: join(folder, 'access.yaml') },
    claims,
    sign,
    token(who) {
      const name = JSON.stringify(who);
      const ask =
        tokens.get(name) ?? renewedToken(async () => ({ token: await sign(claims(who)), lifeSeconds: LIFE_SECONDS }));
      tokens.set(name, ask);
      return ask();
    },
    async stop() {
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

const KID = 'local';

async function writeKeys(folder: string): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair(ALG, { extractable: true });
  const set = { keys: [{ ...(await exportJWK(publicKey)), kid: KID, alg: ALG, use: 'sig' }] };
  const issuers = [
    {
      issuer: ISSUER,
      keys: 'keys.json',
      vouchesFor: { centres: 'all', partners: 'all', operators: true },
      board: { client: BOARD_CLIENT },
    },
  ];
  await writeFile(join(folder, KEY), JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  await writeFile(join(folder, 'keys.json'), JSON.stringify(set));
  await writeFile(join(folder, 'access.yaml'), stringify({ audience: AUDIENCE, issuers }));
}

/** The kind and the name of a caller, by the claims of the gateway. */
export function claimsOf(who: Who): JWTPayload {
  if ('centre' in who) return named('centre', who.centre, who.past === true ? SCOPES.past : SCOPES.centre);
  return 'partner' in who
    ? named('partner', who.partner, SCOPES.partner)
    : named('operator', who.operator, SCOPES.operator);
}

const named = (kind: 'centre' | 'partner' | 'operator', id: string, scope: string): JWTPayload => ({
  sub: id,
  client_id: id,
  scope,
  [CLAIMS[kind]]: id,
});
