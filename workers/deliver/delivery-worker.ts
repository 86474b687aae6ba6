import { type Job, type Telemetry, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { DeliveryStatus, DeliveryStatuses } from '../../gateway/disclosure/deliveries.ts';
import { FAILURES, type FailureKind, failureKindOf, GatewayError, isTransient } from '../../gateway/failures.ts';
import { mustBeKnown, shapedDelivery } from '../../gateway/lanes/lane-envelope.ts';
import {
  DELIVERIES_AT_ONCE,
  DELIVERY_PREFIX,
  type DeliveryJob,
  deliveryJobOptions,
  deliveryQueueName,
  type Queues,
} from '../../gateway/lanes/queues.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import type { Partner, Registry } from '../../gateway/registry.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
import { present } from '../../mappings/concepts/present.ts';
import type { Circuit } from './circuit.ts';
import type { ComesTooLate } from './own-date-guard.ts';
import { NO_PARTNER, whySetAside } from './why-set-aside.ts';

/** How a delivery is tried again: full jitter up to a cap, for days. */
export interface DeliveryRetry {
  readonly firstMs: number;
  readonly capMs: number;
  readonly triesMax: number;
  /** After so long it is set aside for a person, however often it was tried. */
  readonly ageMaxMs: number;
}

export interface DeliveryWorkerDeps {
  readonly connection: Redis;
  readonly telemetry?: Telemetry;
  readonly deliver: (job: DeliveryJob, signal: AbortSignal) => Promise<void>;
  readonly statuses: DeliveryStatuses;
  readonly letters: Pick<DeadLetters, 'parkDelivery' | 'delivered'>;
  readonly circuit: Pick<Circuit, 'holdMs'>;
  /** Whether the next try comes too late for the request's own date. */
  readonly comesTooLate: ComesTooLate;
  /** Told of each try that failed: a kind, never words. */
  readonly onFailure?: (partner: string, why: FailureKind) => void;
  readonly retry: DeliveryRetry;
  readonly now: () => Date;
  readonly random: () => number;
  readonly log: Logger;
  readonly closing: Closer;
}

const MINUTE_MS = 60_000;

/**
 * Queues a delivery: one pending at a time for each Task; one that comes while it runs is run once more. One for whom the registry no
 * longer knows is set aside: the watch looks at everybody's, and must not stop at theirs.
 */
export function enqueueDelivery({
  queues,
  registry,
  retry,
  letters,
  now,
}: {
  readonly queues: Queues;
  readonly registry: Registry;
  readonly retry: Pick<DeliveryRetry, 'triesMax'>;
  readonly letters: Pick<DeadLetters, 'parkDelivery'>;
  readonly now: () => Date;
}): (job: DeliveryJob) => Promise<void> {
  return async (job) => {
    const partner = registry.partner(job.partner);
    if (partner === undefined)
      return letters.parkDelivery(job, { failure: 'notFound', issues: [NO_PARTNER], at: now().toISOString() });
    const triesMax = partner.retry?.triesMax ?? retry.triesMax;
    await queues.delivery(job.partner).add('deliver', shapedDelivery(job), deliveryJobOptions(job, triesMax));
  };
}

/** Whether a delivery of this Task waits, for its next try too, or is being made. */
export const pendingDelivery =
  (queues: Queues, registry: Pick<Registry, 'partner'>) =>
  async ({ task, partner }: DeliveryJob): Promise<boolean> =>
    registry.partner(partner) !== undefined && (await queues.delivery(partner).getDeduplicationJobId(task)) !== null;

/** What a delivery's processor looks at in its job. */
export type DeliveryTry = Pick<Job<DeliveryJob>, 'data'> &
  Partial<Pick<Job<DeliveryJob>, 'attemptsMade' | 'opts' | 'timestamp'>>;

type ProcessorDeps = Pick<
  DeliveryWorkerDeps,
  'deliver' | 'statuses' | 'letters' | 'circuit' | 'comesTooLate' | 'onFailure' | 'retry' | 'now' | 'log'
> & {
  /** Puts the job back at the head and holds this partner's queue so long: no try is used up. Always throws. */
  readonly hold: (ms: number) => Promise<never>;
};

/**
 * One delivery: its failure is noted, and tried again only if it may succeed later; what fails for good, for the last time or past its age
 * is set aside; what comes too late for its own date is shown to a person at once, and tried on. While its partner is left alone, or asked to be (`Retry-After`), the queue holds. Throws UnrecoverableError when it may not
 * be tried again.
 */
export function deliveryProcessor(
  deps: ProcessorDeps,
  partner: string,
): (job: DeliveryTry, token?: string, signal?: AbortSignal) => Promise<void> {
  const { deliver, letters, circuit, retry, now, log } = deps;
  return async (job, _token, signal = new AbortController().signal) => {
    const { data, attemptsMade = 0, opts, timestamp } = job;
    const isOld = timestamp !== undefined && now().getTime() - timestamp > retry.ageMaxMs;
    const alone = circuit.holdMs();
    if (alone > 0 && !isOld) return deps.hold(alone);
    try {
      if (alone > 0) throw new GatewayError('unavailable', `partner ${partner} does not answer`);
      mustBeKnown(data, `delivery of task ${data.task}`);
      await deliver(data, signal);
    } catch (error) {
      const kind = failureKindOf(error);
      log.warn({ task: data.task, partner, kind }, 'not delivered');
      deps.onFailure?.(partner, kind);
      const isLast = isOld || attemptsMade + 1 >= (opts?.attempts ?? Number.POSITIVE_INFINITY);
      const asked = error instanceof GatewayError && !isOld ? error.retryAfterMs : undefined;
      const heldMs = asked === undefined ? undefined : Math.max(HOLD_MIN_MS, Math.min(asked, retry.capMs));
      const goesOn = isTransient(error) && (heldMs !== undefined || !isLast);
      await told(deps, data, error, goesOn ? (heldMs ?? waitMaxMs(retry, attemptsMade + 1)) : undefined);
      if (!goesOn) throw new UnrecoverableError(kind);
      if (heldMs !== undefined) return deps.hold(heldMs);
      throw error;
    }
    await letters.delivered(data.task);
  };
}

/**
 * Notes a failure; what is not tried again is set aside, and what is tried again in `nextMs` too late for its own date is shown to a person
 * at once.
 */
async function told(
  { statuses, letters, comesTooLate, now }: ProcessorDeps,
  data: DeliveryJob,
  error: unknown,
  nextMs: number | undefined,
): Promise<void> {
  const kind = failureKindOf(error);
  const at = now().toISOString();
  if (nextMs === undefined) {
    const state = STATES[kind] ?? (FAILURES[kind].retry ? 'failing' : 'refused');
    await statuses.note(data.task, { state, why: kind, at });
    await letters.parkDelivery(data, { failure: kind, issues: [whySetAside(kind, error)], at });
    return;
  }
  const isLate = await comesTooLate(data, now().getTime() + nextMs);
  const before = isLate ? await statuses.of(data.task) : undefined;
  // The letter first: whoever dies in between tells it again, not never.
  if (isLate && before?.state !== 'telephone')
    await letters.parkDelivery(data, { failure: 'notInTime', issues: [whySetAside('notInTime')], at });
  await statuses.note(data.task, { state: isLate ? 'telephone' : 'failing', why: isLate ? 'notInTime' : kind, at });
}

const STATES: Readonly<Partial<Record<FailureKind, DeliveryStatus['state']>>> = {
  noBasis: 'no-basis',
  inDoubt: 'in-doubt',
};

const HOLD_MIN_MS = 100;

/** How long a delivery waits before it is tried again: milliseconds. */
export const backoffMs = (
  retry: Pick<DeliveryRetry, 'firstMs' | 'capMs'>,
  random: () => number,
  tries: number,
): number => Math.round(random() * waitMaxMs(retry, tries));

/** The longest that it may wait: which wait is drawn is known only later. */
const waitMaxMs = ({ firstMs, capMs }: Pick<DeliveryRetry, 'firstMs' | 'capMs'>, tries: number): number =>
  Math.min(capMs, firstMs * 2 ** Math.min(tries, 20));

/** Without a rate of its own a partner has one that is never reached: only there so that a hold is looked at. */
const NO_RATE = { max: 1_000_000, duration: 1_000 };

/** The registry's rate, a second's worth at a time: a minute's worth at once would be a storm on a partner that has just come back. */
export function limiterOf({ rate }: Pick<Partner, 'rate'>): { readonly max: number; readonly duration: number } {
  if (rate === undefined) return NO_RATE;
  const max = Math.max(1, Math.floor(rate.perMinute / 60));
  return { max, duration: Math.ceil((max * MINUTE_MS) / rate.perMinute) };
}

/** Deliveries to one partner, in a worker of its own: one partner down slows no other. */
export function startDeliveryWorker(deps: DeliveryWorkerDeps, partner: Partner): void {
  const { connection, retry, random, log, closing } = deps;
  const hold = async (ms: number): Promise<never> => {
    await worker.rateLimit(ms);
    throw Worker.RateLimitError();
  };
  const worker: Worker<DeliveryJob> = new Worker<DeliveryJob>(
    deliveryQueueName(partner.id),
    deliveryProcessor({ ...deps, hold }, partner.id),
    {
      connection,
      ...present({ telemetry: deps.telemetry }),
      prefix: DELIVERY_PREFIX,
      // Over MLLP one message waits for the acknowledgement of the one before: what would wait is not decided before its turn.
      concurrency: partner.transport === 'mllp' ? 1 : DELIVERIES_AT_ONCE,
      drainDelay: 2,
      maxStalledCount: 1_000,
      limiter: limiterOf(partner),
      settings: { backoffStrategy: (tries: number) => backoffMs(retry, random, tries) },
    },
  );
  worker.on('error', (error) => log.error({ partner: partner.id, error: error.name }, 'delivery worker'));
  closing.add(() => worker.close());
}
