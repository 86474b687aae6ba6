import type { Redis } from 'ioredis';
import { OperateProblem } from '../gateway-client.ts';
import type { QueuePart } from './manifest.ts';
import type { Words } from './words.ts';

/** What is known of the queue's dump once it has been read to its end. */
export type QueueTold = Pick<QueuePart, 'takenAt' | 'redisVersion' | 'keys' | 'position' | 'heldMs'>;

export interface QueueDumpDeps {
  readonly redis: Redis;
  readonly words: Words;
  /** Told once, when everything has been read and nothing has changed meanwhile. */
  readonly told: (queue: QueueTold) => void;
  readonly progress: (keys: number) => void;
}

const BATCH = 500;
/** Writes are held in steps of this: should this process die, Redis goes on by itself so soon. */
const HOLD_MS = 5_000;
/** Longer than this nobody's request is held up: then Redis' own means of backup are the right ones. */
const HOLD_MAX_MS = 120_000;
const NO_END = -1n;

/**
 * Everything that Redis holds at one moment, by its address alone: writes are held (`CLIENT PAUSE … WRITE`, Redis 6.2) while each key is read as
 * DUMP gives it, so that no job is between two lists; whoever writes meanwhile waits and is then served. Throws OperateProblem when
 * something was written all the same, or when it takes too long.
 */
export async function* queueDump({ redis, words, told, progress }: QueueDumpDeps): AsyncGenerator<Buffer> {
  const startedMs = Date.now();
  let heldSinceMs = 0;
  const hold = async (): Promise<void> => {
    if (Date.now() - startedMs > HOLD_MAX_MS) throw new OperateProblem(words.queueTooLarge(HOLD_MAX_MS / 1_000));
    if (Date.now() - heldSinceMs < HOLD_MS / 5) return;
    await redis.call('CLIENT', 'PAUSE', String(HOLD_MS), 'WRITE');
    heldSinceMs = Date.now();
  };
  try {
    await hold();
    const before = await positionOf(redis);
    let cursor = '0';
    const seen = new Set<string>();
    do {
      await hold();
      const [next, keys] = await redis.scanBuffer(cursor, 'COUNT', BATCH);
      cursor = next.toString();
      // SCAN may give a key twice.
      const fresh = keys.filter((key) => !seen.has(key.toString('latin1')));
      for (const key of fresh) seen.add(key.toString('latin1'));
      if (fresh.length > 0) yield await entriesOf(redis, fresh);
      progress(seen.size);
    } while (cursor !== '0');
    const after = await positionOf(redis);
    if (after.changes !== before.changes || after.runId !== before.runId) throw new OperateProblem(words.queueChanged);
    const { version, ...position } = after;
    told({
      takenAt: new Date(startedMs).toISOString(),
      redisVersion: version,
      keys: seen.size,
      position,
      heldMs: Date.now() - startedMs,
    });
  } finally {
    await redis.call('CLIENT', 'UNPAUSE').catch(() => undefined);
  }
}

/** These keys in one piece: what is passed on key by key holds writes several times as long. */
async function entriesOf(redis: Redis, keys: readonly Buffer[]): Promise<Buffer> {
  const batch = redis.pipeline().time();
  for (const key of keys) batch.dumpBuffer(key).pttl(key);
  const answers = (await batch.exec()) ?? [];
  const answer = (at: number): unknown => {
    const [error, value] = answers[at] ?? [];
    if (error) throw error;
    return value;
  };
  const time = answer(0);
  const [seconds, micros] = Array.isArray(time) ? time.map(Number) : [];
  const nowMs = BigInt((seconds ?? 0) * 1_000 + Math.floor((micros ?? 0) / 1_000));
  return Buffer.concat(
    keys.flatMap((key, nth) => {
      const dump = answer(1 + nth * 2);
      const left = BigInt(Number(answer(2 + nth * 2)));
      // Its time was over between the scan and this.
      return dump instanceof Buffer && left !== -2n ? entry(key, left === -1n ? NO_END : nowMs + left, dump) : [];
    }),
  );
}

/** Length and key, when it ends (epoch in milliseconds, or none), length and content. */
function entry(key: Buffer, endsAtMs: bigint, dump: Buffer): readonly Buffer[] {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(key.length, 0);
  head.writeBigInt64BE(endsAtMs, 4);
  head.writeUInt32BE(dump.length, 12);
  return [head, key, dump];
}

interface Entry {
  readonly key: Buffer;
  /** Epoch in milliseconds. */
  readonly endsAtMs: number | undefined;
  readonly dump: Buffer;
}

/** The entries of a dump. Throws when it ends in the middle of one. */
export async function* entriesIn(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      if (rest.length < 16) break;
      const keyBytes = rest.readUInt32BE(0);
      const endsAtMs = rest.readBigInt64BE(4);
      const end = 16 + keyBytes + rest.readUInt32BE(12);
      if (rest.length < end) break;
      yield {
        key: rest.subarray(16, 16 + keyBytes),
        endsAtMs: endsAtMs === NO_END ? undefined : Number(endsAtMs),
        dump: rest.subarray(16 + keyBytes, end),
      };
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) throw new Error('a dump of the queue ends in the middle of a key');
}

export interface RestoreQueueDeps {
  readonly redis: Redis;
  readonly words: Words;
  readonly progress: (keys: number) => void;
  /** Epoch in milliseconds. */
  readonly nowMs: number;
}

/** Writes a dump into an empty Redis; what has ended since stays away. Gives how many keys. */
export async function restoreQueue(
  { redis, words, progress, nowMs }: RestoreQueueDeps,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  let restored = 0;
  let batch: Entry[] = [];
  const flush = async (): Promise<void> => {
    const writes = redis.pipeline();
    for (const { key, endsAtMs, dump } of batch) writes.restore(key, endsAtMs ?? 0, dump, 'ABSTTL');
    for (const [error] of (await writes.exec()) ?? []) {
      if (error?.message.includes('DUMP payload version')) throw new OperateProblem(words.olderRedis);
      if (error) throw error;
    }
    restored += batch.length;
    batch = [];
    progress(restored);
  };
  for await (const one of entriesIn(source)) {
    if (one.endsAtMs !== undefined && one.endsAtMs <= nowMs) continue;
    batch.push(one);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return restored;
}

async function positionOf(
  redis: Redis,
): Promise<{ readonly runId: string; readonly changes: number; readonly version: string }> {
  const info = await redis.info();
  const field = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  return {
    runId: field('run_id'),
    changes: Number(field('rdb_changes_since_last_save')),
    version: field('redis_version'),
  };
}
