import type { Redis } from 'ioredis';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';

/** How far each partner has been read; ids and instants only. Without it, all that may have been missed is read once more, which changes nothing. */
export interface PollMemory {
  /** When the newest Task that one search found and that was heard changed, by the partner's clock. */
  lastChange(partner: string, search: string): Promise<string | undefined>;
  noteChange(partner: string, search: string, at: string): Promise<void>;
  wasHeard(partner: string, task: string, version: string): Promise<boolean>;
  noteHeard(partner: string, task: string, version: string): Promise<void>;
}

export function pollMemory(redis: Redis, keptForSeconds: number): PollMemory {
  return {
    lastChange: async (partner, search) => (await redis.get(redisKeys.polledUntil(partner, search))) ?? undefined,
    async noteChange(partner, search, at) {
      await redis.set(redisKeys.polledUntil(partner, search), at);
    },
    wasHeard: async (partner, task, version) => (await redis.get(redisKeys.polledTask(partner, task))) === version,
    async noteHeard(partner, task, version) {
      await redis.set(redisKeys.polledTask(partner, task), version, 'EX', keptForSeconds);
    },
  };
}
