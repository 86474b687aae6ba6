import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { GatewayError } from '../../gateway/failures.ts';
import { WATCH_PREFIX, WATCH_QUEUE } from '../../gateway/lanes/queues.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import { keepStanding } from '../../gateway/redis/redis.ts';

export interface WatchDeps {
  readonly connection: Redis;
  /** A queue of its own for each round. */
  readonly queueName?: string;
  /** Stops where it is, by an error, once the signal says that this process is to end: the next look begins where this one did. */
  readonly look: (signal: AbortSignal) => Promise<unknown>;
  readonly everyMs: number;
  /** How long a look of a process that died holds up the next one; BullMQ's own half minute if absent. */
  readonly lockMs?: number;
  readonly log: Logger;
  readonly closing: Closer;
}

/** One watch for all processes, one look at a time. A look that fails is told, and the next one comes at its time. */
export async function startWatch({
  connection,
  queueName = WATCH_QUEUE,
  look,
  everyMs,
  lockMs,
  log,
  closing,
}: WatchDeps): Promise<void> {
  const queue = new Queue(queueName, { connection, prefix: WATCH_PREFIX });
  queue.on('error', (error) => log.error({ error: error.name }, 'watch'));
  closing.add(() => queue.close());
  await keepStanding(connection, async () => {
    await queue.setGlobalConcurrency(1);
    await queue.upsertJobScheduler(
      'look',
      { every: everyMs },
      { name: 'look', opts: { removeOnComplete: { count: 10 }, removeOnFail: { count: 10 } } },
    );
  });
  const worker = new Worker(queueName, (_job, _token, signal = new AbortController().signal) => look(signal), {
    connection,
    prefix: WATCH_PREFIX,
    concurrency: 1,
    drainDelay: 2,
    maxStalledCount: 1_000,
    ...(lockMs !== undefined && { lockDuration: lockMs, stalledInterval: lockMs }),
  });
  worker.on('failed', (_job, error) =>
    log.warn({ kind: error instanceof GatewayError ? error.kind : error.name }, 'not looked'),
  );
  worker.on('error', (error) => log.error({ error: error.name }, 'watch'));
  closing.add(async () => {
    worker.cancelAllJobs();
    await worker.close();
  });
}
