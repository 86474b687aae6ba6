import { expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import { exchanges } from '../../../../gateway/lanes/exchanges.ts';
import { intake } from '../../../../gateway/lanes/intake.ts';
import { fenceId, laneKey, laneOf, type Queues } from '../../../../gateway/lanes/queues.ts';
import { sealWith } from '../../../../gateway/lanes/sealing.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import type { ConceptEvent, InboundEvent, LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import { circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { anAnswerEvent, anEntryEvent } from '../../../builders/events.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const seal = sealWith([{ id: 'k', key: Buffer.alloc(32, 1) }]);

interface Options {
  readonly waiting?: number;
  readonly copied?: () => Promise<void>;
  /** What happens while the answer waits for the sync. */
  readonly sync?: () => Promise<unknown>;
  /** What is held was not held before. */
  readonly heldAnew?: boolean;
  /** The job that stands under the id has come to its end. */
  readonly done?: boolean;
}
/** An intake whose lanes keep what was put in. */
function anIntake({ waiting = 0, copied, sync = async () => undefined, heldAnew = true, done = false }: Options = {}) {
  const memory = memoryRedis();
  const jobs: {
    readonly lane: number;
    readonly data: { exchangeId: string; sealed: string; keyed?: string };
    readonly jobId: string;
  }[] = [];
  const waits: number[] = [];
  const steps: string[] = [];
  const queues = {
    laneCount: 4,
    lane: (lane: number) => ({
      getWaitingCount: async () => waiting,
      // The first one under an id stays, as in BullMQ.
      getJob: async (jobId: string) => {
        const found = jobs.find((job) => job.jobId === jobId);
        return found && { ...found, ...(done && { finishedOn: 1 }) };
      },
      add: async (
        _name: string,
        data: { exchangeId: string; sealed: string; keyed?: string },
        { jobId }: { jobId: string },
      ) => {
        steps.push('queued');
        jobs.push({ lane, data, jobId });
        return {
          waitUntilFinished: async (_events: unknown, ms: number) => {
            waits.push(ms);
            await sync();
          },
        };
      },
    }),
  } as unknown as Queues;
  const known = exchanges(memory.redis, 60);
  const { accept } = intake({
    redis: memory.redis,
    queues,
    exchanges: known,
    holds: {
      place: async () => {
        steps.push('held');
        return heldAnew;
      },
      lift: async () => void steps.push('lifted'),
    },
    seal,
    laneEvents: () => ({}) as never,
    ...(copied !== undefined && { replicas: { begin: () => copied } }),
    keptForSeconds: 60,
    laneLengthMax: 10,
  });
  const take = (
    event: Exclude<LaneEvent, InboundEvent>,
    more: { idempotency?: { key: string; contentHash: string }; waitMs?: number } = {},
  ) =>
    accept({
      event,
      identifier: event.kind === 'concept' ? event.root.value : event.request,
      issues: [],
      waitMs: 0,
      ...more,
    });
  return { ...memory, take, jobs, waits, known, steps };
}

test('an event is in its child’s lane, sealed, before anybody is answered', async () => {
  const { take, jobs } = anIntake();
  const event = circleEvent();
  expect(await take(event)).toMatchObject({
    id: event.exchangeId,
    state: 'accepted',
    centre: 'verdun',
    identifier: 'cercle-1',
    concept: 'care-circle',
  });
  expect(jobs).toMatchObject([{ lane: laneOf(laneKey(event), 4), jobId: event.exchangeId }]);
  expect(Object.keys(jobs[0]?.data ?? {}).sort()).toEqual(['exchangeId', 'sealed']);
  expect(JSON.stringify(jobs)).not.toMatch(/Nguyễn|enf-1/);
  expect(seal.open(jobs[0]?.data.sealed ?? '')).toEqual({ ...event, shape: 1 });
});

test('nothing about a person stands in Redis in clear', async () => {
  const { take, texts, hashes } = anIntake();
  await take(circleEvent(), { idempotency: { key: 'clé-de-Mai', contentHash: 'h' } });
  await take(anAnswerEvent({ what: 'accepted', words: 'Mai Nguyễn' }));
  const all = JSON.stringify([[...texts], [...hashes].map(([key, hash]) => [key, [...hash]])]);
  expect(all).not.toMatch(/Mai|Nguyễn|Lan/);
});

test('a lane that is full takes nothing more, and says so', async () => {
  const { take, jobs } = anIntake({ waiting: 10 });
  await expect(take(circleEvent())).rejects.toMatchObject({ kind: 'unavailable' });
  expect(jobs).toEqual([]);
});

test('the same key with the same content is taken again, with other content it is refused', async () => {
  const { take, jobs } = anIntake();
  const idempotency = { key: 'k-1', contentHash: 'h-1' };
  await take(circleEvent(), { idempotency });
  await take(circleEvent(), { idempotency });
  await expect(
    take(circleEvent({ status: 'inactive' }), { idempotency: { key: 'k-1', contentHash: 'h-2' } }),
  ).rejects.toMatchObject({
    kind: 'keyReused',
    issues: [{ expression: 'http.Idempotency-Key' }],
  });
  expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(1);
});

test('two contents under one key at the same moment: the one that is in the lane is acknowledged, and it alone', async () => {
  const { take, jobs } = anIntake();
  const sent = [
    { event: circleEvent(), contentHash: 'h-1' },
    { event: circleEvent({ status: 'inactive' }), contentHash: 'h-2' },
  ];
  const { exchangeId = '' } = sent[0]?.event ?? {};
  const answers = await Promise.allSettled(
    sent.map(({ event, contentHash }) =>
      take({ ...event, exchangeId }, { idempotency: { key: 'k-1', contentHash } }).then(() => contentHash),
    ),
  );
  const acknowledged = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  expect(acknowledged).toEqual([jobs[0]?.data.keyed]);
  expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { kind: 'keyReused' } }]);
});

