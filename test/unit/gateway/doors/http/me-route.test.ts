import { afterEach, expect, test } from '@jest/globals';
import { Router } from 'express';
import type { Caller } from '../../../../../gateway/access/caller.ts';
import { meRoute } from '../../../../../gateway/doors/http/me-route.ts';
import type { Centre } from '../../../../../gateway/registry.ts';
import { aCentre, TIED_WITH } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';

const apps: AnApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.stop();
});

const PIVOT: Caller = { kind: 'centre', id: 'verdun', role: 'pivot', professional: 'verdun/p' };

/** What a caller is told of themselves, in French, where these centres stand in the registry. */
async function toldTo(caller: Caller, centres: readonly Centre[]) {
  const registry = { centres, centre: (id: string) => centres.find((it) => it.id === id) };
  const app = await anApp({ '/v1/me': Router().get('/', meRoute(registry)) }, { caller });
  apps.push(app);
  const { status, body } = await app.call('GET', '/v1/me', { headers: { 'accept-language': 'fr' } });
  return { status, ...body };
}

test('somebody of a centre is told who they are, and with which centres a child may be tied: those that name theirs, and that theirs names', async () => {
  const verdun = aCentre({ centreTies: TIED_WITH('vanier', 'silent', 'off') });
  const other = (id: string, centreTies?: ReturnType<typeof TIED_WITH>): Centre =>
    aCentre({ id, name: { fr: `Centre ${id}`, en: id }, ...(centreTies && { centreTies }) });
  const centres = [verdun, other('vanier', TIED_WITH('verdun')), other('silent', TIED_WITH('vanier')), other('off')];
  const told = await toldTo(PIVOT, centres);
  expect(told).toMatchObject({ status: 200, kind: 'centre', role: 'pivot', professional: 'verdun/p' });
  expect(told.centre).toEqual({
    id: 'verdun',
    name: 'Les Petits Renards',
    timeZone: 'America/Toronto',
    mayTieWith: [{ id: 'vanier', name: 'Centre vanier' }],
  });
  expect((await toldTo({ ...PIVOT, id: 'silent' }, centres)).centre).not.toHaveProperty('mayTieWith');
});

test('whoever operates is told of no centre, and a partner has no such address', async () => {
  const centres = [aCentre()];
  const operator = await toldTo({ kind: 'operator', id: 'nuit', scopes: [] } as Caller, centres);
  expect([operator.status, operator.kind, operator.centre]).toEqual([200, 'operator', undefined]);
  expect((await toldTo({ kind: 'partner', id: 'clsc' } as Caller, centres)).status).toBe(404);
});
