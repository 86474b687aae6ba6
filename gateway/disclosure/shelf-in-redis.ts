import type { Redis } from 'ioredis';
import { redisKeys } from '../redis/redis-keys.ts';
import type { BookShelf } from './shown-book.ts';

/** Books as hashes, each forgotten whole when its collector has not come for so long: what is forgotten in part would tell what changed in the rest. */
export function shelfInRedis(redis: Redis, keptForSeconds: number): BookShelf {
  return {
    all: (book) => redis.hgetall(redisKeys.shown(book)),

    async some(book, names) {
      const found = await redis.hmget(redisKeys.shown(book), ...names);
      return Object.fromEntries(
        names.flatMap((name, nth) => {
          const text = found[nth];
          return typeof text === 'string' ? [[name, text]] : [];
        }),
      );
    },

    async change(book, edition, texts) {
      const words = Object.entries(texts).flat();
      const answer = await redis.eval(CHANGE, 1, redisKeys.shown(book), edition, keptForSeconds, ...words);
      return answer === 1;
    },
  };
}

const CHANGE = `
if (redis.call('HGET', KEYS[1], '.edition') or '') ~= ARGV[1] then return 0 end
for at = 3, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[at], ARGV[at + 1]) end
redis.call('EXPIRE', KEYS[1], ARGV[2])
return 1
`;
