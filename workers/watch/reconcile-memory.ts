import type { Redis } from 'ioredis';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';

/** When the record was last compared; instants only. Lost with Redis, and then everything is compared once. */
export interface ReconcileMemory {
  looks(): Promise<{ readonly last?: string; readonly whole?: string }>;
  looked(at: string, whole: boolean): Promise<void>;
}

export function reconcileMemory(redis: Redis): ReconcileMemory {
  return {
    looks: () => redis.hgetall(redisKeys.reconciled),
    async looked(at, whole) {
      await redis.hset(redisKeys.reconciled, { last: at, ...(whole && { whole: at }) });
    },
  };
}
