import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { readAccess } from '../../../../gateway/access/access-settings.ts';
import { tokenVerifier, type VerifyToken } from '../../../../gateway/access/token-verifier.ts';
import { type LocalIssuer, localIssuer, type SigningKey } from '../../../../sandbox/access/local-issuer.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { type AServer, aServer } from '../../../builders/a-server.ts';

const MINUTE_MS = 60_000;

let issuer: LocalIssuer;
let server: AServer;
/** What the issuer's server says its keys are. */
let told: { status: number; body: string };
let passedMs: number;
let verify: VerifyToken;

beforeEach(async () => {
  issuer = await localIssuer();
  told = { status: 200, body: await readFile(join(issuer.folder, 'keys.json'), 'utf8') };
  server = await aServer(
    (res) => void res.writeHead(told.status, { 'content-type': 'application/json' }).end(told.body),
  );
  const access = readAccess(issuer.settings.ACCESS_PATH);
  const url = new URL(`${server.url}/jwks`);
  passedMs = 0;
  const real = Date.now;
  jest.spyOn(Date, 'now').mockImplementation(() => real() + passedMs);
  verify = tokenVerifier({
    access: { ...access, issuers: access.issuers.map((it) => ({ ...it, keys: { url } })) },
    registry: aRegistry(),
    now: () => new Date(Date.now()),
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.stop();
  await issuer.stop();
});

const CENTRE = { centre: 'verdun' };
const signed = (kid = 'local', key?: SigningKey) => issuer.sign(issuer.claims(CENTRE), { kid }, key);
const kindOf = (token: string): Promise<string> =>
  verify(token).then(
    () => 'let in',
    ({ kind }) => kind,
  );

test.each([
  ['an error', 500, '{"keys":[]}'],
  ['a page of a proxy', 200, '<html>'],
  ['no set', 200, '{}'],
  ['a list', 200, '[]'],
  ['keys that are no list', 200, '{"keys":{"0":{}}}'],
  ['keys that are none', 200, '{"keys":["x"]}'],
])(
  'while an issuer gives %s for its keys, no token is called bad; once it gives them, its tokens open',
  async (_what, status, body) => {
    const good = told;
    told = { status, body };
    expect(await kindOf(await signed())).toBe('unavailable');
    told = good;
    expect(await kindOf(await signed())).toBe('let in');
  },
);

test('keys that were had a moment ago count while the issuer is away, and no longer than ten minutes', async () => {
  expect(await kindOf(await signed())).toBe('let in');
  told = { status: 503, body: '' };
  passedMs = 9 * MINUTE_MS;
  expect(await kindOf(await signed())).toBe('let in');
  passedMs = 11 * MINUTE_MS;
  expect(await kindOf(await signed())).toBe('unavailable');
});

test('a new key of an issuer counts without a restart, and the one that it took back no more', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  expect(await kindOf(await signed())).toBe('let in');
  told = {
    status: 200,
    body: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'next', alg: 'ES256', use: 'sig' }] }),
  };
  passedMs = MINUTE_MS;
  expect(await kindOf(await signed('next', privateKey))).toBe('let in');
  expect(await kindOf(await signed())).toBe('unauthenticated');
});

test('however many keys are named that nobody has, the issuer is asked once in half a minute', async () => {
  for (let nth = 0; nth < 50; nth += 1) expect(await kindOf(await signed(`no-${nth}`))).toBe('unauthenticated');
  expect(server.requests).toHaveLength(1);
  passedMs = MINUTE_MS;
  for (let nth = 0; nth < 50; nth += 1) expect(await kindOf(await signed(`no-${nth}`))).toBe('unauthenticated');
  expect(server.requests).toHaveLength(2);
});
