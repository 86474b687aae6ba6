import { type Job, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Closer } from '../../gateway/closer.ts';
import type { DeadLetters } from '../../gateway/dead-letters.ts';
import type { DeliveryStatuses } from '../../gateway/deliveries.ts';
import { type FailureKind, GatewayError, isTransient } from '../../gateway/failures.ts';
import {
  DELIVERY_PREFIX,
  type DeliveryJob,
  deliveryJobOptions,
  deliveryQueueName,
  type Queues,
} from '../../gateway/queues.ts';
import type { Partner, Registry } from '../../gateway/registry.ts';
import { whySetAside } from './why-set-aside.ts';

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
  readonly letters: Pick<DeadLetters, 'parkDelivery' | 'delivered'>;
  readonly retry: DeliveryRetry;
  readonly now: () => Date;
  readonly random: () => number;
  readonly log: Logger;
  readonly closing: Closer;
}

const MINUTE_MS = 60_000;

/** Queues a delivery: one pending at a time for each Task; one that comes while it runs is run once more. */
export function enqueueDelivery(
  queues: Queues,
  registry: Registry,
  retry: DeliveryRetry,
): (job: DeliveryJob) => Promise<void> {
  return async (job) => {
    const triesMax = registry.partner(job.partner)?.retry?.triesMax ?? retry.triesMax;
    await queues.delivery(job.partner).add('deliver', job, deliveryJobOptions(job, triesMax));
  };
}

/** What a delivery's processor looks at in its job. */
export type DeliveryTry = Pick<Job<DeliveryJob>, 'data'> & Partial<Pick<Job<DeliveryJob>, 'attemptsMade' | 'opts'>>;

/**
 * One delivery: its failure is noted, and tried again only if it may succeed later; what fails for good, or for the last time, is set
 * aside. Throws UnrecoverableError when it may not be tried again.
 */
export function deliveryProcessor(
  {
    deliver,
    statuses,
    letters,
    now,
    log,
  }: Pick<DeliveryWorkerDeps, 'deliver' | 'statuses' | 'letters' | 'now' | 'log'>,
  partner: string,
): (job: DeliveryTry, token?: string, signal?: AbortSignal) => Promise<void> {
  return async ({ data, attemptsMade = 0, opts }, _token, signal = new AbortController().signal) => {
    try {
      await deliver(data, signal);
    } catch (error) {
      const kind: FailureKind = error instanceof GatewayError ? error.kind : 'internal';
      const at = now().toISOString();
      await statuses.note(data.task, {
        state: kind === 'noBasis' ? 'no-basis' : isTransient(error) ? 'failing' : 'refused',
        why: kind,
        at,
      });
      log.warn({ task: data.task, partner, kind }, 'not delivered');
      const isLast = attemptsMade + 1 >= (opts?.attempts ?? Number.POSITIVE_INFINITY);
      if (isTransient(error) && !isLast) throw error;
      await letters.parkDelivery(data, { failure: kind, issues: [whySetAside(kind)], at });
      throw isTransient(error) ? error : new UnrecoverableError(kind);
    }
    await letters.delivered(data.task);
  };
}

/** How long a delivery waits before it is tried again: milliseconds. */
export const backoffMs = ({ firstMs, capMs }: DeliveryRetry, random: () => number, tries: number): number =>
  Math.round(random() * Math.min(capMs, firstMs * 2 ** Math.min(tries, 20)));

/** Deliveries to one partner, in a worker of its own: one partner down slows no other. */
export function startDeliveryWorker(deps: DeliveryWorkerDeps, { id: partner, rate }: Partner): void {
  const { connection, retry, random, log, closing } = deps;
  const worker = new Worker<DeliveryJob>(deliveryQueueName(partner), deliveryProcessor(deps, partner), {
    connection,
    prefix: DELIVERY_PREFIX,
    concurrency: 4,
    drainDelay: 2,
    maxStalledCount: 1_000,
    ...(rate !== undefined && { limiter: { max: rate.perMinute, duration: MINUTE_MS } }),
    settings: { backoffStrategy: (tries: number) => backoffMs(retry, random, tries) },
  });
  worker.on('error', (error) => log.error({ partner, error: error.name }, 'delivery worker'));
  closing.add(() => worker.close());
}
