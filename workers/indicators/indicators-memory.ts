import type { Redis } from 'ioredis';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';

/** The day on which each centre was last looked at; lost with Redis, and then the record is asked once more. */
export interface IndicatorsMemory {
  looks(): Promise<Readonly<Record<string, string>>>;
  looked(centre: string, day: string): Promise<void>;
}

export function indicatorsMemory(redis: Redis): IndicatorsMemory {
  return {
    looks: () => redis.hgetall(redisKeys.indicators),
    async looked(centre, day) {
      await redis.hset(redisKeys.indicators, centre, day);
    },
  };
}
