import { afterEach, expect, test } from '@jest/globals';
import type { Request, RequestHandler, Response } from 'express';
import { authenticate, centreOf, partnerOf } from '../../../../../gateway/doors/http/authenticate.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';

const CENTRE = 'jeton-du-centre-de-verdun-0001';
const PARTNER = 'jeton-du-clsc-de-verdun-000001';
const check = authenticate({
  centreTokens: new Map([[CENTRE, 'verdun']]),
  partnerTokens: new Map([[PARTNER, 'clsc-verdun']]),
});
const behind =
  (answer: (res: Response) => string): RequestHandler =>
  (req: Request, res: Response, next) => {
    check(req, res, (error) => (error === undefined ? res.json({ id: answer(res) }) : next(error)));
  };

let app: AnApp | undefined;
afterEach(async () => app?.stop());
const calling = (res: Response): string => partnerOf(res, aRegistry()).id;

const asked = async (answer: (res: Response) => string, authorization?: string) => {
  app = await anApp({ '/': behind(answer) });
  return app.call('GET', '/', authorization === undefined ? {} : { headers: { authorization } });
};

test.each([`Bearer ${CENTRE}`, `bearer ${CENTRE}`, `BEARER ${CENTRE}`])(
  'a centre is known by its token: %s',
  async (authorization) => {
    expect((await asked(centreOf, authorization)).body).toEqual({ id: 'verdun' });
  },
);

test('a partner is known by its own', async () => {
  expect((await asked(calling, `Bearer ${PARTNER}`)).body).toEqual({ id: 'clsc-verdun' });
});

test.each([
  ['no header', undefined],
  ['an unknown token', 'Bearer jeton-inconnu-de-tout-le-monde'],
  ['no token', 'Bearer '],
  ['another scheme', `Basic ${CENTRE}`],
  ['a token after something', `x Bearer ${CENTRE}`],
  ['a token and more', `Bearer ${CENTRE} x`],
  ['a part of a token', `Bearer ${CENTRE.slice(0, -1)}`],
  ['a token in another case', `Bearer ${CENTRE.toUpperCase()}`],
  ['the id of a centre', 'Bearer verdun'],
  ['a token without end', `Bearer ${'a'.repeat(513)}`],
])('%s is 401, and says how to ask', async (_what, authorization) => {
  const { status, headers, body, text } = await asked(centreOf, authorization);
  expect([status, headers.get('www-authenticate'), body.issue[0].expression]).toEqual([
    401,
    'Bearer',
    ['http.Authorization'],
  ]);
  expect(text).not.toContain(CENTRE);
});

test.each([
  ['a partner', 'a centre’s address', centreOf, PARTNER],
  ['a centre', 'a partner’s address', calling, CENTRE],
] as const)('%s at %s is 403', async (_who, _where, answer, token) => {
  expect((await asked(answer, `Bearer ${token}`)).status).toBe(403);
});
