import type { Redis } from 'ioredis';

/** What a release left in Redis, key by key, as Redis itself tells it: independent of the version of its own dump format. */
export interface KeptQueue {
  /** Commit of the release that wrote it. */
  readonly release: string;
  readonly sealingKeys: string;
  readonly lanes: number;
  /** Exchanges whose events wait in a lane. */
  readonly waiting: readonly string[];
  /** What the record held once these events had gone through the release that wrote them. */
  readonly record: readonly { readonly type: string; readonly identifier: string; readonly version: number }[];
  readonly keys: Readonly<Record<string, KeptKey>>;
}

export type KeptKey =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'hash'; readonly value: Readonly<Record<string, string>> }
  | { readonly type: 'list' | 'set'; readonly value: readonly string[] }
  /** Members and scores, one after the other. */
  | { readonly type: 'zset'; readonly value: readonly string[] }
  /** Fields of each entry. */
  | { readonly type: 'stream'; readonly value: readonly (readonly [string, readonly string[]])[] };

export async function readKey(redis: Redis, key: string): Promise<KeptKey> {
  const type = await redis.type(key);
  switch (type) {
    case 'string':
      return { type, value: (await redis.get(key)) ?? '' };
    case 'hash':
      return { type, value: await redis.hgetall(key) };
    case 'list':
      return { type, value: await redis.lrange(key, 0, -1) };
    case 'set':
      return { type, value: await redis.smembers(key) };
    case 'zset':
      return { type, value: await redis.zrange(key, '0', '-1', 'WITHSCORES') };
    case 'stream':
      return { type, value: await redis.xrange(key, '-', '+') };
    default:
      throw new Error(`${key} is a ${type}`);
  }
}

/** Puts a key back as it was, without an end. */
export async function writeKey(redis: Redis, key: string, kept: KeptKey): Promise<void> {
  switch (kept.type) {
    case 'string':
      await redis.set(key, kept.value);
      return;
    case 'hash':
      await redis.hset(key, kept.value);
      return;
    case 'list':
      await redis.rpush(key, ...kept.value);
      return;
    case 'set':
      await redis.sadd(key, ...kept.value);
      return;
    case 'zset':
      for (let at = 0; at < kept.value.length; at += 2)
        await redis.zadd(key, kept.value[at + 1] ?? '0', kept.value[at] ?? '');
      return;
    case 'stream':
      for (const [id, fields] of kept.value) await redis.xadd(key, id, ...fields);
  }
}
