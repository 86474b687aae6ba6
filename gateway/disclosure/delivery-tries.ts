import type { Redis } from 'ioredis';
import { redisKeys } from '../redis/redis-keys.ts';

/** What is about to be sent: a version, at a stage. */
export interface Attempt {
  /** Pairwise number of the Task. */
  readonly number: string;
  /** Version and what is told, such as `2|request`. */
  readonly what: string;
}

/** Tries to send that had no end yet: of each nobody knows whether it arrived. */
export interface DeliveryTries {
  /** What was tried before and never ended; `forgotten` when Redis knows nothing of this number. */
  before(attempt: Attempt): Promise<'nothing' | 'this' | 'another' | 'forgotten'>;
  /** Noted before the first byte. */
  begin(attempt: Attempt): Promise<void>;
  /** It arrived, or surely did not. */
  end(attempt: Pick<Attempt, 'number'>): Promise<void>;
}

const SEVERAL = 'several';

export function deliveryTries(redis: Redis, keptForSeconds: number): DeliveryTries {
  return {
    async before({ number, what }) {
      const tried = await redis.hget(redisKeys.task(number), 'tried');
      if (tried !== null) return tried === what ? 'this' : 'another';
      return (await redis.exists(redisKeys.task(number))) === 1 ? 'nothing' : 'forgotten';
    },
    async begin({ number, what }) {
      const key = redisKeys.task(number);
      const tried = await redis.hget(key, 'tried');
      const now = tried === null || tried === what ? what : SEVERAL;
      await redis.multi().hset(key, { tried: now }).hdel(key, 'unsent').expire(key, keptForSeconds).exec();
    },
    async end({ number }) {
      await redis.hdel(redisKeys.task(number), 'tried');
    },
  };
}
