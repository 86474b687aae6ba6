import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../gateway/access/caller.ts';
import type { Access } from '../../../../../gateway/audit/access-event.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { childTieRoutes, tieRoutes } from '../../../../../gateway/doors/http/tie-routes.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { aDesk } from '../../../../builders/tied-centres.ts';

const apps: AnApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.stop();
});

const pivotOf = (id: string): Caller => ({ kind: 'centre', id, role: 'pivot', professional: `${id}/pivot` });
const check = conceptChecker();

/** The same desk, as each caller meets it. */
async function opened(...callers: readonly Caller[]) {
  const { desk: ties } = await aDesk();
  const noted: Access[] = [];
  const body = jsonBody({ sizeMaxBytes: 10_000, depthMax: 8 });
  const asked = await Promise.all(
    callers.map(async (caller) => {
      const routes = { '/v1/ties': tieRoutes({ ties, check, body }), '/v1/children': childTieRoutes({ ties }) };
      const app = await anApp(routes, { caller, audit: { access: async (it) => void noted.push(it) } });
      apps.push(app);
      return app.call;
    }),
  );
  return { asked, noted };
}

test('said, confirmed, read and ended over HTTP: code and numbers are in bodies, and each reading is noted before it is answered', async () => {
  const { asked, noted } = await opened(pivotOf('verdun'), pivotOf('vanier'));
  const [ours, theirs] = asked;
  if (ours === undefined || theirs === undefined) throw new Error('two callers');
  const said = await ours('POST', '/v1/ties', { body: { child: 'enf-1', centre: 'vanier' } });
  expect([said.status, said.headers.get('location')]).toEqual([201, '/v1/children/enf-1/ties']);
  expect(said.body).toEqual({ centre: 'vanier', until: expect.any(String), code: expect.any(String) });
  const confirmed = await theirs('POST', '/v1/ties/confirm', {
    body: { child: 'ch-9', centre: 'verdun', code: said.body.code },
  });
  expect([confirmed.status, confirmed.body]).toEqual([200, { centre: 'verdun', since: expect.any(String) }]);
  const read = await ours('GET', '/v1/children/enf-1/ties');
  expect(read.body).toEqual({ ties: [{ centre: 'vanier', since: confirmed.body.since }], waiting: [] });
  const ended = await theirs('POST', '/v1/ties/end', { body: { child: 'ch-9', centre: 'verdun' } });
  expect([ended.status, ended.body]).toEqual([200, { ties: [], waiting: [] }]);
  expect((await ours('GET', '/v1/children/enf-1/ties')).body).toEqual({ ties: [], waiting: [] });
  expect(noted.map(({ centre, kind, children }) => [centre, kind, children])).toEqual([
    ['verdun', 'ties', ['enf-1']],
    ['vanier', 'ties', []],
    ['verdun', 'ties', []],
  ]);
});

test('an unknown child has no ties, as one that nobody tied, and that somebody asked is noted without the number; what is not a tie is told by its field, and a wrong number as a wrong code', async () => {
  const { asked, noted } = await opened(pivotOf('vanier'));
  const [call] = asked;
  if (call === undefined) throw new Error('a caller');
  for (const child of ['ch-9', 'enf-1', 'personne'])
    expect((await call('GET', `/v1/children/${child}/ties`)).body).toEqual({ ties: [], waiting: [] });
  expect(noted.map(({ kind, children }) => [kind, children])).toEqual(Array(3).fill(['ties', []]));
  const wrong = [
    { child: 'ch-9' },
    { child: 'ch-9', centre: 'verdun', code: '123' },
    { child: 'ch-9', centre: 'verdun', code: '0000-0000-0000-0000', more: 1 },
  ];
  for (const body of wrong) expect((await call('POST', '/v1/ties/confirm', { body })).status).toBe(422);
  const answers = await Promise.all(
    ['ch-9', 'personne'].map((child) =>
      call('POST', '/v1/ties/confirm', { body: { child, centre: 'verdun', code: '0000-0000-0000-0000' } }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  expect(answers[0]?.body).toEqual(answers[1]?.body);
});

test.each<readonly [string, Caller]>([
  ['a program alone', { kind: 'centre', id: 'verdun' }],
  ['a partner', { kind: 'partner', id: 'clsc-verdun', role: 'pivot', professional: 'p' }],
  ['whoever operates', { kind: 'operator', id: 'nuit', role: 'pivot', professional: 'p' }],
])('%s says, confirms and ends nothing', async (_who, caller) => {
  const { asked } = await opened(caller);
  const tie = { child: 'enf-1', centre: 'vanier' };
  for (const [path, body] of [
    ['/v1/ties', tie],
    ['/v1/ties/confirm', { ...tie, code: '0000-0000-0000-0000' }],
    ['/v1/ties/end', tie],
  ] as const)
    expect((await asked[0]?.('POST', path, { body }))?.status).toBe(403);
});
