import { afterEach, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { errorAnswer } from '../../../../gateway/doors/http/error-answer.ts';
import { healthRoutes } from '../../../../gateway/doors/http/health-routes.ts';
import { boundedIntake, pressure } from '../../../../gateway/lanes/pressure.ts';
import type { Queues } from '../../../../gateway/lanes/queues.ts';
import { type AnApp, anApp } from '../../../builders/an-app.ts';
import { anIntake } from '../../../builders/an-intake.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { quietLog } from '../../../builders/quiet-log.ts';

const HOUR_MS = 3_600_000;

interface State {
  readonly used?: number;
  readonly maxmemory?: number;
  readonly queuedAt?: readonly (number | undefined)[];
  readonly writes?: () => Promise<unknown>;
  readonly info?: () => Promise<string>;
  readonly copied?: () => Promise<void>;
}

/** Limits of 85 % and three hours, on a Redis and lanes in a given state, at the hour ten. */
function bench({ used = 10, maxmemory = 100, queuedAt = [undefined, undefined], writes, info, copied }: State) {
  let looks = 0;
  let at = 10 * HOUR_MS;
  const redis = {
    info: async () => {
      looks += 1;
      return info === undefined
        ? `# Memory\r\nused_memory:${used}\r\nused_memory_rss:999\r\nmaxmemory:${maxmemory}\r\n`
        : info();
    },
    set: writes ?? (async () => 'OK'),
  } as unknown as Redis;
  const lane = (number: number) => ({
    getWaiting: async () => [queuedAt[number]].flatMap((timestamp) => (timestamp === undefined ? [] : [{ timestamp }])),
  });
  const limits = pressure({
    redis,
    queues: { laneCount: queuedAt.length, lane } as unknown as Queues,
    ...(copied !== undefined && { replicas: { begin: () => copied } }),
    memoryMaxPercent: 85,
    ageMaxMs: 3 * HOUR_MS,
    now: () => at,
  });
  return {
    limits,
    looks: () => looks,
    pass: (ms: number) => {
      at += ms;
    },
  };
}

const acceptance = {
  event: anAnswerEvent({ what: 'accepted' }),
  identifier: 'ref-1',
  issues: [],
  waitMs: 0,
} as const;

let app: AnApp | undefined;
afterEach(async () => app?.stop());

test('before Redis is full nothing more is taken, and the caller is told when to come again, in its language', async () => {
  const { limits } = bench({ used: 85 });
  const { intake, accepted } = anIntake();
  const bounded = boundedIntake(intake, limits);
  app = await anApp({
    '/': async (_req, res) => void res.json(await bounded.accept(acceptance)),
    '/errors': errorAnswer(quietLog()) as never,
  });
  const { status, headers, body } = await app.call('POST', '/', { headers: { 'accept-language': 'en' } });
  expect([status, headers.get('retry-after'), accepted]).toEqual([503, '30', []]);
  expect(body.issue[0].details.text).toContain('nothing was accepted');
});

test('once the replicas no longer follow nothing is written any more, and the caller is told when to come again', async () => {
  const { limits } = bench({ copied: () => Promise.reject(new Error('no replica')) });
  const { intake, accepted } = anIntake();
  await expect(boundedIntake(intake, limits).accept(acceptance)).rejects.toMatchObject({
    kind: 'unavailable',
    retryAfterMs: 30_000,
  });
  expect(accepted).toEqual([]);
});

test('up to the limits everything is taken', async () => {
  const { limits } = bench({ used: 84, queuedAt: [7.1 * HOUR_MS] });
  const { intake, accepted } = anIntake();
  await boundedIntake(intake, limits).accept(acceptance);
  expect(accepted).toHaveLength(1);
});

test('queues that are too old take nothing more: the oldest of any lane counts', async () => {
  const { limits } = bench({ queuedAt: [9 * HOUR_MS, 7 * HOUR_MS, undefined] });
  expect(await limits.told()).toMatchObject({ full: 'age', oldestSeconds: 3 * 3_600 });
});

test('a Redis without a memory limit has none', async () => {
  const told = await bench({ used: 1_000_000, maxmemory: 0 }).limits.told();
  expect(told).toEqual({ redis: true, writable: true, oldestSeconds: 0 });
});

test('however much is asked, Redis is looked at once a second', async () => {
  const { limits, looks, pass } = bench({});
  await Promise.all(Array.from({ length: 50 }, () => limits.told()));
  expect(looks()).toBe(1);
  pass(1_001);
  await limits.told();
  expect(looks()).toBe(2);
});

test.each([
  ['ready', 200, true, {}],
  ['degraded', 200, false, {}],
  ['not-ready', 503, true, { used: 90 }],
  ['not-ready', 503, true, { queuedAt: [0] }],
  ['not-ready', 503, true, { writes: () => Promise.reject(new Error('READONLY')) }],
  ['not-ready', 503, true, { info: () => Promise.reject(new Error('gone')) }],
  ['not-ready', 503, true, { copied: (): Promise<void> => Promise.reject(new Error('no replica')) }],
  ['not-ready', 503, true, { copied: (): Promise<void> => new Promise(() => undefined) }],
  ['ready', 200, true, { copied: async (): Promise<void> => undefined }],
  ['not-ready', 503, false, { info: () => new Promise<string>(() => undefined) }],
] as const)('/readyz says %s with %i when that is so', async (status, code, record, state) => {
  const { limits } = bench(state);
  app = await anApp({ '/': healthRoutes({ pressure: limits, store: { answers: async () => record } }) });
  const answer = await app.call('GET', '/readyz');
  expect([answer.status, answer.body.status, answer.body.hapi]).toEqual([code, status, record]);
});
