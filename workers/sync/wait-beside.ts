import { type Job, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Closer } from '../../gateway/closer.ts';
import type { Exchanges } from '../../gateway/exchanges.ts';
import { BESIDE_QUEUE, type BesideJob, type LaneJob, lanePrefix, type Queues } from '../../gateway/queues.ts';
import { redisKeys } from '../../gateway/redis-keys.ts';

export interface WaitBesideDeps {
  readonly queues: Queues;
  readonly redis: Redis;
  readonly connection: Redis;
  readonly exchanges: Exchanges;
  /** How long an event may wait for what it names before it is parked. */
  readonly waitMaxMs: number;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

/** Also without news an event looks again this often: news is lost when a worker dies between its commit and telling it. */
const LOOK_AGAIN_MS = 60_000;

export interface BesideLane {
  wait(job: LaneJob, awaits: readonly string[]): Promise<void>;
  arrived(tokens: ReadonlySet<string>): Promise<void>;
}

/** Events that name what the record does not know yet wait beside their lane, so that they hold nobody up. */
export function besideLane({ queues, now }: Pick<WaitBesideDeps, 'queues' | 'now'>, lane: number): BesideLane {
  const queue = queues.beside(lane);
  return {
    async wait(job, awaits) {
      const earlier = await queue.getJob(job.exchangeId);
      const since = earlier?.data.since ?? now().getTime();
      const round = (earlier?.data.round ?? 0) + 1;
      // Its own job is done and gone before it looks again, so that the id is free.
      await earlier?.remove().catch(() => undefined);
      await queue.add(
        'wait',
        { ...job, lane, awaits, since, round },
        { jobId: job.exchangeId, delay: LOOK_AGAIN_MS, removeOnComplete: { age: 86_400 } },
      );
    },

    async arrived(tokens) {
      const waiting = await queue.getDelayed();
      for (const job of waiting)
        if (job.data.awaits.some((token) => tokens.has(token))) await job.promote().catch(() => undefined);
    },
  };
}

/** Puts an event that waited back into its lane, or parks it when it waited too long. */
export function startBesideWorker(deps: WaitBesideDeps, lane: number): void {
  const { queues, redis, connection, exchanges, waitMaxMs, now, log, closing } = deps;
  const processor = async ({ data }: Job<BesideJob>): Promise<string> => {
    const { exchangeId, sealed, since, round } = data;
    if (now().getTime() - since > waitMaxMs) {
      await redis.hset(redisKeys.parked, exchangeId, sealed);
      await exchanges.settle(exchangeId, { state: 'parked', failure: 'invalidInput', issues: [NEVER_ARRIVED] });
      return 'parked';
    }
    await queues
      .lane(lane)
      .add(
        'event',
        { exchangeId, sealed },
        { jobId: `${exchangeId}-${round}`, removeOnComplete: { age: 3_600 }, removeOnFail: false },
      );
    return 'again';
  };
  const worker = new Worker<BesideJob>(BESIDE_QUEUE, processor, {
    connection,
    prefix: lanePrefix(lane),
    concurrency: 1,
    drainDelay: 2,
    maxStalledCount: 1_000,
  });
  worker.on('error', (error) => log.error({ lane, error: error.name }, 'beside worker'));
  closing.add(() => worker.close());
}

const NEVER_ARRIVED = {
  severity: 'error',
  code: 'not-found',
  text: {
    fr: 'Ce que cet envoi nomme (plan, but, membre…) n’est jamais arrivé. Envoyez-le, puis une nouvelle version de celui-ci.',
    en: 'What this event names (plan, goal, member…) never arrived. Send that, then a new version of this one.',
  },
} as const;
