import { readFileSync } from 'node:fs';
import { importJWK, type JWK } from 'jose';
import { allowInsecureRequests, clientCredentialsGrant, discovery, PrivateKeyJwt } from 'openid-client';
import { renewedToken, type TokenGiven } from './renewed-token.ts';

/** A program that gets its access tokens by itself (SMART Backend Services): who it is, where it asks, and the key that proves it. */
export interface AccessClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** For which server the token is to count (RFC 8707); the issuer's usual one when absent. */
  readonly resource?: string;
  /** Private; `alg` says how it signs. */
  readonly key: JWK;
}

/** Reads a client from its JSON file. Throws when that is not one; never with what it holds. */
export function readClient(path: string): AccessClient {
  const client: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isClient(client)) throw new Error(`${path}: issuer, clientId, scope, key (JWK)`);
  return client;
}

const isClient = (it: unknown): it is AccessClient =>
  typeof it === 'object' &&
  it !== null &&
  ['issuer', 'clientId', 'scope'].every((name) => typeof Reflect.get(it, name) === 'string') &&
  typeof Reflect.get(it, 'key') === 'object';

const TIMEOUT_SECONDS = 10;

/**
 * Gives an access token that lives for a while yet, asked for by client credentials with a signed assertion (`private_key_jwt`) whenever there
 * is none; the client is read anew each time, since its key may have changed. Rejects as `openid-client` does when the server refuses or cannot be reached; the next call asks again.
 */
export const clientToken = (client: () => AccessClient): (() => Promise<string>) =>
  renewedToken(async () => askFor(client()));

async function askFor({ issuer, clientId, scope, resource, key }: AccessClient): Promise<TokenGiven> {
  const privateKey = await importJWK(key, key.alg);
  if (privateKey instanceof Uint8Array) throw new TypeError('the key of a client is a private key, not a secret');
  const proof = PrivateKeyJwt(key.kid === undefined ? privateKey : { key: privateKey, kid: key.kid });
  const config = await discovery(new URL(issuer), clientId, undefined, proof, {
    timeout: TIMEOUT_SECONDS,
    // Only where the client's own file says http: a sandbox, or a closed network.
    execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
  });
  const answer = await clientCredentialsGrant(config, { scope, ...(resource !== undefined && { resource }) });
  return { token: answer.access_token, lifeSeconds: answer.expires_in ?? 0 };
}
