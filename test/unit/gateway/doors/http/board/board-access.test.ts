import { afterEach, expect, test } from '@jest/globals';
import type { RequestHandler } from 'express';
import { boardAccess } from '../../../../../../gateway/doors/http/board/board-access.ts';
import { type AnApp, anApp } from '../../../../../builders/an-app.ts';

const TOKEN = 'an-operators-token-of-40-characters-long';
let app: AnApp;
afterEach(() => app.stop());

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;
const shown: RequestHandler = (_req, res) => void res.json(res.locals.caller);
const asked = async (headers: Readonly<Record<string, string>>, path = '/board') => {
  app = await anApp({
    '/board': (req, res, next) => {
      boardAccess(new Map([[TOKEN, 'nuit']]))(req, res, (error) =>
        error === undefined ? shown(req, res, next) : next(error),
      );
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
  ['nothing', {}, '/board'],
  ['another token', { authorization: basic('nuit:another-token-of-40-characters-long-long') }, '/board'],
  ['the token as a name', { authorization: basic(`${TOKEN}:`) }, '/board'],
  ['the token in the address', {}, `/board?token=${TOKEN}`],
  ['the token in a cookie', { cookie: `token=${TOKEN}` }, '/board'],
  ['a name without a password', { authorization: basic('nuit') }, '/board'],
  ['bytes that are none', { authorization: 'Basic ÿ' }, '/board'],
])('nobody enters with %s: a browser asks, and words say what for', async (_how, headers, path) => {
  const { status, headers: given, body } = await asked(headers, path);
  expect([status, given.get('www-authenticate')]).toEqual([401, 'Basic realm="Passerelle", charset="UTF-8"']);
  expect(body.issue[0].details.text).toContain('ADMIN_TOKENS');
});
