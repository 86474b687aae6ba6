import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { stringify } from 'yaml';
import { readAccess } from '../../../../gateway/access/access-settings.ts';
import { tokenVerifier } from '../../../../gateway/access/token-verifier.ts';
import { ROUTES } from '../../../../gateway/doors/http/openapi-routes.ts';
import { smartConfiguration } from '../../../../gateway/doors/http/smart-configuration.ts';
import { type LocalIssuer, localIssuer } from '../../../../sandbox/access/local-issuer.ts';
import { aRegistry } from '../../../builders/a-registry.ts';

let folder: string;
let issuer: LocalIssuer;
let publicKey: JWK;
let privateKey: JWK;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  issuer = await localIssuer();
  const pair = await generateKeyPair('ES256', { extractable: true });
  [publicKey, privateKey] = [await exportJWK(pair.publicKey), await exportJWK(pair.privateKey)];
});
afterAll(async () => {
  await issuer.stop();
  await rm(folder, { recursive: true });
});

const AUTH = 'https://auth.example';
const row = (changes: object = {}) => ({ issuer: AUTH, keys: `${AUTH}/jwks`, vouchesFor: {}, ...changes });
async function read(content: object, keys?: object) {
  if (keys !== undefined) await writeFile(join(folder, 'keys.json'), JSON.stringify(keys));
  await writeFile(join(folder, 'access.yaml'), stringify(content));
  return readAccess(join(folder, 'access.yaml'));
}
const file = (...issuers: readonly object[]) => ({ audience: 'https://gateway.example/', issuers });
const client = { id: 'clinique', issuer: AUTH, centre: 'verdun' };
const listing = (changes: object) => ({ ...file(row()), clients: [{ ...client, ...changes }] });

test('an issuer may speak of nobody until it is said of whom', async () => {
  const { issuers, tokenLifeMaxSeconds } = await read(file(row()));
  expect(issuers[0]).toMatchObject({ vouchesFor: { centres: [], partners: [], operators: false } });
  expect(issuers[0]?.tokenTypes).toEqual(['at+jwt']);
  expect(tokenLifeMaxSeconds).toBe(3_600);
});

test.each([
  ['no audience', { issuers: [row()] }],
  ['no issuer', file()],
  ['a symmetric algorithm', file(row({ algorithms: ['HS256'] }))],
  ['none as an algorithm', file(row({ algorithms: ['none'] }))],
  ['keys by http, from elsewhere', file(row({ keys: 'http://auth.example/jwks' }))],
  ['keys by another scheme', file(row({ keys: 'ftp://auth.example/jwks' }))],
  ['a file of keys that is not there', file(row({ keys: 'nothing.json' }))],
  ['an issuer twice', file(row(), row())],
  ['a word that nobody knows', file(row({ trust: true }))],
  ['a life of a year', { ...file(row()), tokenLifeMaxSeconds: 31_536_000 }],
  ['a client of a server that is not there', listing({ issuer: 'https://other.example' })],
  ['a client of nobody', listing({ centre: undefined })],
  ['a client of a centre and of a partner', listing({ partner: 'clsc-verdun' })],
  ['a scope that grants nothing', listing({ scopes: ['system/CareTeam.read'] })],
  ['a role that nobody knows', listing({ roles: ['boss'] })],
  ['a role of a partner’s client', listing({ centre: undefined, partner: 'clsc-verdun', roles: ['pivot'] })],
  ['the end of a client within a year', listing({ suspendedFrom: '2026' })],
  ['a client twice', { ...listing({}), clients: [client, client] }],
  ['a secret of a client', listing({ secret: 'x' })],
])('%s is refused at start, with the name of the file', async (_what, content) => {
  await expect(read(content)).rejects.toThrow(/access\.yaml/);
});

test('of a text that is too short it is told how long it must be, and not that it is empty', async () => {
  const reading = read(listing({ suspendedFrom: '2026' }));
  await expect(reading).rejects.toThrow('/clients/0/suspendedFrom: at least 10 characters; received: 4.');
  await expect(reading).rejects.not.toThrow('empty');
});

test('clients and people that are listed are read as they stand', async () => {
  const professionals = [{ id: 'pro-1', centre: 'verdun', suspendedFrom: '2026-12-01' }];
  const clients = [{ ...client, scopes: ['system/*.rs'], roles: ['pivot'] }];
  expect(await read({ ...file(row()), listedOnly: ['clients'], clients, professionals })).toMatchObject({
    listedOnly: ['clients'],
    clients,
    professionals,
  });
});

test.each([
  ['a secret', () => ({ keys: [{ kty: 'oct', k: 'c2VjcmV0' }] })],
  ['a private key', () => ({ keys: [privateKey] })],
  ['no key', () => ({ keys: [] })],
  ['no set', () => ({})],
])('%s is no file of public keys', async (_what, keys) => {
  await expect(read(file(row({ keys: 'keys.json' })), keys())).rejects.toThrow(/JWKS/);
  expect((await read(file(row({ keys: 'keys.json' })), { keys: [publicKey] })).issuers).toHaveLength(1);
});

test('an issuer that may speak of one centre makes no token of another, of a partner or of operation', async () => {
  const access = readAccess(issuer.settings.ACCESS_PATH);
  const vouchesFor = { centres: ['verdun'], partners: [], operators: false };
  const verify = tokenVerifier({
    access: { ...access, issuers: access.issuers.map((it) => ({ ...it, vouchesFor })) },
    registry: aRegistry(),
    now: () => new Date(),
  });
  expect(await verify(await issuer.token({ centre: 'verdun' }))).toMatchObject({ id: 'verdun' });
  for (const who of [{ centre: 'vanier' }, { partner: 'clsc-verdun' }, { operator: 'nuit' }])
    await expect(verify(await issuer.token(who))).rejects.toMatchObject({ kind: 'unauthenticated' });
});

test('while the keys of an issuer cannot be had, it is said so: the token is not called bad; a redirection is not followed', async () => {
  const access = readAccess(issuer.settings.ACCESS_PATH);
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    res.writeHead(302, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`);
  const verify = tokenVerifier({
    access: { ...access, issuers: access.issuers.map((it) => ({ ...it, keys: { url } })) },
    registry: aRegistry(),
    now: () => new Date(),
  });
  await expect(verify(await issuer.token({ centre: 'verdun' }))).rejects.toMatchObject({ kind: 'unavailable' });
  expect(asked).toEqual(['/jwks']);
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  await expect(verify(await issuer.token({ centre: 'verdun' }))).rejects.toMatchObject({ kind: 'unavailable' });
});

test('the configuration that apps read says what is set, and nothing that is not', async () => {
  const bare = smartConfiguration(await read(file(row())), ROUTES);
  expect(bare).toMatchObject({ grant_types_supported: [], capabilities: ['permission-v2'] });
  expect(Object.keys(bare)).not.toContain('token_endpoint');

  const endpoints = { token: `${AUTH}/token`, authorization: `${AUTH}/auth` };
  const told = smartConfiguration(await read(file(row({ endpoints }))), ROUTES);
  expect(told).toMatchObject({
    issuer: AUTH,
    jwks_uri: `${AUTH}/jwks`,
    token_endpoint: `${AUTH}/token`,
    authorization_endpoint: `${AUTH}/auth`,
    grant_types_supported: ['authorization_code', 'client_credentials'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: expect.arrayContaining(['system/CareTeam.cu', 'user/CareTeam.r', 'passerelle/operate.u']),
  });
  expect(JSON.stringify(told)).not.toMatch(/user\/MessageHeader/);
});