test('what an earlier release queued under a key is taken again by this one', async () => {
  const { take, jobs } = anIntake();
  const event = circleEvent();
  await take(event);
  await take(event, { idempotency: { key: 'k-1', contentHash: 'h-1' } });
  expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(1);
});

test('nothing is acknowledged that the replicas do not have', async () => {
  const taken = anIntake({ copied: async () => Promise.reject(new GatewayError('unavailable', 'no replica')) });
  await expect(taken.take(circleEvent(), { waitMs: 1_000 })).rejects.toMatchObject({ kind: 'unavailable' });
  expect(taken.waits).toEqual([]);
});

test('one centre’s key is not another’s', async () => {
  const { take, jobs } = anIntake();
  await take(circleEvent(), { idempotency: { key: 'k-1', contentHash: 'h-1' } });
  // The exchange is made from the centre and the key.
  const elsewhere = { ...circleEvent({ centre: 'vanier' }), exchangeId: '5b5d0f0e-1f42-5a0b-8a0d-3c1b6a5e9d20' };
  await take(elsewhere, { idempotency: { key: 'k-1', contentHash: 'h-2' } });
  expect(jobs).toHaveLength(2);
});

test('an identifier stays with the first child that it was used for', async () => {
  const { take, jobs } = anIntake();
  await take(circleEvent());
  await expect(take(circleEvent({ version: 2, child: { id: 'enf-2', name: { text: 'Léo' } } }))).rejects.toMatchObject({
    kind: 'versionConflict',
    issues: [{ expression: 'id' }],
  });
  expect(jobs).toHaveLength(1);
});

test('a number stays with the first kind of request that it was used for, and is refused for another in the words of another child’s', async () => {
  const { take, jobs } = anIntake();
  await take(referralEvent());
  const legal = { ...referralEvent({ version: 2 }), concept: 'legal-referral' };
  const refused = (event: ConceptEvent) => take(event).then(undefined, ({ kind, issues }) => ({ kind, issues }));
  const ofAnotherKind = await refused(legal);
  expect(ofAnotherKind).toEqual(await refused(referralEvent({ version: 2, child: { id: 'enf-2' } })));
  expect(ofAnotherKind).toMatchObject({ kind: 'versionConflict', issues: [{ expression: 'id' }] });
  await take(referralEvent({ version: 3 }));
  expect(jobs).toHaveLength(2);
});

