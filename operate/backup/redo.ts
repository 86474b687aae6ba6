import { type Job, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { LANE_JOB, LANE_QUEUE, type LaneJob, lanePrefix } from '../../gateway/lanes/queues.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { OperateProblem } from '../gateway-client.ts';
import type { Words } from './words.ts';

/** The clocks of a worker and of whoever made the backup may differ; what is done twice changes nothing. */
const MARGIN_MS = 10 * 60_000;
const STALLED_AFTER_MS = 100;
const STALLED_WITHIN_MS = 60_000;

/**
 * Puts what went into the record since a moment back at the head of its lanes, in the order in which it went, ahead of what waits: the record
 * is older than the queue. Only what lanes still hold (queues.ts). Partners' systems are read again from the beginning. Nobody else may work
 * meanwhile. May be called again: what was put back once is not put back twice. Gives how many events.
 */
export async function redo(redis: Redis, since: Date, words: Words): Promise<number> {
  const lanes = Number(await redis.get(redisKeys.laneCount));
  if (lanes === 0) throw new OperateProblem(words.noQueue);
  let events = 0;
  for (let lane = 0; lane < lanes; lane += 1) {
    const queue = new Queue<LaneJob>(LANE_QUEUE, { connection: redis, prefix: lanePrefix(lane) });
    queue.on('error', () => undefined);
    try {
      await nothingHalfDone(queue, redis);
      events += await redoLane(queue, redis, since);
    } finally {
      await queue.close();
    }
  }
  for (const pattern of [redisKeys.polledUntil('*', '*'), redisKeys.polledTask('*', '*')])
    for (const key of await keysLike(redis, pattern)) await redis.del(key);
  // The record is compared once, whole, with what partners know.
  await redis.del(redisKeys.reconciled);
  return events;
}

/** What a worker that was killed had begun goes back to the head first, so that what came before it comes before it. */
async function nothingHalfDone(queue: Queue<LaneJob>, redis: Redis): Promise<void> {
  if ((await queue.getActiveCount()) === 0) return;
  const looker = new Worker(queue.name, null, {
    connection: redis,
    prefix: queue.opts.prefix ?? '',
    autorun: false,
    stalledInterval: STALLED_AFTER_MS,
    maxStalledCount: 1_000,
  });
  looker.on('error', () => undefined);
  try {
    await looker.startStalledCheckTimer();
    const deadlineMs = performance.now() + STALLED_WITHIN_MS;
    while ((await queue.getActiveCount()) > 0 && performance.now() < deadlineMs)
      await new Promise((resolve) => setTimeout(resolve, STALLED_AFTER_MS));
  } finally {
    await looker.close();
  }
}

async function redoLane(queue: Queue<LaneJob>, redis: Redis, since: Date): Promise<number> {
  const from = since.getTime() - MARGIN_MS;
  const done = (await queue.getCompleted(0, -1)).filter(
    ({ finishedOn = 0, returnvalue }) => finishedOn >= from && returnvalue === 'synced',
  );
  const inOrder = done.sort(
    (one, other) => (one.finishedOn ?? 0) - (other.finishedOn ?? 0) || place(one) - place(other),
  );
  let events = 0;
  // The head is where the last one goes that is added so.
  for (const { data } of inOrder.reverse()) {
    // It is no replay, and has not waited for anything: it is an event that comes for the first time again.
    const { replay: _replay, waited: _waited, ...job } = data;
    const { exchangeId } = job;
    const jobId = `${exchangeId}-redo-${since.getTime()}`;
    if ((await queue.getJob(jobId)) !== undefined) continue;
    // Open again first: what then becomes of it is told by whoever does it.
    await redis.hdel(redisKeys.exchange(exchangeId), 'outcome', 'failures');
    await queue.add('event', job, { ...LANE_JOB, jobId, lifo: true });
    events += 1;
  }
  return events;
}

/** Of two that ended within one millisecond, the one that came into the lane first. */
const place = ({ timestamp }: Job<LaneJob>): number => timestamp;

export async function keysLike(redis: Redis, pattern: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for await (const keys of redis.scanStream({ match: pattern, count: 1_000 })) for (const key of keys) found.add(key);
  return [...found];
}
