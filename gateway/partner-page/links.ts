import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { redisKeys } from '../redis/redis-keys.ts';

/** What a link opens: one request at one partner. Its token is kept nowhere, only its hash. */
export interface PageLink {
  readonly hash: string;
  readonly task: string;
  readonly partner: string;
}

export interface PageLinks {
  /** Makes a link for a Task; the one before it opens nothing any more. Gives the token: 256 bits, said once. */
  open(task: string, partner: string): Promise<string>;
  /** The link of a token that still opens. */
  find(token: string): Promise<PageLink | undefined>;
  /** The same, by the hash of its token. */
  byHash(hash: string): Promise<PageLink | undefined>;
  /** From now on no link of this Task opens; says whether there was one. */
  revoke(task: string): Promise<boolean>;
}

export interface PageLinkDeps {
  readonly redis: Redis;
  readonly randomBytes: (count: number) => Buffer;
}

const TOKEN_BYTES = 32;
/** Longer than any loop stays open, a year on a waiting list too: what ends a link is its loop. */
const LIFE_SECONDS = 400 * 86_400;

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

export function pageLinks({ redis, randomBytes }: PageLinkDeps): PageLinks {
  const byHash: PageLinks['byHash'] = async (hash) => {
    const { task, partner } = await redis.hgetall(redisKeys.pageLink(hash));
    if (!task || !partner) return undefined;
    // What the Task names is what opens: a link that was revoked or replaced is still there, and opens nothing.
    return (await redis.get(redisKeys.pageLinkOf(task))) === hash ? { hash, task, partner } : undefined;
  };

  return {
    byHash,
    find: (token) => byHash(tokenHash(token)),

    async open(task, partner) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const hash = tokenHash(token);
      await redis
        .multi()
        .hset(redisKeys.pageLink(hash), { task, partner })
        .expire(redisKeys.pageLink(hash), LIFE_SECONDS)
        .set(redisKeys.pageLinkOf(task), hash, 'EX', LIFE_SECONDS)
        .exec();
      return token;
    },

    revoke: async (task) => (await redis.del(redisKeys.pageLinkOf(task))) === 1,
  };
}
