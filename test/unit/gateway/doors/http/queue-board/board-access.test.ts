import { get } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import type { RequestHandler } from 'express';
import type { Caller } from '../../../../../../gateway/access/caller.ts';
import { scopesIn } from '../../../../../../gateway/access/scopes.ts';
import type { VerifyToken } from '../../../../../../gateway/access/token-verifier.ts';
import { boardAccess } from '../../../../../../gateway/doors/http/queue-board/board-access.ts';
import { GatewayError } from '../../../../../../gateway/failures.ts';
import { type AnApp, anApp } from '../../../../../builders/an-app.ts';

const TOKEN = 'an-operators-token-of-40-characters-long';
let app: AnApp;
afterEach(() => app.stop());

const OPERATES: Caller = { kind: 'operator', id: 'nuit', scopes: scopesIn('passerelle/operate.r') };
/** Whose token is whose; the last two are callers, and not for here. */
const CALLERS = new Map<string, Caller>([
  [TOKEN, OPERATES],
  [`${TOKEN}-without-scope`, { kind: 'operator', id: 'jour', scopes: scopesIn('system/*.cruds') }],
  [`${TOKEN}-of-a-centre`, { kind: 'centre', id: 'verdun', scopes: scopesIn('passerelle/operate.ru') }],
]);
const verify: VerifyToken = async (token) => {
  const caller = CALLERS.get(token);
  if (caller === undefined) throw new GatewayError('unauthenticated', 'unknown');
  return caller;
};
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;
const shown: RequestHandler = (_req, res) => void res.json(res.locals.caller);
const asked = async (headers: Readonly<Record<string, string>>, path = '/queues') => {
  app = await anApp({
    '/queues': (req, res, next) => {
      void Promise.resolve(
        boardAccess(verify)(req, res, (error) => (error === undefined ? shown(req, res, next) : next(error))),
      ).catch(next);
    },
  });
  return app.call('GET', path, { headers });
};

test.each([
  ['any name, with the token as the password', basic(`anybody:${TOKEN}`)],
  ['no name', basic(`:${TOKEN}`)],
  ['a bearer', `Bearer ${TOKEN}`],
])('an operator enters with %s', async (_how, authorization) => {
  expect(await asked({ authorization })).toMatchObject({ status: 200, body: { kind: 'operator', id: 'nuit' } });
});

test.each([
  ['nothing', {}, '/queues'],
  ['another token', { authorization: basic('nuit:another-token-of-40-characters-long-long') }, '/queues'],
  ['an operator’s without the scope', { authorization: basic(`nuit:${TOKEN}-without-scope`) }, '/queues'],
  ['a centre’s', { authorization: basic(`nuit:${TOKEN}-of-a-centre`) }, '/queues'],
  ['the token as a name', { authorization: basic(`${TOKEN}:`) }, '/queues'],
  ['the token in the address', {}, `/queues?token=${TOKEN}`],
  ['the token in a cookie', { cookie: `token=${TOKEN}` }, '/queues'],
  ['a name without a password', { authorization: basic('nuit') }, '/queues'],
  ['bytes that are none', { authorization: 'Basic ÿ' }, '/queues'],
])('nobody enters with %s: a browser asks, and words say what for', async (_how, headers, path) => {
  const { status, headers: given, body } = await asked(headers, path);
  expect([status, given.get('www-authenticate')]).toEqual([401, 'Basic realm="Passerelle", charset="UTF-8"']);
  expect(body.issue[0].details.text).toContain('passerelle/operate.r');
});

test('nobody enters with the header twice: a proxy in front may have looked at the other', async () => {
  app = await anApp({ '/queues': [boardAccess(verify), shown] });
  const status = await new Promise((resolve, reject) => {
    const authorization = `Bearer ${TOKEN}`;
    const headers = ['Host', 'x', 'Authorization', authorization, 'authorization', authorization];
    get(`${app.url}/queues`, { headers, agent: false }, (res) => resolve(res.resume().statusCode)).on('error', reject);
  });
  expect(status).toBe(401);
});
