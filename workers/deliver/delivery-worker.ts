import { type Job, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Closer } from '../../gateway/closer.ts';
import type { DeliveryStatuses } from '../../gateway/deliveries.ts';
import { type FailureKind, GatewayError, isTransient } from '../../gateway/failures.ts';
import { DELIVERY_PREFIX, type DeliveryJob, deliveryQueueName, type Queues } from '../../gateway/queues.ts';

/** How a delivery is tried again: full jitter up to a cap, for days. */
export interface DeliveryRetry {
  readonly firstMs: number;
  readonly capMs: number;
  readonly triesMax: number;
}

export interface DeliveryWorkerDeps {
  readonly connection: Redis;
  readonly deliver: (job: DeliveryJob, signal: AbortSignal) => Promise<void>;
  readonly statuses: DeliveryStatuses;
  readonly retry: DeliveryRetry;
  readonly now: () => Date;
  readonly random: () => number;
  readonly log: Logger;
  readonly closing: Closer;
}

/** Queues a delivery: one pending at a time for each Task; one that comes while it runs is run once more. */
export function enqueueDelivery(queues: Queues, retry: DeliveryRetry): (job: DeliveryJob) => Promise<void> {
  return async (job) => {
    await queues.delivery(job.partner).add('deliver', job, {
      deduplication: { id: job.task, keepLastIfActive: true },
      attempts: retry.triesMax,
      backoff: { type: 'full-jitter' },
      removeOnComplete: { count: 100 },
      removeOnFail: { age: 30 * 86_400 },
    });
  };
}

/** Deliveries to one partner, in a worker of its own: one partner down slows no other. */
export function startDeliveryWorker(deps: DeliveryWorkerDeps, partner: string): void {
  const { connection, statuses, retry, now, random, log, closing } = deps;
  const processor = async (
    { data }: Job<DeliveryJob>,
    _token?: string,
    signal = new AbortController().signal,
  ): Promise<void> => {
    try {
      await deps.deliver(data, signal);
    } catch (error) {
      const kind: FailureKind = error instanceof GatewayError ? error.kind : 'internal';
      await statuses.note(data.task, {
        state: kind === 'noBasis' ? 'no-basis' : isTransient(error) ? 'failing' : 'refused',
        why: kind,
        at: now().toISOString(),
      });
      log.warn({ task: data.task, partner, kind }, 'not delivered');
      throw isTransient(error) ? error : new UnrecoverableError(kind);
    }
  };
  const worker = new Worker<DeliveryJob>(deliveryQueueName(partner), processor, {
    connection,
    prefix: DELIVERY_PREFIX,
    concurrency: 4,
    drainDelay: 2,
    maxStalledCount: 1_000,
    settings: {
      backoffStrategy: (tries: number) =>
        Math.round(random() * Math.min(retry.capMs, retry.firstMs * 2 ** Math.min(tries, 20))),
    },
  });
  worker.on('error', (error) => log.error({ partner, error: error.name }, 'delivery worker'));
  closing.add(() => worker.close());
}
