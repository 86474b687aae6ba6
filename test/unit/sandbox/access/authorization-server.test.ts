import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt, importJWK, SignJWT } from 'jose';
import { stringify } from 'yaml';
import { readAccess } from '../../../../gateway/access/access-settings.ts';
import type { Caller } from '../../../../gateway/access/caller.ts';
import { mayUse } from '../../../../gateway/access/needs.ts';
import { roleMay } from '../../../../gateway/access/roles.ts';
import { tokenVerifier, type VerifyToken } from '../../../../gateway/access/token-verifier.ts';
import { ROUTES } from '../../../../gateway/doors/http/openapi-routes.ts';
import { type AccessClient, clientToken, readClient } from '../../../../operate/client-token.ts';
import { aRegistry } from '../../../builders/a-registry.ts';

let folder: string;
/** A process of its own, as in a container: in jest’s realm, what it clones is no plain object to it. */
let server: ChildProcess;
let issuer: string;
let verify: VerifyToken;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  const { centres, partners } = aRegistry();
  await writeFile(join(folder, 'registry.yaml'), stringify({ centres, partners }));
  const args = ['--registry', join(folder, 'registry.yaml'), '--folder', folder];
  server = spawn(process.execPath, ['--import', 'tsx', 'sandbox/access/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said] = await once(server.stdout ?? server, 'data');
  issuer = /http:\S+/.exec(String(said))?.[0] ?? '';
  verify = tokenVerifier({
    access: readAccess(join(folder, 'access.yaml')),
    registry: aRegistry(),
    now: () => new Date(),
  });
});
afterAll(async () => {
  server.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const clientOf = (name: string): AccessClient => readClient(join(folder, 'clients', `${name}.json`));
const form = (path: string, fields: Readonly<Record<string, string>>) =>
  fetch(`${issuer}${path}`, { method: 'POST', body: new URLSearchParams(fields) });

/** What a client signs to prove itself (RFC 7523), with whatever changes. */
async function assertion(
  { clientId, key }: AccessClient,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: clientId, sub: clientId, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 };
  return new SignJWT({ ...claims, ...changes })
    .setProtectedHeader({ alg: 'ES384' })
    .sign(await importJWK(key, 'ES384'));
}
const asks = async (client_assertion: string, fields: Readonly<Record<string, string>> = {}) => {
  const response = await form('/token', {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion,
    ...fields,
  });
  const body: Readonly<Record<string, string>> = JSON.parse(await response.text());
  return { status: response.status, body };
};

test.each([
  ['clinique-verdun', { kind: 'centre', id: 'verdun', client: 'clinique-verdun' }],
  ['clsc-verdun', { kind: 'partner', id: 'clsc-verdun', client: 'clsc-verdun' }],
  ['exploitation', { kind: 'operator', client: 'exploitation' }],
] as const)('%s gets a short token that the gateway takes, for itself', async (name, caller) => {
  const token = await clientToken(() => clientOf(name))();
  expect(await verify(token)).toMatchObject(caller);
  const { iat = 0, exp = 0 } = decodeJwt(token);
  expect(exp - iat).toBe(300);
});

test('the auditor of a centre acts in the role of its privacy officer', async () => {
  const token = await clientToken(() => clientOf('audit-verdun'))();
  expect(await verify(token)).toMatchObject({ kind: 'centre', id: 'verdun', role: 'privacy' });
});

test('the privacy officer of a centre, asked for by a command, does what that role may and nothing else: the register of incidents and the end of a file too', async () => {
  const officer = await verify(await clientToken(() => clientOf('responsable-verdun'))());
  expect(officer).toMatchObject({ kind: 'centre', id: 'verdun', role: 'privacy', professional: 'verdun/privacy' });
  const auditor = await verify(await clientToken(() => clientOf('audit-verdun'))());
  const open = (caller: Caller): readonly string[] =>
    ROUTES.filter(({ needs }) => needs !== undefined && mayUse(caller, needs, 'CareTeam')).map(
      ({ method, path }) => `${method} ${path}`,
    );
  const may = ROUTES.filter(
    ({ needs: { centre } = {} }) =>
      centre !== undefined && roleMay('privacy', centre.area, /[cud]/.test(centre.can) ? 'write' : 'read'),
  );
  expect(open(officer)).toEqual(may.map(({ method, path }) => `${method} ${path}`));
  for (const act of ['put /v1/incidents/{id}', 'post /v1/retention/destructions']) {
    expect(open(officer)).toContain(act);
    expect(open(auditor)).not.toContain(act);
  }
});

test('an assertion counts once', async () => {
  const proof = await assertion(clientOf('clinique-verdun'));
  expect((await asks(proof)).status).toBe(200);
  expect(await asks(proof)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
});

test.each([
  ['for another server', { aud: 'https://elsewhere.example' }],
  ['that has expired', { exp: Math.floor(Date.now() / 1_000) - 600 }],
  ['without an id of its own', { jti: undefined }],
  ['without an end', { exp: undefined }],
  ['in another client’s name', { iss: 'clinique-vanier', sub: 'clinique-vanier' }],
] as const)('an assertion %s gets nothing', async (_what, changes) => {
  expect((await asks(await assertion(clientOf('clinique-verdun'), changes))).status).toBe(401);
});

test('a client gets the scopes that it was registered with, and none beside', async () => {
  const partner = clientOf('clsc-verdun');
  expect(await asks(await assertion(partner), { scope: 'system/*.cruds' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_scope' },
  });
  expect((await asks(await assertion(partner), { scope: 'passerelle/operate.ru' })).status).toBe(400);
  const { body } = await asks(await assertion(partner), { scope: 'system/ServiceRequest.r' });
  expect((await verify(body.access_token ?? '')).scopes).toEqual([
    { context: 'system', type: 'ServiceRequest', letters: 'r' },
  ]);
});

test('a token for another server is not to be had here', async () => {
  const answer = await asks(await assertion(clientOf('clinique-verdun')), { resource: 'https://elsewhere.example/' });
  expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_target' } });
});

const CALLBACK = 'http://127.0.0.1:4711/callback';

/** A browser that keeps cookies and follows nobody: gives where each step leads. */
function browser() {
  const cookies = new Map<string, string>();
  return async (url: string, body?: URLSearchParams): Promise<Response> => {
    const response = await fetch(new URL(url, issuer), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body !== undefined && { method: 'POST', body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

/** Signs in as somebody, by the page; the parameters that come back to the app. */
async function signIn(person: string, changes: Readonly<Record<string, string>> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const open = browser();
  const query = new URLSearchParams({
    client_id: 'appli-verdun',
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'openid user/CareTeam.r user/ServiceRequest.s',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 's',
    ...changes,
  });
  for (const [name, value] of Object.entries(changes)) if (value === '') query.delete(name);
  let at = (await open(`/auth?${query}`)).headers.get('location') ?? '';
  if (at.startsWith('/interaction/')) {
    expect(await (await open(at)).text()).toContain('verdun/pivot');
    at = (await open(at, new URLSearchParams({ person }))).headers.get('location') ?? '';
    at = (await open(at)).headers.get('location') ?? '';
  }
  return { verifier, params: at === '' ? new URLSearchParams() : new URL(at, issuer).searchParams };
}
const redeem = (code: string, code_verifier: string) =>
  form('/token', {
    grant_type: 'authorization_code',
    client_id: 'appli-verdun',
    redirect_uri: CALLBACK,
    code,
    code_verifier,
  });

test('a person signs in through the app of the centre, by a code with PKCE, and is known by an identifier and a role', async () => {
  const { verifier, params } = await signIn('verdun/clinical');
  const response = await redeem(params.get('code') ?? '', verifier);
  const { access_token = '', id_token = '' }: Readonly<Record<string, string>> = JSON.parse(await response.text());
  expect(await verify(access_token)).toMatchObject({
    ...{ kind: 'centre', id: 'verdun', client: 'appli-verdun', professional: 'verdun/clinical', role: 'clinical' },
    scopes: [
      { context: 'user', type: 'CareTeam', letters: 'r' },
      { context: 'user', type: 'ServiceRequest', letters: 's' },
    ],
  });
  await expect(verify(id_token)).rejects.toMatchObject({ kind: 'unauthenticated' });
});

test('a code is worth nothing to whoever stole it, nor twice', async () => {
  const { params } = await signIn('verdun/pivot');
  expect((await redeem(params.get('code') ?? '', randomBytes(32).toString('base64url'))).status).toBe(400);
  const second = await signIn('verdun/pivot');
  const fresh = second.params.get('code') ?? '';
  expect((await redeem(fresh, second.verifier)).status).toBe(200);
  expect((await redeem(fresh, second.verifier)).status).toBe(400);
});

test.each([
  ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
  ['with PKCE in clear', { code_challenge_method: 'plain' }],
  ['for more than the app may', { scope: 'openid system/*.cruds' }],
  ['to another address', { redirect_uri: 'https://elsewhere.example/callback' }],
] as const)('nobody signs in %s', async (_how, changes) => {
  expect((await signIn('verdun/pivot', changes)).params.get('code')).toBeNull();
});

test('nobody signs in as a person of another centre', async () => {
  expect((await signIn('vanier/pivot')).params.get('code')).toBeNull();
});

test('a partner’s program cannot open a page for people, nor an app get a token by itself', async () => {
  const open = browser();
  const answer = await open('/auth?client_id=clsc-verdun&response_type=code&scope=openid');
  expect(answer.status).toBe(400);
  const response = await form('/token', { grant_type: 'client_credentials', client_id: 'appli-verdun' });
  expect(response.status).toBe(400);
});
