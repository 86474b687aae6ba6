import type { Redis } from 'ioredis';
import type { Disclosable } from './disclosure.ts';
import { redisKeys } from './redis-keys.ts';

/** What a pairwise number stands for, so that its answer finds its lane also while HAPI is away; kept from before a request leaves. */
export interface TaskMemory {
  remember(disclosable: Disclosable): Promise<void>;
  /** Whether it was remembered: what left without an answer may have arrived all the same. */
  mayHaveArrived(number: string): Promise<boolean>;
}

export function taskMemory(redis: Redis, keptForSeconds: number): TaskMemory {
  return {
    async remember({ number, centre, childId, requestId, partner }) {
      const facts = { centre: centre.id, child: childId, request: requestId, partner: partner.id };
      await redis.multi().hset(redisKeys.task(number), facts).expire(redisKeys.task(number), keptForSeconds).exec();
    },
    mayHaveArrived: async (number) => (await redis.exists(redisKeys.task(number))) === 1,
  };
}
