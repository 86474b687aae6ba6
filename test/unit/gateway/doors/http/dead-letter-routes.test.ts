import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { type Access, accessEvent } from '../../../../../gateway/audit/access-event.ts';
import type { OperatorAct } from '../../../../../gateway/audit/operator-act-event.ts';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { deadLetterRoutes } from '../../../../../gateway/doors/http/dead-letter-routes.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { exchanges } from '../../../../../gateway/lanes/exchanges.ts';
import { sealWith } from '../../../../../gateway/lanes/sealing.ts';
import { deadLetters } from '../../../../../gateway/set-aside/dead-letters.ts';
import type { ReplayAsked } from '../../../../../gateway/set-aside/replay.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { registerEntryFrom } from '../../../../../mappings/register/register-entry.ts';
import { registerLine } from '../../../../../mappings/register/register-words.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { aCircle, circleEvent } from '../../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../../builders/events.ts';
import { memoryRedis } from '../../../../builders/memory-redis.ts';

const OPERATOR = { kind: 'operator', id: 'nuit' } as const;
const VERDUN = { kind: 'centre', id: 'verdun' } as const;
const VANIER = { kind: 'centre', id: 'vanier' } as const;
const PARTNER = { kind: 'partner', id: 'clsc-verdun' } as const;
const REASON = {
  failure: 'recordRefused',
  issues: [{ severity: 'error', code: 'processing', text: { fr: 'Refusé.', en: 'Refused.' } }],
  at: '2026-03-11T12:00:00.000Z',
} as const;
const CIRCLE = circleEvent();
const ANSWER = anAnswerEvent({ what: 'completed', outcome: 'Elle parle' });

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function asCaller(caller: Caller, access: (access: Access) => Promise<void> = async () => undefined) {
  const { redis } = memoryRedis();
  const seal = sealWith([{ id: 'k', key: randomBytes(32) }]);
  const letters = deadLetters({ redis, seal, exchanges: exchanges(redis, 3_600), laneCount: 4 });
  for (const event of [CIRCLE, ANSWER])
    await letters.park({ exchangeId: event.exchangeId, sealed: seal.seal(event) }, 1, REASON);
  await letters.parkDelivery({ task: 'n-1', partner: 'clsc-verdun' }, REASON);
  const acts: OperatorAct[] = [];
  const noted: Access[] = [];
  const asked: { readonly by: string; readonly replay: ReplayAsked }[] = [];
  app = await anApp(
    {
      '/': deadLetterRoutes({
        letters,
        seal,
        replay: async (replay, by) => {
          asked.push({ by, replay });
          return { dryRun: replay.dryRun, replays: [], left: 0 };
        },
        audit: {
          act: async (act) => void acts.push(act),
        },
        body: jsonBody({ sizeMaxBytes: 10_000, depthMax: 8 }),
        now: () => new Date('2026-03-12T12:00:00.000Z'),
      }),
    },
    {
      caller,
      audit: {
        access: async (it) => {
          await access(it);
          noted.push(it);
        },
      },
    },
  );
  return { call: app.call, acts, noted, asked, letters };
}

test('an operator sees the transport and the reason of everything, and never a word of content', async () => {
  const { call } = await asCaller(OPERATOR);
  const { body, text } = await call('GET', '/?limit=2');
  expect([body.total, body.letters.length]).toEqual([3, 2]);
  const one = await call('GET', `/${CIRCLE.exchangeId}`, { headers: { 'accept-language': 'en' } });
  expect(one.body).toMatchObject({
    kind: 'concept',
    concept: 'care-circle',
    centre: 'verdun',
    failure: 'recordRefused',
    issues: [{ details: { text: 'Refused.' } }],
    repair: { method: 'PUT', path: '/v1/care-circles/cercle-1' },
  });
  for (const word of ['Nguyễn', 'enf-1', 'Elle parle', 'sealed']) expect(text + one.text).not.toContain(word);
});

test('an operator does not get content', async () => {
  const { call, acts, noted } = await asCaller(OPERATOR);
  expect((await call('GET', `/${CIRCLE.exchangeId}/content`)).status).toBe(403);
  expect([acts, noted]).toEqual([[], []]);
});

const JULIE = { ...VERDUN, client: 'dossier-clinique', professional: 'ts-julie' };

test('a centre sees what it sent, in the words in which it sent it, and its register says first who read it, with which app and about which child', async () => {
  const { call, noted } = await asCaller(JULIE);
  const { status, body } = await call('GET', `/${CIRCLE.exchangeId}/content`);
  expect([status, body.content]).toEqual([200, JSON.parse(JSON.stringify(aCircle()))]);
  expect(noted).toMatchObject([
    {
      by: { client: 'dossier-clinique', professional: 'ts-julie' },
      on: [{ identifier: { value: `urn:uuid:${CIRCLE.exchangeId}` } }],
      children: ['enf-1'],
    },
  ]);
  const [line] = noted.map((it) => registerEntryFrom(accessEvent(it), 'verdun'));
  const context = { timeZone: 'UTC', centreName: 'Verdun', partnerName: (it: string) => it };
  expect(line && registerLine(line, { ...context, language: 'fr' })).toContain(
    'Verdun (ts-julie, dossier-clinique) a lu le contenu d’un envoi mis de côté.',
  );
  expect(line && registerLine(line, { ...context, language: 'en' })).toContain(
    'read the content of something set aside',
  );
});

