import { type Job, type Telemetry, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import {
  BESIDE_QUEUE,
  type BesideJob,
  LANE_JOB,
  type LaneJob,
  lanePrefix,
  type Queues,
} from '../../gateway/lanes/queues.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
import { present } from '../../mappings/concepts/present.ts';

export interface WaitBesideDeps {
  readonly queues: Queues;
  readonly connection: Redis;
  readonly telemetry?: Telemetry;
  readonly letters: Pick<DeadLetters, 'park'>;
  /** How long an event may wait for what it names; the first look after that which still misses it parks it. */
  readonly waitMaxMs: number;
  /**
   * Also without news an event looks again this often: news is lost when a worker dies between its commit and telling it, and a lane tells its own events only
   * (a mother's file waits for her child's circle, which is another lane's).
   */
  readonly lookAgainMs: number;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

export interface BesideLane {
  /**
   * To be called by whoever has just looked in the record: puts the event beside the lane, or parks it when it has waited too long. Its age
   * alone never does: while the record or the workers were away, what it names may have come.
   */
  wait(job: LaneJob, awaits: readonly string[]): Promise<'waiting' | 'parked'>;
  arrived(tokens: ReadonlySet<string>): Promise<void>;
}

/** Events that name what the record does not know yet wait beside their lane, so that they hold nobody up. */
export function besideLane(
  {
    queues,
    letters,
    now,
    lookAgainMs,
    waitMaxMs,
  }: Omit<WaitBesideDeps, 'connection' | 'telemetry' | 'log' | 'closing'>,
  lane: number,
): BesideLane {
  const queue = queues.beside(lane);
  return {
    async wait(job, awaits) {
      const { exchangeId, waited } = job;
      const rounds = (waited?.rounds ?? 0) + 1;
      const since = waited?.since ?? now().getTime();
      if (now().getTime() - since > waitMaxMs) {
        await letters.park(job, lane, { failure: 'invalidInput', issues: [NEVER_ARRIVED], at: now().toISOString() });
        return 'parked';
      }
      // An id of its own for each round: the job of the round before may not be gone yet.
      await queue.add(
        'wait',
        { ...job, lane, awaits, waited: { rounds, since } },
        { jobId: `${exchangeId}-${rounds}`, delay: lookAgainMs, removeOnComplete: true },
      );
      return 'waiting';
    },

    async arrived(tokens) {
      const waiting = await queue.getDelayed();
      for (const job of waiting)
        if (job.data.awaits.some((token) => tokens.has(token))) await job.promote().catch(() => undefined);
    },
  };
}

/** Puts an event that waited back into its lane, to look again. */
export function startBesideWorker(
  deps: Pick<WaitBesideDeps, 'queues' | 'connection' | 'telemetry' | 'log' | 'closing'>,
  lane: number,
): void {
  const { queues, connection, log, closing } = deps;
  const processor = async ({ data }: Job<BesideJob>): Promise<string> => {
    const { lane: _lane, awaits: _awaits, ...job } = data;
    const { exchangeId, waited } = job;
    await queues.lane(lane).add('event', job, { ...LANE_JOB, jobId: `${exchangeId}-${waited.rounds}` });
    return 'again';
  };
  const worker = new Worker<BesideJob>(BESIDE_QUEUE, processor, {
    connection,
    ...present({ telemetry: deps.telemetry }),
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
