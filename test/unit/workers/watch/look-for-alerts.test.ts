import { expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { pino } from 'pino';
import { alertBook, watchedOf } from '../../../../gateway/operations/alerts.ts';
import type { QueueTold } from '../../../../gateway/operations/metrics.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import { lookForAlerts } from '../../../../workers/watch/look-for-alerts.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const PARTNERS = ['clsc-verdun', 'avocate'];
const CENTRES = ['verdun', 'vanier'];

function bench() {
  const { redis, texts } = memoryRedis();
  let at = 0;
  const lines: { alert?: string; kind?: string; of?: string; msg: string }[] = [];
  const words: string[] = [];
  const state = {
    queues: [] as QueueTold[],
    letters: [] as { kind: 'concept' | 'delivery' | 'unreadable' }[],
    memoryPercent: 10,
    answers: true,
  };
  const book = alertBook({ redis, holdMs: 1_000, now: () => new Date(at) });
  const deps = {
    redis: redis as Pick<Redis, 'exists' | 'sadd' | 'srem'>,
    book,
    told: async () => ({ queues: state.queues, letters: state.letters }),
    pressure: {
      told: async () => ({ redis: true, writable: true, oldestSeconds: 0, memoryPercent: state.memoryPercent }),
    },
    recordAnswers: async () => state.answers,
    partners: PARTNERS,
    centres: CENTRES,
    laneAgeMs: 60_000,
    deliveryAgeMs: 3_600_000,
    memoryPercent: 70,
    log: pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) }),
  };
  const look = lookForAlerts(deps);
  return {
    state,
    texts,
    book,
    deps,
    words,
    look: async (afterMs = 0) => {
      at += afterMs;
      await look();
      words.push(...lines.map(({ msg }) => msg));
      return lines.splice(0).map(({ alert, kind, of }) => [alert, kind, of]);
    },
  };
}

const queue = (name: string, of: string, oldestSeconds: number): QueueTold => ({
  queue: name,
  of,
  waiting: 1,
  oldestSeconds,
  paused: false,
});

test('a partner that does not answer, and then what waits for it, are one alert: it closes when both are over', async () => {
  const { look, state, texts } = bench();
  expect(await look()).toEqual([]);
  texts.set(redisKeys.partnerAway('clsc-verdun'), '1');
  expect(await look()).toEqual([['opened', 'partner-behind', 'clsc-verdun']]);
  state.queues = [queue('deliver', 'clsc-verdun', 7_200), queue('deliver', 'avocate', 60)];
  texts.delete(redisKeys.partnerAway('clsc-verdun'));
  expect(await look(5_000)).toEqual([]);
  state.queues = [];
  expect(await look()).toEqual([]);
  expect(await look(1_000)).toEqual([['closed', 'partner-behind', 'clsc-verdun']]);
});

test('each of the others opens for its own cause, and says in both languages what to do', async () => {
  const { look, words, state } = bench();
  state.queues = [queue('lane', '0', 10), queue('lane', '3', 61)];
  state.letters = [{ kind: 'unreadable' }];
  state.memoryPercent = 71;
  expect(await look()).toEqual([
    ['opened', 'lanes-behind', ''],
    ['opened', 'set-aside', 'event'],
    ['opened', 'redis-memory', ''],
  ]);
  state.letters = [{ kind: 'delivery' }];
  expect(await look()).toEqual([['opened', 'set-aside', 'delivery']]);
  expect(words.at(-1)).toMatch(/mis de côté.* \/ .*were set aside/);
});

test('one silence of the record opens nothing, a longer one does', async () => {
  const { look, state } = bench();
  state.answers = false;
  expect(await look()).toEqual([]);
  expect(await look(10_000)).toEqual([]);
  expect(await look(10_000)).toEqual([['opened', 'record-away', '']]);
});

test('an emergency access that waits for its second person keeps an alert open for its centre, until it is signed off', async () => {
  const { look, deps, book } = bench();
  await book.note({ alert: 'emergency-access', of: 'verdun' }, true);
  await deps.redis.sadd(redisKeys.glassUnsigned('verdun'), 'opening-1');
  expect(await look(60_000)).toEqual([]);
  expect((await book.open()).map(({ of }) => of)).toEqual(['verdun']);
  await deps.redis.srem(redisKeys.glassUnsigned('verdun'), 'opening-1');
  expect(await look()).toEqual([]);
  expect(await look(1_000)).toEqual([['closed', 'emergency-access', 'verdun']]);
});

test('an alert about a partner that has left the registry closes', async () => {
  const { look, book } = bench();
  await book.note({ alert: 'partner-behind', of: 'gone' }, true);
  expect(await look()).toEqual([]);
  expect(await look(1_000)).toEqual([['closed', 'partner-behind', 'gone']]);
});

test('what is looked at is what the measures tell of', async () => {
  const { deps } = bench();
  const noted: string[] = [];
  const book = {
    ...deps.book,
    note: async ({ alert, of }: { alert: string; of: string }) => void noted.push(`${alert}|${of}`),
  };
  await lookForAlerts({ ...deps, book: book as unknown as typeof deps.book })();
  expect(noted.sort()).toEqual(
    watchedOf(PARTNERS, CENTRES)
      .map(({ alert, of }) => `${alert}|${of}`)
      .sort(),
  );
});
