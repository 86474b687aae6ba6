import { expect, test } from '@jest/globals';
import { UnrecoverableError } from 'bullmq';
import fc from 'fast-check';
import type { DeliveryStatus } from '../../../../gateway/deliveries.ts';
import { FAILURES, type FailureKind, GatewayError } from '../../../../gateway/failures.ts';
import type { Queues } from '../../../../gateway/queues.ts';
import { backoffMs, deliveryProcessor, enqueueDelivery } from '../../../../workers/deliver/delivery-worker.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { keptLog } from '../../../builders/quiet-log.ts';

const JOB = { data: { task: 'n-1', partner: 'clsc-verdun' } };

/** One delivery that ends in an error, or well. */
async function delivered(error?: unknown) {
  const notes: DeliveryStatus[] = [];
  const { log, text } = keptLog();
  const processor = deliveryProcessor(
    {
      deliver: async () => {
        if (error !== undefined) throw error;
      },
      statuses: { note: async (_task, note) => void notes.push(note), of: async () => undefined },
      now: () => new Date('2026-03-10T12:00:00Z'),
      log,
    },
    'clsc-verdun',
  );
  const thrown = await processor(JOB).then(
    () => undefined,
    (it: unknown) => it,
  );
  return { notes, thrown, text };
}

test('without a basis the job is not retried, and it is noted why', async () => {
  const { notes, thrown } = await delivered(new GatewayError('noBasis', 'withdrawn'));
  expect(thrown).toBeInstanceOf(UnrecoverableError);
  expect(notes).toEqual([{ state: 'no-basis', why: 'noBasis', at: '2026-03-10T12:00:00.000Z' }]);
});

test.each(Object.keys(FAILURES) as FailureKind[])('%s is tried again exactly when its row says so', async (kind) => {
  const error = new GatewayError(kind, 'x');
  const { notes, thrown } = await delivered(error);
  const { retry } = FAILURES[kind];
  if (retry) expect(thrown).toBe(error);
  else expect(thrown).toBeInstanceOf(UnrecoverableError);
  expect(notes).toMatchObject([{ why: kind, state: kind === 'noBasis' ? 'no-basis' : retry ? 'failing' : 'refused' }]);
});

test('an error that is not ours is not retried, and none of its words are noted, logged or kept on the job', async () => {
  const { notes, thrown, text } = await delivered(new TypeError('Mai Nguyễn n’a pas de nom'));
  expect(thrown).toBeInstanceOf(UnrecoverableError);
  expect(notes).toMatchObject([{ state: 'refused', why: 'internal' }]);
  for (const told of [JSON.stringify(notes), text(), String(thrown)]) expect(told).not.toContain('Nguyễn');
});

test('a delivery that went well notes nothing of its own', async () => {
  expect(await delivered()).toMatchObject({ notes: [], thrown: undefined });
});

test('the wait grows, never past the cap, and never the same for all', () => {
  const retry = { firstMs: 2_000, capMs: 3_600_000, triesMax: 150 };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (tries, drawn) => {
        const wait = backoffMs(retry, () => drawn, tries);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(retry.capMs, retry.firstMs * 2 ** tries));
      },
    ),
  );
  expect([1, 2, 3, 20].map((tries) => backoffMs(retry, () => 1, tries))).toEqual([4_000, 8_000, 16_000, 3_600_000]);
});

test('one delivery of a Task is pending at a time, and one that comes while it runs is run once more', async () => {
  const added: unknown[] = [];
  const queues = {
    delivery: (partner: string) => ({ add: async (...job: unknown[]) => void added.push(partner, ...job) }),
  };
  await enqueueDelivery(queues as unknown as Queues, aRegistry(), { firstMs: 1, capMs: 2, triesMax: 7 })(JOB.data);
  expect(added).toEqual([
    'clsc-verdun',
    'deliver',
    JOB.data,
    expect.objectContaining({ deduplication: { id: 'n-1', keepLastIfActive: true }, attempts: 7 }),
  ]);
});