test('what is read of an answer that was set aside names its request too, as an extract for a parent must know', async () => {
  const { call, noted } = await asCaller(JULIE);
  await call('GET', `/${ANSWER.exchangeId}/content`);
  expect(noted).toMatchObject([
    { on: [{}, { identifier: { system: IDENTIFIERS.request('verdun'), value: 'ref-1' } }], children: [ANSWER.child] },
  ]);
});

test('a centre that closes it destroys what it held, and its register says who, about which child', async () => {
  const { call, noted, acts, letters } = await asCaller(JULIE);
  expect((await call('POST', `/${CIRCLE.exchangeId}/close`)).status).toBe(200);
  expect([acts, await letters.find(CIRCLE.exchangeId)]).toEqual([[], undefined]);
  expect(noted).toMatchObject([
    { how: 'delete', why: 'closed', by: { professional: 'ts-julie' }, children: ['enf-1'] },
  ]);
});

test('an answer is shown as it was written down', async () => {
  const { call } = await asCaller(VERDUN);
  expect((await call('GET', `/${ANSWER.exchangeId}/content`)).body).toMatchObject({
    content: { what: 'completed', outcome: 'Elle parle' },
    repair: { method: 'POST', path: '/v1/referrals/ref-1/answers' },
  });
});

test('without the audit entry no content is shown', async () => {
  const { call } = await asCaller(VERDUN, async () => {
    throw new GatewayError('unavailable', 'the record is away');
  });
  const { status, text } = await call('GET', `/${CIRCLE.exchangeId}/content`);
  expect(status).toBe(503);
  expect(text).not.toContain('Nguyễn');
});

test('another centre’s letter and one that is not there look the same', async () => {
  const { call } = await asCaller(VANIER);
  const answers = await Promise.all(
    [CIRCLE.exchangeId, 'no-such-letter'].flatMap((id) => [
      call('GET', `/${id}`),
      call('GET', `/${id}/content`),
      call('POST', `/${id}/close`),
    ]),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
  expect((await call('GET', '/?centre=verdun')).body).toEqual({ total: 0, letters: [] });
});

test.each([
  ['GET', '/'],
  ['GET', `/${CIRCLE.exchangeId}`],
  ['GET', `/${CIRCLE.exchangeId}/content`],
  ['POST', `/${CIRCLE.exchangeId}/close`],
  ['POST', '/replays'],
] as const)('a partner gets nothing of it: %s %s', async (method, path) => {
  const { call } = await asCaller(PARTNER);
  const body = path === '/replays' ? { body: { all: true } } : {};
  expect((await call(method, path, body)).status).toBe(403);
});

test('a centre puts nothing back by itself: it sends a newer version', async () => {
  const { call, asked } = await asCaller(VERDUN);
  expect((await call('POST', '/replays', { body: { all: true, dryRun: false } })).status).toBe(403);
  expect(asked).toEqual([]);
});

test('a replay is a dry run at sixty a minute unless it says otherwise', async () => {
  const { call, asked } = await asCaller(OPERATOR);
  await call('POST', '/replays', { body: { filter: { kind: 'delivery', partner: 'clsc-verdun' } } });
  await call('POST', '/replays', { body: { ids: ['x'], dryRun: false, perMinute: 5 } });
  expect(asked).toEqual([
    { by: 'nuit', replay: { filter: { kind: 'delivery', partner: 'clsc-verdun' }, dryRun: true, perMinute: 60 } },
    { by: 'nuit', replay: { ids: ['x'], filter: {}, dryRun: false, perMinute: 5 } },
  ]);
});

test.each([
  {},
  { all: false },
  { all: true, ids: ['x'] },
  { ids: [] },
  { filter: {} },
  { filter: { child: 'enf-1' } },
  { all: true, perMinute: 0 },
  { all: true, dryRun: 'no' },
  [],
])('a replay that does not say what to put back puts back nothing: %j', async (body) => {
  const { call, asked } = await asCaller(OPERATOR);
  const answer = await call('POST', '/replays', { body });
  expect([answer.status, asked]).toEqual([422, []]);
  expect(answer.body.issue[0].details.text).toContain('dryRun');
});

test.each(['/?kind=secret', '/?child=enf-1', '/?kind=concept&kind=answer', '/?limit=0'])(
  'a filter that is not one is 400: %s',
  async (path) => {
    const { call } = await asCaller(OPERATOR);
    expect((await call('GET', path)).status).toBe(400);
  },
);

test('it is closed by a person, which is audited', async () => {
  const { call, acts, letters } = await asCaller(OPERATOR);
  expect((await call('POST', '/delivery-n-1/close')).status).toBe(200);
  expect((await letters.list({})).map(({ kind }) => kind)).toEqual(expect.not.arrayContaining(['delivery']));
  expect(acts).toMatchObject([{ what: 'close', by: { operator: 'nuit' }, on: [{ type: 'Task' }] }]);
});
