import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK } from 'jose';
import { readAccess } from '../../../../gateway/access/access-settings.ts';
import { tokenVerifier } from '../../../../gateway/access/token-verifier.ts';
import { authenticate } from '../../../../gateway/doors/http/authenticate.ts';
import { errorAnswer } from '../../../../gateway/doors/http/error-answer.ts';
import { type LocalIssuer, localIssuer } from '../../../../sandbox/access/local-issuer.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { quietLog } from '../../../builders/quiet-log.ts';

let issuer: LocalIssuer;
let server: Server;
beforeAll(async () => {
  issuer = await localIssuer();
  const verifyToken = tokenVerifier({
    access: readAccess(issuer.settings.ACCESS_PATH),
    registry: aRegistry(),
    now: () => new Date(),
  });
  const app = express();
  app.set('query parser', 'simple');
  app.use(authenticate({ verifyToken }), (_req, res) => void res.json(res.locals.caller));
  app.use(errorAnswer(quietLog()));
  server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await issuer.stop();
});

const CENTRE = { centre: 'verdun' };
const MINUTE = 60;

interface Asked {
  /** As raw pairs, so that one may come twice. */
  readonly headers: readonly string[];
  readonly path?: string;
}

const asked = ({ headers, path = '/' }: Asked) =>
  new Promise<{ status: number; challenge: string; body: fhir4.OperationOutcome }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const req = request({ host: '127.0.0.1', port, path, headers: [...headers, 'Host', 'x'] }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        resolve({ status: res.statusCode ?? 0, challenge: String(res.headers['www-authenticate']), body });
      });
    });
    req.on('error', reject);
    req.end();
  });
const bearer = (token: string): Asked => ({ headers: ['Authorization', `Bearer ${token}`] });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a token that holds opens, and says by which program and with which scopes', async () => {
  const answer = await asked(bearer(await issuer.token(CENTRE)));
  expect(answer).toMatchObject({ status: 200, body: { kind: 'centre', id: 'verdun', client: 'verdun' } });
});

test('a person who acts is known by an identifier and a role', async () => {
  const person = { passerelle_professional: 'verdun/p-1', passerelle_role: 'clinical', client_id: 'appli' };
  const answer = await asked(bearer(await issuer.sign({ ...issuer.claims(CENTRE), ...person })));
  expect(answer.body).toMatchObject({ client: 'appli', professional: 'verdun/p-1', role: 'clinical' });
});

