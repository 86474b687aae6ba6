import { timingSafeEqual } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Seal } from '../lanes/sealing.ts';
import { redisKeys } from '../redis/redis-keys.ts';

export interface PageCodes {
  /** A new code of six digits for a link; the one before it is worth nothing any more. */
  issue(link: string): Promise<string>;
  /** Whether this is the link's code; a right one is used up, and after five tries there is none. */
  spend(link: string, code: string): Promise<boolean>;
}

export interface PageCodeDeps {
  readonly redis: Redis;
  readonly seal: Seal;
  readonly randomInt: (below: number) => number;
}

export const CODE_LIFE_SECONDS = 600;
const TRIES_MAX = 5;
const DIGITS = 6;

export function pageCodes({ redis, seal, randomInt }: PageCodeDeps): PageCodes {
  return {
    async issue(link) {
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      const key = redisKeys.pageCode(link);
      await redis
        .multi()
        .del(key)
        .hset(key, { sealed: seal.seal(code) })
        .expire(key, CODE_LIFE_SECONDS)
        .exec();
      return code;
    },

    async spend(link, code) {
      const key = redisKeys.pageCode(link);
      const sealed = await redis.eval(TRY, 1, key, String(TRIES_MAX));
      if (typeof sealed !== 'string' || !isSame(code, String(seal.open(sealed)))) return false;
      // Of two who give the right code at once, one deletes it.
      return (await redis.del(key)) === 1;
    },
  };
}

/** Counts the try and gives the code in one step; after the last try there is no code any more. */
const TRY = `if redis.call('hexists', KEYS[1], 'sealed') == 0 then return false end
if redis.call('hincrby', KEYS[1], 'tries', 1) > tonumber(ARGV[1]) then
  redis.call('del', KEYS[1])
  return false
end
return redis.call('hget', KEYS[1], 'sealed')`;

/** Time tells nothing of how much of it was right. */
function isSame(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
