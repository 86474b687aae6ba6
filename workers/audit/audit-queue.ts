import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { LinkedEntry } from '../../gateway/audit/chain.ts';
import { entryIn } from '../../gateway/audit/chain-in-redis.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';

/** An entry that the record does not have yet, and where it stands in the stream. */
export interface QueuedEntry extends LinkedEntry {
  readonly at: string;
}

/** What is to be moved to the record, shared by all processes: what one has taken no other gets, unless it is not done in time. */
export interface AuditQueue {
  /** Waits up to two seconds for something; then those that came close behind. */
  take(): Promise<readonly QueuedEntry[]>;
  done(entries: readonly QueuedEntry[]): Promise<void>;
}

export interface AuditQueueDeps {
  /** A connection of its own: waiting holds up whatever else a connection has to do. */
  readonly waiting: Redis;
  readonly redis: Redis;
  /** What somebody took so long ago and has not done is taken again. */
  readonly claimAfterMs: number;
  readonly now: () => Date;
  readonly log: Logger;
}

const GROUP = 'record';
/** One name for all: what tells those who died from those who work is the time alone. */
const TAKER = 'mover';
const BATCH = 200;
const WAIT_MS = 2_000;
/** So long the record is spared a transaction for each entry, and the disk a write for each that is taken; so long an entry is in Redis alone. */
const GATHER_MS = 400;

export function auditQueue({ waiting, redis, claimAfterMs, now, log }: AuditQueueDeps): AuditQueue {
  let claimedAt = Number.NEGATIVE_INFINITY;

  /** Redis 6.2 also names those that are gone. What is none of ours stays where it is, for `audit:verify` to show. */
  const entriesOf = (value: unknown): readonly QueuedEntry[] =>
    listOf(value).flatMap((one) => {
      const [at, fields] = listOf(one);
      if (typeof at !== 'string' || !Array.isArray(fields)) return [];
      const entry = entryIn(fields.map(String));
      if (entry !== undefined) return [{ at, ...entry }];
      log.error({ at }, 'what stands in the audit stream is no entry: it stays in Redis');
      return [];
    });

  const fresh = async (...block: readonly ['BLOCK', number] | readonly []): Promise<readonly QueuedEntry[]> => {
    const place = ['STREAMS', redisKeys.auditStream, '>'] as const;
    const answer: unknown =
      block.length === 0
        ? await waiting.xreadgroup('GROUP', GROUP, TAKER, 'COUNT', BATCH, ...place)
        : await waiting.xreadgroup('GROUP', GROUP, TAKER, 'COUNT', BATCH, ...block, ...place);
    const [stream] = listOf(answer);
    return entriesOf(listOf(stream)[1]);
  };

  const left = async (): Promise<readonly QueuedEntry[]> => {
    if (now().getTime() - claimedAt < claimAfterMs) return [];
    const answer: unknown = await waiting.xautoclaim(
      redisKeys.auditStream,
      GROUP,
      TAKER,
      claimAfterMs,
      '0-0',
      'COUNT',
      BATCH,
    );
    const found = entriesOf(listOf(answer)[1]);
    // There may be more: it is asked again at once.
    if (found.length === 0) claimedAt = now().getTime();
    return found;
  };

  return {
    async take() {
      await ensureGroup(waiting);
      const claimed = await left();
      if (claimed.length > 0) return claimed;
      const first = await fresh('BLOCK', WAIT_MS);
      if (first.length === 0 || first.length === BATCH) return first;
      await wait(GATHER_MS);
      return [...first, ...(await fresh())];
    },

    async done(entries) {
      const places = entries.map(({ at }) => at);
      await redis
        .multi()
        .xack(redisKeys.auditStream, GROUP, ...places)
        .xdel(redisKeys.auditStream, ...places)
        .exec();
    },
  };
}

/** Redis may have been lost since it was made. */
async function ensureGroup(redis: Redis): Promise<void> {
  try {
    await redis.xgroup('CREATE', redisKeys.auditStream, GROUP, '0', 'MKSTREAM');
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('BUSYGROUP'))) throw error;
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
