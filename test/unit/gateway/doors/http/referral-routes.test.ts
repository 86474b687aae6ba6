import { afterEach, expect, test } from '@jest/globals';
import { scopesIn } from '../../../../../gateway/access/scopes.ts';
import type { Disclosure } from '../../../../../gateway/audit/disclosure-event.ts';
import type { OperatorAct } from '../../../../../gateway/audit/operator-act-event.ts';
import { disclosures } from '../../../../../gateway/disclosure/disclosure.ts';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { referralRoutes } from '../../../../../gateway/doors/http/referral-routes.ts';
import { requestFinder } from '../../../../../gateway/record/request-finder.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { anIntake } from '../../../../builders/an-intake.ts';
import { agreedTo, circleEvent, referralEvent } from '../../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../../builders/events.ts';
import { memoryRedis } from '../../../../builders/memory-redis.ts';
import { syncBench } from '../../../../builders/sync-bench.ts';

const check = conceptChecker();
const VERDUN: Caller = { kind: 'centre', id: 'verdun' };
const ANSWER = { what: 'accepted', happenedAt: '2026-03-09', saidBy: 'Mme Tremblay', recordedBy: 'la coordonnatrice' };
const FAXED = { how: 'fax', happenedAt: '2026-03-09', recordedBy: 'la coordonnatrice' };

let app: AnApp | undefined;
afterEach(async () => app?.stop());

/** The door, on a record that holds a referral to a nurse on paper. */
async function aDoor({
  caller = VERDUN,
  referral = {},
  said = [],
  onAudit = () => 0,
}: {
  /** How long the gateway is paused once it has written down what leaves. */
  onAudit?: () => number;
  caller?: Caller;
  referral?: Parameters<typeof referralEvent>[0];
  said?: readonly Parameters<typeof anAnswerEvent>[0][];
} = {}) {
  const { record, put } = syncBench();
  await put(circleEvent());
  await put(referralEvent({ recipient: 'sippe', agreements: [agreedTo('sippe')], ...referral }));
  for (const answer of said) await put(anAnswerEvent(answer));
  const audited: Disclosure[] = [];
  const acts: OperatorAct[] = [];
  let clock = Date.parse('2026-03-10T15:00:00Z');
  const now = () => new Date(clock);
  const shown = disclosures({
    holds: { bearOn: async () => false },
    store: record,
    registry: aRegistry(),
    audit: {
      disclosure: async (it) => {
        audited.push(it);
        clock += onAudit();
      },
      mayHaveLeft: async () => false,
    },
    now,
  });
  const { intake, accepted } = anIntake();
  app = await anApp(
    {
      '/v1/referrals': referralRoutes({
        check: (act, body) => check(act, body),
        intake,
        finder: requestFinder({
          redis: memoryRedis().redis,
          store: record,
          disclosures: shown,
          audit: { mayHaveLeft: async () => false },
        }),
        disclosures: shown,
        store: record,
        audit: { act: async (it) => void acts.push(it) },
        body: jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 }),
        now,
      }),
    },
    { caller },
  );
  const { call } = app;
  return {
    put,
    accepted,
    audited,
    acts,
    act: (
      what: 'answers' | 'dispatches',
      body: unknown,
      headers: Readonly<Record<string, string>> = {},
      id = 'ref-1',
    ) => call('POST', `/v1/referrals/${id}/${what}`, { body, headers }),
    page: (query = '', id = 'ref-1') => call('GET', `/v1/referrals/${id}/page${query}`),
  };
}

test('a page that took more than five seconds since it was decided is decided again; where that takes too long too, there is none', async () => {
  const pauses = [5_001, 0];
  const once = await aDoor({ onAudit: () => pauses.shift() ?? 0 });
  expect((await once.page()).status).toBe(200);
  expect(once.audited).toHaveLength(2);
  await app?.stop();
  const always = await aDoor({ onAudit: () => 5_001 });
  const { status, headers } = await always.page();
  expect([status, headers.get('content-type')]).toEqual([503, expect.stringContaining('json')]);
});

test('an answer that a person writes down goes into the child’s lane', async () => {
  const { act, accepted } = await aDoor();
  expect((await act('answers', ANSWER)).status).toBe(202);
  expect(accepted).toMatchObject([
    {
      identifier: 'ref-1',
      event: {
        kind: 'answer',
        centre: 'verdun',
        child: 'enf-1',
        request: 'ref-1',
        recordedAt: '2026-03-10T15:00:00.000Z',
        answer: ANSWER,
      },
    },
  ]);
  expect(accepted[0]?.event).not.toHaveProperty('fromPartner');
});

test('a note that the page left goes there too, for the recipient that it names', async () => {
  const { act, accepted } = await aDoor();
  await act('dispatches', FAXED);
  await act('dispatches', { ...FAXED, recipient: 'sippe' });
  expect(accepted.map(({ event }) => event)).toMatchObject([
    { kind: 'dispatch', dispatch: FAXED },
    { recipient: 'sippe' },
  ]);
  expect(accepted[0]?.event).not.toHaveProperty('recipient');
});

