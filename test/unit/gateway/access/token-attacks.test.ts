import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { readAccess } from '../../../../gateway/access/access-settings.ts';
import { tokenVerifier } from '../../../../gateway/access/token-verifier.ts';
import { authenticate } from '../../../../gateway/doors/http/authenticate.ts';
import { errorAnswer } from '../../../../gateway/doors/http/error-answer.ts';
import { type LocalIssuer, localIssuer } from '../../../../sandbox/access/local-issuer.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { quietLog } from '../../../builders/quiet-log.ts';
import { bearer, type TokenAttack, tokenAttacks } from '../../../builders/token-attacks.ts';

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

const asked = ({ headers, query = '', body }: TokenAttack) =>
  new Promise<{ status: number; challenge: string; body: fhir4.OperationOutcome }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    // A connection of its own: one that is kept may be closed by the server just as it is used again.
    const req = request(
      {
        agent: false,
        host: '127.0.0.1',
        port,
        path: `/${query}`,
        method: body === undefined ? 'GET' : 'POST',
        headers: [...headers, 'Host', 'x', 'Content-Length', String(Buffer.byteLength(body ?? ''))],
      },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => {
          const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
          resolve({ status: res.statusCode ?? 0, challenge: String(res.headers['www-authenticate']), body });
        });
      },
    );
    req.on('error', reject);
    req.end(body);
  });

test('a token that holds opens, and says by which program and with which scopes', async () => {
  const answer = await asked(bearer(await issuer.token(CENTRE)));
  expect(answer).toMatchObject({ status: 200, body: { kind: 'centre', id: 'verdun', client: 'verdun' } });
});

test('a person who acts is known by an identifier and a role', async () => {
  const person = { passerelle_professional: 'verdun/p-1', passerelle_role: 'clinical', client_id: 'appli' };
  const answer = await asked(bearer(await issuer.sign({ ...issuer.claims(CENTRE), ...person })));
  expect(answer.body).toMatchObject({ client: 'appli', professional: 'verdun/p-1', role: 'clinical' });
});

test.each(Object.keys(tokenAttacks({} as LocalIssuer)))(
  '%s: 401 with a reason, and nothing of the token in it',
  async (name) => {
    const sent = (await tokenAttacks(issuer)[name]?.()) ?? bearer('');
    const { status, challenge, body } = await asked(sent);
    expect([status, body.resourceType, body.issue[0]?.expression]).toEqual([
      401,
      'OperationOutcome',
      ['http.Authorization'],
    ]);
    expect(challenge).toMatch(/^Bearer( error="invalid_token")?$/);
    const token = sent.headers.map((value) => value.replace(/^Bearer /, '')).filter((value) => value.length > 20);
    for (const value of token) expect(JSON.stringify(body)).not.toContain(value);
  },
);

const claims = (changes: Readonly<Record<string, unknown>>) => issuer.sign({ ...issuer.claims(CENTRE), ...changes });
const seconds = (): number => Math.floor(Date.now() / 1_000);

test('a clock that differs by a few seconds is none of the caller’s business', async () => {
  expect((await asked(bearer(await claims({ iat: seconds() + 10, nbf: seconds() + 10 })))).status).toBe(200);
  expect((await asked(bearer(await claims({ exp: seconds() - 10 })))).status).toBe(200);
});

test('a token for several servers is taken where this one is among them', async () => {
  const aud = ['https://elsewhere.example', issuer.audience];
  expect((await asked(bearer(await claims({ aud })))).status).toBe(200);
});

test('what signs over an extension and over claims by hand signs as the issuer does', async () => {
  // Else the attacks made with it would be refused for their signature alone.
  const attack = await tokenAttacks(issuer)['an end beyond all numbers']?.();
  const { body } = await asked(attack ?? bearer(''));
  expect(body.issue[0]?.diagnostics ?? body.issue[0]?.details?.text).not.toMatch(/signature/i);
});
