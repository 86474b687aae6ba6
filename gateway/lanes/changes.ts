import type { Redis } from 'ioredis';
import { redisKeys } from '../redis/redis-keys.ts';

/** One thing that changed for a centre: ids and what changed, never what it says. */
export interface Change {
  readonly exchange: string;
  readonly concept: string;
  readonly identifier: string;
  /** The centre’s number of the child whom it is about; absent where it is no child’s, or nobody has said yet whose. */
  readonly child?: string;
  /** `created`, `revised`, or the answer: `accepted`, `declined` … */
  readonly change: string;
  readonly version?: number;
  readonly at: string;
}

export interface Changes {
  /** At least once: a worker that dies after its commit tells it again, under the same exchange. */
  tell(centre: string, change: Change): Promise<void>;
  /** Changes after the cursor, oldest first, and the cursor to go on from. */
  since(
    centre: string,
    cursor: string,
    limit: number,
  ): Promise<{ readonly changes: readonly Change[]; readonly next: string }>;
}

/** Cursors are Redis stream ids; `0` is the beginning. */
export const CURSOR = /^\d{1,16}(-\d{1,10})?$/;

const LENGTH_MAX = 100_000;

export function changeFeed(redis: Redis): Changes {
  return {
    async tell(centre, change) {
      await redis.xadd(redisKeys.changes(centre), 'MAXLEN', '~', LENGTH_MAX, '*', 'change', JSON.stringify(change));
    },

    async since(centre, cursor, limit) {
      const found = await redis.xrange(
        redisKeys.changes(centre),
        cursor === '0' ? '-' : `(${cursor}`,
        '+',
        'COUNT',
        limit,
      );
      return { changes: found.map(([, fields]) => JSON.parse(fields[1] ?? '{}')), next: found.at(-1)?.[0] ?? cursor };
    },
  };
}
