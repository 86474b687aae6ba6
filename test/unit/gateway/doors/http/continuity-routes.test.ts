import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../gateway/access/caller.ts';
import { findingsDesk } from '../../../../../gateway/continuity/findings-desk.ts';
import { ledgerReader } from '../../../../../gateway/continuity/ledger-reader.ts';
import { openLoops } from '../../../../../gateway/continuity/open-loops.ts';
import { findingRoutes } from '../../../../../gateway/doors/http/finding-routes.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { ledgerRoutes } from '../../../../../gateway/doors/http/ledger-routes.ts';
import { loopRoutes } from '../../../../../gateway/doors/http/loop-routes.ts';
import { registryFrom } from '../../../../../gateway/registry.ts';
import { isFindingTask } from '../../../../../mappings/watch/finding-task.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { findingsRound } from '../../../../../workers/findings/findings-round.ts';
import { aCentre, aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { quietLog } from '../../../../builders/quiet-log.ts';
import { circleTold, leftTold, legalTold, planTold, referralTold } from '../../../../builders/told-events.ts';
import { toldRecord } from '../../../../builders/told-record.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

const goal = (id: string, words: string) => ({ id, words, status: 'active', agreedOn: '2026-01-05' }) as const;
const ACTS = [
  circleTold(
    { on: '2026-01-05' },
    {
      members: [
        { kind: 'family', id: 'maman', name: { text: 'Lan' }, kinship: 'MTH', legalRole: 'tap' },
        { kind: 'professional', id: 'julie', name: 'Julie Côté' },
      ],
      pivot: 'julie',
    },
  ),
  planTold({ on: '2026-01-05' }, { id: 'plan', goals: [goal('parler', 'Parler'), goal('logis', 'Rester chez nous')] }),
  referralTold({ on: '2026-01-06' }, { id: 'ortho', goals: ['parler'] }),
  leftTold({ on: '2026-01-06' }, 'ortho'),
  legalTold({ on: '2026-01-06' }, { id: 'droit', goals: ['logis'] }),
  leftTold({ on: '2026-01-06' }, 'droit', 'avocate'),
];

/** The doors, on 15 January, after the watch has looked: two requests are silent since the day before. */
async function aDoor(caller: Partial<Caller> = {}, registry = aRegistry()) {
  const record = await toldRecord(ACTS);
  const now = () => new Date('2026-01-15T16:00:00Z');
  const memory = { looks: async () => ({}), looked: async () => undefined };
  const willChange = async () => undefined;
  await findingsRound({ store: record, registry, memory, willChange, now, log: quietLog() })();
  const check = conceptChecker();
  const body = jsonBody({ sizeMaxBytes: 10_000, depthMax: 8 });
  app = await anApp(
    {
      '/v1/children': ledgerRoutes({ ledgers: ledgerReader({ store: record, registry, now }), registry, now }),
      '/v1/loops': loopRoutes({ openLoops: openLoops(record), registry }),
      '/v1/findings': findingRoutes({
        findings: findingsDesk(record, now),
        check: (it) => check('finding-snooze', it),
        registry,
        body,
        now,
      }),
    },
    { caller: { kind: 'centre', id: 'verdun', ...caller } as Caller },
  );
  return {
    call: app.call,
    tasks: () => record.ofType('Task'),
    ids: record
      .ofType('Task')
      .filter(isFindingTask)
      .map(({ id }) => id ?? ''),
  };
}

test('a ledger is told until today, and until a day that has passed', async () => {
  const { call } = await aDoor();
  const { status, body } = await call('GET', '/v1/children/enf-1/ledger?lang=en');
  expect(status).toBe(200);
  expect(body).toMatchObject({ child: 'enf-1', asOf: '2026-01-15', accompanied: [{ name: 'Julie Côté' }] });
  expect(body.needs.map(({ goal: of }: { goal: string }) => of).sort()).toEqual(['logis', 'parler']);
  expect(body.needs[0].daysWithoutCare).toEqual({ waiting: 0, asked: 10, open: 1 });
  const earlier = await call('GET', '/v1/children/enf-1/ledger?asOf=2026-01-07');
  expect(earlier.body.needs[0].daysWithoutCare).toEqual({ waiting: 0, asked: 2, open: 1 });
});

test.each(['asOf=2026-01-16', 'asOf=2026-01', 'asOf=x', 'knownAt=2026-01-15', 'knownAt=x'])(
  'a ledger asked with %s is refused, with what may be asked',
  async (query) => {
    const { call } = await aDoor();
    const { status, body } = await call('GET', `/v1/children/enf-1/ledger?${query}`);
    expect([status, body.issue[0].expression]).toEqual([400, [`http.${query.split('=')[0]}`]]);
  },
);

test('clinical staff see neither the need that a lawyer holds nor its number', async () => {
  const { call } = await aDoor({ professional: 'marc', role: 'clinical' });
  const { body } = await call('GET', '/v1/children/enf-1/ledger');
  expect(body.needs.map(({ goal: of }: { goal: string }) => of)).toEqual(['parler']);
});

test('a child whom the centre does not know has no ledger', async () => {
  const { call } = await aDoor({ id: 'vanier' });
  expect((await call('GET', '/v1/children/enf-1/ledger')).status).toBe(404);
});

test('a pivot reads their own findings, somebody else none of them, and the centre all', async () => {
  const mine = await (await aDoor({ professional: 'julie', role: 'pivot' })).call('GET', '/v1/findings?lang=en');
  expect(mine.body.pivots).toMatchObject([{ pivot: 'julie', waiting: 0, lines: [{ child: 'enf-1' }] }]);
  expect(mine.body.pivots[0].lines[0].findings).toHaveLength(2);
  await app?.stop();
  const other = await aDoor({ professional: 'marc', role: 'pivot' });
  expect((await other.call('GET', '/v1/findings')).body.pivots).toEqual([]);
  expect((await other.call('GET', '/v1/findings?of=centre')).body.pivots).toHaveLength(1);
});

test('a rule that a centre turned off finds nothing there, and what is read says so; where all rules are on, nothing is said', async () => {
  const { partners } = aRegistry();
  const registry = registryFrom({ centres: [aCentre({ watchRules: { off: ['silent'] } })], partners });
  const { call, ids } = await aDoor({}, registry);
  expect(ids).toEqual([]);
  const off = [{ code: 'silent', text: 'No answer within the agreed delay' }];
  expect((await call('GET', '/v1/findings?lang=en')).body).toEqual({ language: 'en', pivots: [], off });
  expect((await call('GET', '/v1/loops?lang=en')).body).toEqual({ language: 'en', loops: [], off });
  await app?.stop();
  const all = await aDoor();
  expect((await all.call('GET', '/v1/findings')).body).not.toHaveProperty('off');
  expect((await all.call('GET', '/v1/loops')).body).not.toHaveProperty('off');
});

test('an open loop is told with the child, the request and its recipient, for whoever takes it up', async () => {
  const { call, ids } = await aDoor({ professional: 'julie', role: 'pivot' });
  const { status, body } = await call('GET', '/v1/loops?lang=en');
  expect([status, body.language, body.next]).toEqual([200, 'en', undefined]);
  expect(body.loops.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
  expect(body.loops.find(({ request }: { request?: { id: string } }) => request?.id === 'ortho')).toMatchObject({
    code: 'silent',
    urgency: 2,
    since: '2026-01-14',
    child: { id: 'enf-1' },
    pivot: 'julie',
    request: { kind: 'service-referral', status: 'requested' },
  });
});

test('open loops come page by page, each once, also where a page ends between two urgencies', async () => {
  const { call, ids } = await aDoor();
  const seen: string[] = [];
  let after = '';
  for (let pages = 0; pages < ids.length + 1; pages += 1) {
    const { body } = await call('GET', `/v1/loops?limit=1${after}`);
    seen.push(...body.loops.map(({ id }: { id: string }) => id));
    if (body.next === undefined) break;
    after = `&after=${body.next}`;
  }
  expect([...seen].sort()).toEqual([...ids].sort());
  expect((await call('GET', '/v1/loops?urgency=1')).body.loops).toEqual([]);
  expect((await call('GET', '/v1/loops?code=declined')).body.loops).toEqual([]);
  expect((await call('GET', '/v1/loops?code=silent')).body.loops).toHaveLength(ids.length);
});

test('somebody else has no open loop, the centre all, another centre none', async () => {
  const { call, ids } = await aDoor({ professional: 'marc', role: 'pivot' });
  expect((await call('GET', '/v1/loops')).body.loops).toEqual([]);
  expect((await call('GET', '/v1/loops?of=centre')).body.loops).toHaveLength(ids.length);
  await app?.stop();
  const unlike = await aDoor({ professional: 'verdun/pivot', role: 'pivot' });
  expect(await unlike.call('GET', '/v1/loops')).toMatchObject({ status: 200, body: { loops: [] } });
  await app?.stop();
  expect((await (await aDoor({ id: 'vanier' })).call('GET', '/v1/loops')).body.loops).toEqual([]);
});

test.each([
  'urgency=4',
  'code=lazy',
  'after=1-0',
  'after=x',
  'after=2-1-1',
  'limit=0',
  'limit=101',
  'urgency=1&urgency=2',
])('loops asked with %s are refused, with what may be asked', async (query) => {
  const { call } = await aDoor();
  const { status, body } = await call('GET', `/v1/loops?${query}`);
  expect([status, body.issue[0].expression]).toEqual([400, [`http.${query.split('=')[0]}`]]);
});

test('a finding is put off until a day to come, with a reason; another centre has none', async () => {
  const { call, ids, tasks } = await aDoor({ professional: 'julie' });
  const [id = ''] = ids;
  const snooze = (body: unknown) => call('POST', `/v1/findings/${id}/snooze`, { body });
  expect((await snooze({ until: '2026-01-15', reason: 'x' })).status).toBe(422);
  expect((await snooze({ until: '2026-06-01', reason: 'x' })).status).toBe(422);
  expect((await snooze({ until: '2026-01-20' })).status).toBe(422);
  expect(await snooze({ until: '2026-01-20', reason: 'Ils rappellent.' })).toMatchObject({
    status: 200,
    body: { id, until: '2026-01-20' },
  });
  const [note] = tasks().find((task) => task.id === id)?.note ?? [];
  expect([note?.authorString, note?.text]).toEqual(['julie', 'Ils rappellent.']);
  expect((await call('GET', '/v1/findings')).body.pivots[0].lines[0].findings).toHaveLength(1);
  await app?.stop();
  const other = await aDoor({ id: 'vanier' });
  expect(
    (await other.call('POST', `/v1/findings/${id}/snooze`, { body: { until: '2026-01-20', reason: 'x' } })).status,
  ).toBe(404);
});
