import { Queue, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { failureKindOf, isTransient } from '../../gateway/failures.ts';
import { POLL_PREFIX, pollQueueName } from '../../gateway/lanes/queues.ts';
import { keepStanding } from '../../gateway/redis/redis.ts';
import type { Partner } from '../../gateway/registry.ts';

export interface PollWorkerDeps {
  readonly connection: Redis;
  readonly log: Logger;
}

/** Stops where it is in its reading: what was heard is heard. */
export type StopPoll = () => Promise<void>;

const MINUTE_MS = 60_000;

/** Reads one partner again and again, in a queue of its own, one read at a time over all processes: one partner down slows no other. */
export async function startPollWorker(
  { connection, log }: PollWorkerDeps,
  { id: partner, poll, rate }: Partner,
  read: (signal: AbortSignal) => Promise<number>,
): Promise<StopPoll | undefined> {
  if (poll === undefined) return undefined;
  const name = pollQueueName(partner);
  const queue = new Queue(name, { connection, prefix: POLL_PREFIX });
  queue.on('error', (error) => log.error({ partner, error: error.name }, 'poll'));
  await keepStanding(connection, async () => {
    await queue.setGlobalConcurrency(1);
    await queue.upsertJobScheduler(
      'poll',
      { every: poll.everySeconds * 1_000 },
      // The next read is the retry: it takes the same window again.
      { name: 'poll', opts: { attempts: 1, removeOnComplete: { count: 10 }, removeOnFail: { count: 10 } } },
    );
  });
  const process = async (_job: unknown, _token?: string, signal = new AbortController().signal): Promise<number> => {
    try {
      const heard = await read(signal);
      if (heard > 0) log.info({ partner, heard }, 'polled');
      return heard;
    } catch (error) {
      const kind = failureKindOf(error);
      log.warn({ partner, kind }, 'not polled');
      throw isTransient(error) ? error : new UnrecoverableError(kind);
    }
  };
  const worker = new Worker(name, process, {
    connection,
    prefix: POLL_PREFIX,
    concurrency: 1,
    drainDelay: 2,
    maxStalledCount: 1_000,
    ...(rate !== undefined && { limiter: { max: rate.perMinute, duration: MINUTE_MS } }),
  });
  worker.on('error', (error) => log.error({ partner, error: error.name }, 'poll worker'));
  return async () => {
    // The next read takes the same window again.
    worker.cancelAllJobs();
    await worker.close();
    await queue.close();
  };
}