test('a program that may says since when an answer or a dispatch was known; others are refused, and nothing is written', async () => {
  const known = { 'passerelle-known-at': '2026-03-10T09:00:00-04:00' };
  const past: Caller = { ...VERDUN, scopes: scopesIn('system/*.cruds passerelle/known.u') };
  const door = await aDoor({ caller: past });
  await door.act('answers', ANSWER, known);
  await door.act('dispatches', FAXED, known);
  const knownAt = '2026-03-10T13:00:00.000Z';
  expect(door.accepted.map(({ event }) => event)).toMatchObject([
    { kind: 'answer', knownAt },
    { kind: 'dispatch', knownAt },
  ]);
  expect(door.acts.map(({ what, by }) => [what, by])).toEqual([
    ['state-known', { centre: 'verdun' }],
    ['state-known', { centre: 'verdun' }],
  ]);
  await app?.stop();
  const ordinary = await aDoor();
  expect((await ordinary.act('answers', ANSWER, known)).status).toBe(403);
  expect(ordinary.accepted).toEqual([]);
});

test('the same act again, in any order of its members, is the same exchange; under a key too', async () => {
  const { act, accepted } = await aDoor();
  const reversed = Object.fromEntries(Object.entries(ANSWER).reverse());
  const key = { 'idempotency-key': 'k-1' };
  await act('answers', ANSWER);
  await act('answers', reversed);
  await act('answers', ANSWER, key);
  await act('answers', reversed, key);
  await act('answers', { ...ANSWER, happenedAt: '2026-03-08' }, key);
  const [first, again, keyed, keyedAgain, other] = accepted;
  expect(again?.event.exchangeId).toBe(first?.event.exchangeId);
  expect(keyed?.event.exchangeId).not.toBe(first?.event.exchangeId);
  expect(keyedAgain?.idempotency).toEqual(keyed?.idempotency);
  expect(other?.event.exchangeId).toBe(keyed?.event.exchangeId);
  expect(other?.idempotency?.contentHash).not.toBe(keyed?.idempotency?.contentHash);
});

test.each([
  ['a request nobody knows', 'ref-9', VERDUN, 404],
  ['another centre’s request', 'ref-1', { kind: 'centre', id: 'vanier' } as const, 404],
  [
    'a value that would look for more than itself',
    `x,${IDENTIFIERS.request('verdun')}|ref-1`,
    { kind: 'centre', id: 'vanier' } as const,
    404,
  ],
  ['a partner', 'ref-1', { kind: 'partner', id: 'sippe' } as const, 403],
])('%s: nothing is written and nothing shown', async (_what, id, caller, status) => {
  const { act, page, accepted, audited } = await aDoor({ caller });
  const path = encodeURIComponent(id);
  expect([
    (await act('answers', ANSWER, {}, path)).status,
    (await act('dispatches', FAXED, {}, path)).status,
    (await page('', path)).status,
  ]).toEqual([status, status, status]);
  expect([accepted, audited]).toEqual([[], []]);
});

test.each([
  ['an answer that is none', { ...ANSWER, what: 'perhaps' }, 'Answer.what'],
  ['nobody who said it', { ...ANSWER, saidBy: ' ' }, 'Answer.saidBy'],
  ['a date that is none', { ...ANSWER, happenedAt: '2026-02-30' }, 'Answer.happenedAt'],
])('%s is refused, and it is told where', async (_what, body, expression) => {
  const { act, accepted } = await aDoor();
  const answer = await act('answers', body);
  expect([answer.status, answer.body.issue[0].expression]).toEqual([422, [expression]]);
  expect(accepted).toEqual([]);
});

test.each([
  ['', 'fr'],
  ['?lang=fr', 'fr'],
  ['?lang=en', 'en'],
  ['?lang=es', 'fr'],
])('the page%s is a PDF in %s, made now, and each printing is a disclosure', async (query, language) => {
  const { page, audited } = await aDoor();
  const { status, headers, text } = await page(query);
  expect([status, headers.get('content-type'), headers.get('content-language'), headers.get('cache-control')]).toEqual([
    200,
    'application/pdf',
    language,
    'no-store',
  ]);
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(headers.get('content-disposition')).not.toMatch(/ref-1|enf-1/);
  await page(query);
  expect(audited).toMatchObject([{ recipient: 'sippe', lens: 'public-network' }, { recipient: 'sippe' }]);
});

test('without an agreement nothing is printed, and it is told what is missing', async () => {
  const { page, audited } = await aDoor({ referral: { agreements: [agreedTo('hopital')] } });
  const { status, body } = await page();
  expect([status, body.issue[0].expression]).toEqual([403, ['agreements']]);
  expect(audited).toEqual([]);
});

test('a cancelled request is not printed', async () => {
  const { page, audited } = await aDoor({ said: [{ what: 'family-ended' }] });
  expect((await page()).status).toBe(404);
  expect(audited).toEqual([]);
});

test('the page is for the recipient who is named, else for the one under way', async () => {
  const { page, put, audited } = await aDoor({ said: [{ what: 'declined' }] });
  await put(
    referralEvent({ version: 2, recipient: 'orchestre', agreements: [agreedTo('orchestre'), agreedTo('sippe')] }),
  );
  await page();
  await page('?recipient=sippe');
  expect(audited.map(({ recipient }) => recipient)).toEqual(['orchestre', 'sippe']);
  expect((await page('?recipient=hopital')).status).toBe(404);
});
