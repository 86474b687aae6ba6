import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { GatewayError } from '../../gateway/failures.ts';
import {
  DELIVERIES_AT_ONCE,
  type DeliveryJob,
  deliveryJobOptions,
  openQueues,
  type Queues,
} from '../../gateway/lanes/queues.ts';
import { closer } from '../../gateway/process/closer.ts';
import type { Partner } from '../../gateway/registry.ts';
import { startStack } from '../../sandbox/launcher/start-stack.ts';
import { startDeliveryWorker } from '../../workers/deliver/delivery-worker.ts';
import { eventually } from './stack-sandbox.ts';

const RETRIES = 500;
const PARTNER: Partner = {
  id: 'clsc-verdun',
  name: { fr: 'CLSC', en: 'CLSC' },
  kind: 'clsc',
  province: 'QC',
  lens: 'public-network',
  dialect: 'passerelle',
  transport: 'fhir-rest',
  language: 'fr',
};
const closing = closer();
let redis: Redis;
let queues: Queues;
beforeAll(async () => {
  const stack = await startStack({
    say: () => undefined,
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
  closing.add(() => stack.stop());
  redis = new Redis(stack.redis.url, { maxRetriesPerRequest: null });
  closing.add(() => redis.disconnect());
  queues = await openQueues(redis, 1, [PARTNER.id], closing);
});
afterAll(() => closing.close());

const queued = (task: string) => ({
  name: 'deliver',
  data: { task, partner: PARTNER.id },
  opts: deliveryJobOptions({ task, partner: PARTNER.id }, 10_000),
});

test('behind five hundred deliveries that fail and fail again, a new one passes within one round of them', async () => {
  const tries: string[] = [];
  await queues.delivery(PARTNER.id).addBulk(Array.from({ length: RETRIES }, (_, nth) => queued(`old-${nth}`)));
  startDeliveryWorker(
    {
      connection: redis,
      deliver: async ({ task }: DeliveryJob) => {
        tries.push(task);
        if (task.startsWith('old')) throw new GatewayError('unavailable', 'x');
      },
      statuses: { note: async () => undefined, of: async () => undefined },
      letters: { parkDelivery: async () => undefined, delivered: async () => undefined },
      circuit: { holdMs: () => 0 },
      comesTooLate: async () => false,
      // Due again at once: as many as can be wait before the new one.
      retry: { firstMs: 1, capMs: 1, triesMax: 10_000, ageMaxMs: 3_600_000 },
      now: () => new Date(),
      random: Math.random,
      log: pino({ level: 'silent' }),
      closing,
    },
    PARTNER,
  );
  await eventually(
    async () => tries.length,
    (length) => length > 2 * RETRIES,
  );
  const { name, data, opts } = queued('new');
  await queues.delivery(PARTNER.id).add(name, data, opts);
  const before = tries.length;
  await eventually(
    async () => tries,
    (all) => all.includes('new'),
  );
  // What is due again after it was added stands behind it; of those sent at once with it some may be noted first.
  expect(tries.indexOf('new') - before).toBeLessThan(RETRIES + DELIVERIES_AT_ONCE);
  await eventually(
    async () => tries.length,
    (length) => length > before + 2 * RETRIES,
  );
});
