import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { GatewayError } from '../../gateway/failures.ts';
import { type Exchanges, exchanges } from '../../gateway/lanes/exchanges.ts';
import { openQueues, type Queues } from '../../gateway/lanes/queues.ts';
import { sealWith } from '../../gateway/lanes/sealing.ts';
import { closer } from '../../gateway/process/closer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { type DeadLetters, deadLetters } from '../../gateway/set-aside/dead-letters.ts';
import { startStack } from '../../sandbox/launcher/start-stack.ts';
import { startLaneWorker } from '../../workers/sync/lane-worker.ts';
import { eventually } from './stack-sandbox.ts';

const closing = closer();
let redis: Redis;
let queues: Queues;
let records: Exchanges;
let letters: DeadLetters;

beforeAll(async () => {
  const stack = await startStack({
    say: () => undefined,
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
  closing.add(() => stack.stop());
  redis = new Redis(stack.redis.url, { maxRetriesPerRequest: null });
  closing.add(() => redis.disconnect());
  queues = await openQueues(redis, 2, [], closing);
  records = exchanges(redis, 3_600);
  letters = deadLetters({
    redis,
    seal: sealWith([{ id: 'k', key: randomBytes(32) }]),
    exchanges: records,
    laneCount: 2,
  });
});
afterAll(() => closing.close());

/** A lane whose events fail as told; gives the order in which they were done. */
function lane(
  number: number,
  fails: (exchangeId: string, attempt: number) => GatewayError | undefined,
): { readonly done: string[]; readonly attempts: Map<string, number> } {
  const done: string[] = [];
  const attempts = new Map<string, number>();
  const store: Pick<FhirStore, 'answers'> = { answers: async () => true };
  startLaneWorker(
    {
      connection: redis,
      redis,
      exchanges: records,
      letters,
      now: () => new Date(),
      store: store as FhirStore,
      lockMs: 2_000,
      log: pino({ level: 'silent' }),
      closing,
      process: async ({ exchangeId }) => {
        const attempt = (attempts.get(exchangeId) ?? 0) + 1;
        attempts.set(exchangeId, attempt);
        const failure = fails(exchangeId, attempt);
        if (failure !== undefined) throw failure;
        done.push(exchangeId);
        return 'synced';
      },
    },
    number,
  );
  return { done, attempts };
}

const add = (number: number, exchangeId: string) =>
  queues.lane(number).add('event', { exchangeId, sealed: 'sealed' }, { jobId: exchangeId });

test('while the record is away the lane holds, and nothing overtakes', async () => {
  const ids = Array.from({ length: 6 }, (_, n) => `away-${n}-${randomBytes(4).toString('hex')}`);
  const { done } = lane(0, (_id, attempt) => (attempt <= 2 ? new GatewayError('unavailable', 'away') : undefined));
  for (const it of ids) await add(0, it);
  await eventually(
    async () => done.length,
    (length) => length === ids.length,
    60_000,
  );
  expect(done).toEqual(ids);
});

test('an event that fails alone eight times while the record answers is parked, kept sealed, and the next goes on', async () => {
  const [poison, next] = ['poison', 'next'].map((name) => `${name}-${randomBytes(4).toString('hex')}`) as [
    string,
    string,
  ];
  const { done, attempts } = lane(1, (exchangeId) =>
    exchangeId === poison ? new GatewayError('recordFailed', 'answered 500') : undefined,
  );
  await add(1, poison);
  await add(1, next);
  await eventually(
    async () => done,
    (list) => list.includes(next),
    60_000,
  );
  expect(attempts.get(poison)).toBe(8);
  expect((await records.find(poison))?.state).toBe('parked');
  expect(await letters.sealed(poison)).toBe('sealed');
  expect(await letters.find(poison)).toMatchObject({ lane: 1, failure: 'recordFailed' });
});