const claims = (changes: Readonly<Record<string, unknown>>) => issuer.sign({ ...issuer.claims(CENTRE), ...changes });
const seconds = (): number => Math.floor(Date.now() / 1_000);
const without = (name: string) => {
  const { [name]: _dropped, ...rest } = issuer.claims(CENTRE) as Record<string, unknown>;
  return issuer.sign(rest);
};
const asKey = async (jwk: JWK) => {
  const key = await importJWK(jwk, 'ES256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('a secret');
  return key;
};
const publicKey = async () => {
  const { keys } = JSON.parse(await readFile(join(issuer.folder, 'keys.json'), 'utf8'));
  return {
    jwk: keys[0],
    pem: await exportSPKI(await asKey(keys[0])),
  };
};
/** Signed with what everybody has, as if it were a secret. */
const confused = (secret: string | Buffer): string => {
  const text = `${part({ alg: 'HS256', typ: 'at+jwt', kid: 'local' })}.${part(issuer.claims(CENTRE))}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};
const changed = (token: string, at: 0 | 1, value: object): string =>
  token
    .split('.')
    .map((it, index) => (index === at ? part(value) : it))
    .join('.');

/** What somebody tries, and how it comes. */
const ATTACKS: Readonly<Record<string, () => Asked | Promise<Asked>>> = {
  'no header': () => ({ headers: [] }),
  'an empty header': () => ({ headers: ['Authorization', ''] }),
  'a scheme alone': () => ({ headers: ['Authorization', 'Bearer'] }),
  'another scheme': async () => ({ headers: ['Authorization', `Basic ${await issuer.token(CENTRE)}`] }),
  'a token without its scheme': async () => ({ headers: ['Authorization', await issuer.token(CENTRE)] }),
  'a token after something': async () => ({ headers: ['Authorization', `x Bearer ${await issuer.token(CENTRE)}`] }),
  'a token and more': async () => ({ headers: ['Authorization', `Bearer ${await issuer.token(CENTRE)} x`] }),
  'two tokens in one header': async () => {
    const token = await issuer.token(CENTRE);
    return { headers: ['Authorization', `Bearer ${token}, Bearer ${token}`] };
  },
  'the header twice': async () => {
    const value = `Bearer ${await issuer.token(CENTRE)}`;
    return { headers: ['Authorization', value, 'Authorization', value] };
  },
  'the header twice, in another case, the first of them empty': async () => ({
    headers: ['authorization', '', 'AUTHORIZATION', `Bearer ${await issuer.token(CENTRE)}`],
  }),
  'a token without end': () => bearer(`${'a'.repeat(4_097)}.b.c`),
  'a header of twelve kilobytes': () => bearer('a'.repeat(12_000)),
  'the token in the address': async () => ({ headers: [], path: `/?access_token=${await issuer.token(CENTRE)}` }),
  'the token in the header and in the address': async () => {
    const token = await issuer.token(CENTRE);
    return { ...bearer(token), path: `/?access_token=${token}` };
  },
  'the token in a cookie': async () => ({ headers: ['Cookie', `access_token=${await issuer.token(CENTRE)}`] }),
  'a word': () => bearer('jeton-inconnu'),
  'three words': () => bearer('a.b.c'),
  'the id of a centre': () => bearer('verdun'),
  'no signature, alg none': () => bearer(`${part({ alg: 'none', typ: 'at+jwt' })}.${part(issuer.claims(CENTRE))}.`),
  'alg NONE, in another case': () => bearer(`${part({ alg: 'nOnE', typ: 'at+jwt' })}.${part(issuer.claims(CENTRE))}.`),
  'alg none over a good signature': async () =>
    bearer(changed(await issuer.token(CENTRE), 0, { alg: 'none', typ: 'at+jwt', kid: 'local' })),
  'the public key as an HS256 secret, as PEM': async () => bearer(confused((await publicKey()).pem)),
  'the public key as an HS256 secret, as JWK': async () => bearer(confused(JSON.stringify((await publicKey()).jwk))),
  'an empty HS256 secret': () => bearer(confused(Buffer.alloc(0))),
  'no alg': async () => bearer(changed(await issuer.token(CENTRE), 0, { typ: 'at+jwt', kid: 'local' })),
  'an algorithm that is not allowed': async () => {
    const { privateKey } = await generateKeyPair('RS512');
    return bearer(await issuer.sign(issuer.claims(CENTRE), { alg: 'RS512' }, privateKey));
  },
  'another key under the same kid': async () => {
    const { privateKey } = await generateKeyPair('ES256');
    return bearer(await issuer.sign(issuer.claims(CENTRE), {}, privateKey));
  },
  'another key that the header brings along': async () => {
    const { privateKey, publicKey: own } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(own);
    return bearer(await issuer.sign(issuer.claims(CENTRE), { jwk } as never, privateKey));
  },
  'another key at an address that the header names': async () => {
    const { privateKey } = await generateKeyPair('ES256');
    return bearer(await issuer.sign(issuer.claims(CENTRE), { jku: 'http://127.0.0.1:9/jwks', kid: 'x' }, privateKey));
  },
  'an unknown kid': async () => bearer(await issuer.sign(issuer.claims(CENTRE), { kid: 'other' })),
  'a kid that is a path': async () => bearer(await issuer.sign(issuer.claims(CENTRE), { kid: '../../../dev/null' })),
  'an extension that must be understood': async () =>
    bearer(changed(await issuer.token(CENTRE), 0, { alg: 'ES256', typ: 'at+jwt', kid: 'local', crit: ['x'], x: 1 })),
  'claims that were changed': async () =>
    bearer(changed(await issuer.token(CENTRE), 1, { ...issuer.claims(CENTRE), passerelle_centre: 'vanier' })),
  'a signature cut short': async () => bearer((await issuer.token(CENTRE)).slice(0, -2)),
  'another issuer': async () => bearer(await claims({ iss: 'https://elsewhere.example' })),
  'the issuer with a slash more': async () => bearer(await claims({ iss: `${issuer.issuer}/` })),
  'no issuer': async () => bearer(await without('iss')),
  'another audience': async () => bearer(await claims({ aud: 'https://elsewhere.example' })),
  'no audience': async () => bearer(await without('aud')),
  'an audience that begins like ours': async () => bearer(await claims({ aud: `${issuer.audience}x` })),
  expired: async () => bearer(await claims({ iat: seconds() - 10 * MINUTE, exp: seconds() - 5 * MINUTE })),
  'without end': async () => bearer(await without('exp')),
  'longer than a token may live': async () => bearer(await claims({ exp: seconds() + 3_601 })),
  'from long ago, and not expired': async () =>
    bearer(await claims({ iat: seconds() - 7_200, exp: seconds() + MINUTE })),
  'not yet valid': async () => bearer(await claims({ nbf: seconds() + 5 * MINUTE })),
  'made in the future': async () => bearer(await claims({ iat: seconds() + 5 * MINUTE, exp: seconds() + 10 * MINUTE })),
  'times that are texts': async () => bearer(await claims({ exp: `${seconds() + MINUTE}` })),
  'an ID token': async () => bearer(await issuer.sign(issuer.claims(CENTRE), { typ: 'JWT' })),
  'no type': async () => bearer(await issuer.sign(issuer.claims(CENTRE), { typ: undefined } as never)),
  'no id of its own': async () => bearer(await without('jti')),
  'no client': async () => bearer(await without('client_id')),
  'no subject': async () => bearer(await without('sub')),
  'a client that would break a log line': async () => bearer(await claims({ client_id: 'a\nb' })),
  'nobody named': async () => bearer(await without('passerelle_centre')),
  'a centre and a partner at once': async () => bearer(await claims({ passerelle_partner: 'clsc-verdun' })),
  'a centre and operation at once': async () => bearer(await claims({ passerelle_operator: 'nuit' })),
  'a centre that is not in the registry': async () => bearer(await claims({ passerelle_centre: 'ailleurs' })),
  'several centres': async () => bearer(await claims({ passerelle_centre: ['verdun', 'vanier'] })),
  'a centre by a name of every object': async () => bearer(await claims({ passerelle_centre: '__proto__' })),
  'a partner that has left the registry': async () => bearer(await issuer.token({ partner: 'clsc-qui-n-est-plus-la' })),
  'a role that is none': async () => bearer(await claims({ passerelle_role: 'director' })),
  'a role by a name of every object': async () => bearer(await claims({ passerelle_role: 'constructor' })),
  'scopes as a list': async () => bearer(await claims({ scope: ['system/*.cruds'] })),
};

test.each(Object.entries(ATTACKS))('%s: 401 with a reason, and nothing of the token in it', async (_name, attack) => {
  const sent = await attack();
  const { status, challenge, body } = await asked(sent);
  expect([status, body.resourceType, body.issue[0]?.expression]).toEqual([
    401,
    'OperationOutcome',
    ['http.Authorization'],
  ]);
  expect(challenge).toMatch(/^Bearer( error="invalid_token")?$/);
  const token = sent.headers.map((value) => value.replace(/^Bearer /, '')).filter((value) => value.length > 20);
  for (const value of token) expect(JSON.stringify(body)).not.toContain(value);
});

test('a clock that differs by a few seconds is none of the caller’s business', async () => {
  expect((await asked(bearer(await claims({ iat: seconds() + 10, nbf: seconds() + 10 })))).status).toBe(200);
  expect((await asked(bearer(await claims({ exp: seconds() - 10 })))).status).toBe(200);
});
