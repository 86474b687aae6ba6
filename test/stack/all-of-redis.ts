import type { Redis } from 'ioredis';
import { type SealingKeys, sealWith } from '../../gateway/lanes/sealing.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { sealedPayloads } from '../../operate/keys/sealed-places.ts';

/** All that Redis holds, keys and values, and what is sealed in it opened; but for the audit. */
export async function allOfRedis(redis: Redis, keys: SealingKeys): Promise<string> {
  const texts: string[] = [];
  for await (const names of redis.scanStream({ count: 1_000 }))
    for (const key of names as string[]) {
      const type = await redis.type(key);
      if (type === 'string') texts.push(key, (await redis.get(key)) ?? '');
      if (type === 'hash') texts.push(key, JSON.stringify(await redis.hgetall(key)));
      if (type === 'set') texts.push(key, ...(await redis.smembers(key)));
      if (type === 'stream' && key !== redisKeys.auditStream)
        texts.push(key, JSON.stringify(await redis.xrange(key, '-', '+')));
      if (type === 'list') texts.push(key, ...(await redis.lrange(key, 0, -1)));
      if (type === 'zset') texts.push(key, ...(await redis.zrange(key, '0', '-1')));
    }
  const { open } = sealWith(keys);
  for await (const { sealed } of sealedPayloads(redis)) texts.push(JSON.stringify(open(sealed)));
  return texts.join('\n');
}