test('what is no child’s is in the lane of its own identifier, and stands under no child’s name', async () => {
  const { take, jobs, texts } = anIntake();
  const event = anEntryEvent('École des Fleurs');
  await take(event);
  await take({ ...event, exchangeId: `${event.exchangeId.slice(0, -1)}r`, version: 2 });
  expect(jobs.map(({ lane }) => lane)).toEqual([laneOf(laneKey(event), 4), laneOf(laneKey(event), 4)]);
  expect(texts.has(redisKeys.childOf(event.root.system, event.root.value))).toBe(false);
});

test('a later answer finds the child by the request', async () => {
  const { take, texts } = anIntake();
  const event = circleEvent();
  await take(event);
  expect(texts.get(redisKeys.childOf(event.root.system, 'cercle-1'))).toBe('enf-1');
  expect(texts.get(redisKeys.lastExchange(event.root.system, 'cercle-1'))).toBe(event.exchangeId);
});

test('the answer waits as long as it may for the sync, and then tells what became of it', async () => {
  const event = circleEvent();
  const bench: ReturnType<typeof anIntake> = anIntake({
    sync: () => bench.known.settle(event.exchangeId, { state: 'synced', created: true, version: 1 }),
  });
  expect(await bench.take(event, { waitMs: 1_500 })).toMatchObject({ state: 'synced', created: true, version: 1 });
  expect(bench.waits).toEqual([1_500]);
});

test('a wait that is over is no failure: the exchange says where it stands', async () => {
  const { take } = anIntake({
    sync: async () => {
      throw new Error('timed out');
    },
  });
  expect((await take(circleEvent(), { waitMs: 1 })).state).toBe('accepted');
});

test('while the record is away nobody waits', async () => {
  const { take, texts, waits } = anIntake();
  texts.set(redisKeys.recordAway, '1');
  expect((await take(circleEvent(), { waitMs: 5_000 })).state).toBe('accepted');
  expect(waits).toEqual([]);
});

test('what may close something is held back before the event is written, never after', async () => {
  const { take, steps } = anIntake();
  await take(circleEvent());
  expect(steps.slice(0, 2)).toEqual(['held', 'queued']);
});

test.each([
  ['waiting', 2],
  ['parked', 2],
  ['refused', 2],
  ['synced', 1],
  ['superseded', 1],
] as const)(
  'sent again while it is %s, it is held %i times in all: what the record has closes nothing more',
  async (state, times) => {
    const { take, steps, known } = anIntake();
    const event = circleEvent();
    await take(event);
    await known.settle(event.exchangeId, { state });
    await take(event);
    expect(steps.filter((step) => step === 'held')).toHaveLength(times);
  },
);

test('nothing is taken for a file that was destroyed: not held, not queued, not remembered', async () => {
  const { take, redis, jobs, steps } = anIntake();
  const event = circleEvent();
  await redis.hset(redisKeys.destroyed, fenceId(laneKey(event)), '{}');
  await expect(take(event)).rejects.toMatchObject({ kind: 'destroyed' });
  expect([jobs, steps]).toEqual([[], []]);
  expect(await redis.get(redisKeys.childOf(event.root.system, event.root.value))).toBeNull();
});

test.each([
  ['was refused, and its job is not done again', { state: 'refused' }, { done: true }, true],
  ['was refused, and is queued again', { state: 'refused' }, { done: false }, false],
  [
    'was refused and stays set aside, so that it was held already',
    { state: 'refused' },
    { done: true, heldAnew: false },
    false,
  ],
  ['is set aside', { state: 'parked' }, { done: true }, false],
  ['waits', { state: 'waiting' }, { done: true }, false],
] as const)('what is sent again and %s: whether its hold goes at once', async (_what, outcome, options, lifted) => {
  const { take, known, steps } = anIntake(options);
  const event = referralEvent({ version: 2, agreements: [] });
  await known.settle(event.exchangeId, outcome);
  await take(event);
  expect(steps.includes('lifted')).toBe(lifted);
});

test('what the record got between the look at its exchange and its hold is not held for nothing', async () => {
  const { take, known, steps } = anIntake();
  const event = referralEvent({ version: 2, agreements: [] });
  const { find } = known;
  let looks = 0;
  known.find = async (id) => {
    looks += 1;
    if (looks === 2) await known.settle(id, { state: 'synced' });
    return find(id);
  };
  await take(event);
  expect(steps).toEqual(['held', 'queued', 'lifted']);
});
