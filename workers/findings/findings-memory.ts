import type { Redis } from 'ioredis';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';

export interface LooksMade {
  /** When the last round began: FHIR instant. */
  readonly last?: string;
  /** The day at each centre on which every child was looked at, and the rules that did not look, in one text. */
  readonly days?: string;
}

/** When the watch last looked, and on which day at everybody; instants and days only. Lost with Redis, and then everybody is looked at once. */
export interface FindingsMemory {
  looks(): Promise<LooksMade>;
  looked(at: string, days: string): Promise<void>;
}

export function findingsMemory(redis: Redis): FindingsMemory {
  return {
    looks: () => redis.hgetall(redisKeys.findings),
    async looked(last, days) {
      await redis.hset(redisKeys.findings, { last, days });
    },
  };
}
