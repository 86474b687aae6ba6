import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { OperatorAct } from '../../../../gateway/audit/operator-act-event.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { exchanges } from '../../../../gateway/lanes/exchanges.ts';
import type { LaneJob, Queues } from '../../../../gateway/lanes/queues.ts';
import { sealWith } from '../../../../gateway/lanes/sealing.ts';
import { deadLetters } from '../../../../gateway/set-aside/dead-letters.ts';
import { type ReplayAsked, replayer } from '../../../../gateway/set-aside/replay.ts';
import { circleEvent } from '../../../builders/concept-events.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const AT = '2026-03-11T12:00:00.000Z';
const REASON = { failure: 'unavailable', issues: [], at: AT } as const;

interface Added {
  readonly queue: string;
  readonly data: Partial<LaneJob>;
  readonly options: { readonly jobId?: string; readonly delay: number };
}

async function bench(audit: (act: OperatorAct) => Promise<void> = async () => undefined) {
  const { redis } = memoryRedis();
  const seal = sealWith([{ id: 'k', key: randomBytes(32) }]);
  const letters = deadLetters({ redis, seal, exchanges: exchanges(redis, 3_600), laneCount: 4 });
  const added: Added[] = [];
  const acts: OperatorAct[] = [];
  const queue = (name: string) => ({
    add: async (_job: string, data: Added['data'], options: Added['options']) =>
      void added.push({ queue: name, data, options }),
  });
  const queues = { lane: (lane: number) => queue(`lane ${lane}`), delivery: queue } as unknown as Queues;
  const event = circleEvent();
  const job = { exchangeId: event.exchangeId, sealed: seal.seal(event), waited: { rounds: 2, since: 5 } };
  await letters.park(job, 3, REASON);
  for (const task of ['n-1', 'n-2']) await letters.parkDelivery({ task, partner: 'clsc-verdun' }, REASON);
  await letters.parkDelivery({ task: 'n-3', partner: 'gone-from-the-registry' }, REASON);
  const replay = replayer({
    letters,
    queues,
    audit: {
      act: async (act) => {
        await audit(act);
        acts.push(act);
      },
    },
    triesMax: (partner) => (partner === 'clsc-verdun' ? 7 : undefined),
    now: () => new Date('2026-03-12T12:00:00.000Z'),
  });
  const ask = (asked: Partial<ReplayAsked>) => replay({ filter: {}, dryRun: false, perMinute: 60, ...asked }, 'nuit');
  return { ask, added, acts, letters, event, job };
}

test('a dry run says what would be done and when, and does nothing', async () => {
  const { ask, added, acts, letters } = await bench();
  const { replays } = await ask({ dryRun: true, filter: { kind: 'delivery', partner: 'clsc-verdun' } });
  expect(replays).toEqual([
    { id: 'delivery-n-1', kind: 'delivery', at: '2026-03-12T12:00:00.000Z' },
    { id: 'delivery-n-2', kind: 'delivery', at: '2026-03-12T12:00:01.000Z' },
  ]);
  expect([added, acts]).toEqual([[], []]);
  expect((await letters.list({})).every(({ replays: done }) => done === undefined)).toBe(true);
});

test('an event goes back to the end of its own lane, sealed, as a replay, and goes on counting its waits', async () => {
  const { ask, added, job, event } = await bench();
  await ask({ ids: [event.exchangeId] });
  expect(added).toMatchObject([
    {
      queue: 'lane 3',
      data: { exchangeId: event.exchangeId, sealed: job.sealed, replay: true, waited: { rounds: 2 } },
      options: { jobId: `${event.exchangeId}-replay-1`, delay: 0 },
    },
  ]);
});

test('a delivery goes back into its partner’s queue, one pending at a time', async () => {
  const { ask, added } = await bench();
  await ask({ ids: ['delivery-n-2'] });
  expect(added).toMatchObject([
    {
      queue: 'clsc-verdun',
      data: { task: 'n-2', partner: 'clsc-verdun' },
      options: { attempts: 7, deduplication: { id: 'n-2', keepLastIfActive: true } },
    },
  ]);
});

test('the rate is bounded: so many a minute, one after the other', async () => {
  const { ask, added } = await bench();
  await ask({ perMinute: 2 });
  expect(added.map(({ options }) => options.delay)).toEqual([0, 30_000, 60_000]);
});

test('it is audited by ids before the first goes, and without the audit none goes', async () => {
  const { ask, acts } = await bench();
  await ask({});
  expect(acts).toMatchObject([{ what: 'replay', by: { operator: 'nuit' }, at: '2026-03-12T12:00:00.000Z' }]);
  expect(acts[0]?.on).toHaveLength(3);

  const away = await bench(async () => {
    throw new GatewayError('unavailable', 'the record is away');
  });
  await expect(away.ask({})).rejects.toMatchObject({ kind: 'unavailable' });
  expect(away.added).toEqual([]);
});

test('what cannot be put back is named with why, and holds up nothing else', async () => {
  const { ask, added } = await bench();
  const { replays } = await ask({ ids: ['delivery-n-3', 'no-such-letter', 'delivery-n-1'] });
  expect(replays).toMatchObject([
    { id: 'delivery-n-1', at: '2026-03-12T12:00:00.000Z' },
    { id: 'delivery-n-3', why: 'no-partner' },
    { id: 'no-such-letter', why: 'gone' },
  ]);
  expect(added).toHaveLength(1);
});

test('what was put back and has not had its turn yet is not put back twice', async () => {
  const { ask, added } = await bench();
  await ask({ perMinute: 1 });
  const before = added.length;
  const { replays } = await ask({ perMinute: 1 });
  expect(added.length).toBe(before);
  expect(replays.filter(({ at }) => at !== undefined)).toEqual([]);
});

test('what may have arrived goes again only because a person put it back, and its job says so; another does not', async () => {
  const { ask, added, letters } = await bench();
  await letters.parkDelivery({ task: 'n-2', partner: 'clsc-verdun' }, { ...REASON, failure: 'inDoubt' });
  await ask({ filter: { kind: 'delivery', partner: 'clsc-verdun' } });
  expect(added.map(({ data }) => ('again' in data ? data.again : undefined))).toEqual([undefined, true]);
});
