import { type Job, type Telemetry, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { FAILURES, failureKindOf, GatewayError } from '../../gateway/failures.ts';
import type { Exchanges } from '../../gateway/lanes/exchanges.ts';
import { LANE_QUEUE, type LaneJob, lanePrefix } from '../../gateway/lanes/queues.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
import { present } from '../../mappings/concepts/present.ts';

export interface LaneWorkerDeps {
  readonly connection: Redis;
  readonly telemetry?: Telemetry;
  readonly redis: Redis;
  readonly process: (job: LaneJob) => Promise<string>;
  readonly exchanges: Exchanges;
  readonly letters: Pick<DeadLetters, 'park'>;
  readonly store: FhirStore;
  readonly lockMs: number;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

/** An event that fails alone this often while the record answers others is parked. */
const FAILURES_MAX = 8;
const FAILED_HOLD_MAX_MS = 2_000;
const HOLD_MAX_MS = 15_000;
const AWAY_SECONDS = 20;

/**
 * One lane: one event at a time over all processes. While the record is away the event goes back to the head of its lane and the lane
 * holds; an ordinary delayed retry would let later events overtake it.
 */
export function startLaneWorker(deps: LaneWorkerDeps, lane: number): void {
  const { connection, redis, exchanges, letters, store, lockMs, now, log, closing } = deps;
  let holds = 0;

  const hold = async (worker: Worker<LaneJob>, ms: number): Promise<never> => {
    await worker.rateLimit(ms);
    throw Worker.RateLimitError();
  };

  const processor = async (job: Job<LaneJob>): Promise<string> => {
    try {
      const state = await deps.process(job.data);
      holds = 0;
      return state;
    } catch (error) {
      const kind = failureKindOf(error);
      const { exchangeId } = job.data;
      const away = kind === 'unavailable' || !(await store.answers());
      if (away) {
        holds += 1;
        await redis.set(redisKeys.recordAway, '1', 'EX', AWAY_SECONDS);
        log.warn({ lane, exchange: exchangeId, holds }, 'the record is away, the lane holds');
        return hold(worker, Math.min(500 * 2 ** Math.min(holds, 10), HOLD_MAX_MS));
      }
      const failures = await exchanges.failedAgain(exchangeId);
      log.error({ lane, exchange: exchangeId, kind, failures, message: messageOf(error) }, 'an event failed');
      if ((FAILURES[kind].retry || kind === 'versionConflict') && failures < FAILURES_MAX)
        return hold(worker, Math.min(100 * 2 ** failures, FAILED_HOLD_MAX_MS));
      await letters.park(job.data, lane, {
        failure: kind,
        issues: kind === 'newerRelease' ? issuesOf(error) : [PARKED],
        at: now().toISOString(),
      });
      return 'parked';
    }
  };

  const worker: Worker<LaneJob> = new Worker<LaneJob>(LANE_QUEUE, processor, {
    connection,
    ...present({ telemetry: deps.telemetry }),
    prefix: lanePrefix(lane),
    concurrency: 1,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    // A killed worker is not the event's fault: how often it fails is counted above.
    maxStalledCount: 1_000,
    // Only there so that `rateLimit` is looked at: the limit itself is never reached.
    limiter: { max: 1_000_000, duration: 1_000 },
    drainDelay: 2,
  });
  worker.on('error', (error) => log.error({ lane, message: messageOf(error) }, 'lane worker'));
  closing.add(() => worker.close());
}

const issuesOf = (error: unknown) => (error instanceof GatewayError ? error.issues : []);

/** Our own errors hold ids only; of others only the class is told. */
const messageOf = (error: unknown): string =>
  error instanceof GatewayError ? error.message : error instanceof Error ? error.name : 'unknown';

const PARKED = {
  severity: 'error',
  code: 'invalid',
  text: {
    fr: 'Le dossier FHIR n’a pas accepté cet envoi. Il est gardé et visible ; une version plus récente le remplace.',
    en: 'The FHIR record did not accept this event. It is kept and visible; a newer version takes its place.',
  },
} as const;
