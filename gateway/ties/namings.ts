import type { Redis } from 'ioredis';
import { switchedOn } from '../access/switches.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { Registry } from '../registry.ts';

/** Which centre names which, and when one was last noticed not to any more: what a switch that is turned off and on again as it was does not tell. */
export interface Namings {
  /** What the registry of this process says now: by the round of the workers. Throws `unavailable`. */
  notice(): Promise<void>;
  /** When either of two centres was last noticed to have stopped naming the other; undefined if never. */
  lastStopped(one: string, other: string): Promise<string | undefined>;
}

export interface NamingsDeps {
  readonly redis: Pick<Redis, 'smembers' | 'sadd' | 'srem' | 'hset' | 'hget'>;
  readonly registry: Pick<Registry, 'centres'>;
  readonly now: () => Date;
}

export function namingsIn({ redis, registry, now }: NamingsDeps): Namings {
  return {
    async notice() {
      const before = await redis.smembers(redisKeys.tieNamings);
      const named = new Set(
        registry.centres.flatMap((centre) =>
          (switchedOn(centre, 'centreTies')?.centres ?? []).map((other) => naming(centre.id, other)),
        ),
      );
      for (const it of before.filter((one) => !named.has(one))) {
        // The time first: whoever dies in between writes it again.
        await redis.hset(redisKeys.tieNamingsStopped, it, now().toISOString());
        await redis.srem(redisKeys.tieNamings, it);
      }
      for (const it of named) await redis.sadd(redisKeys.tieNamings, it);
    },

    async lastStopped(one, other) {
      const [ours, theirs] = await Promise.all(
        [naming(one, other), naming(other, one)].map((it) => redis.hget(redisKeys.tieNamingsStopped, it)),
      );
      return [ours, theirs]
        .flatMap((it) => it ?? [])
        .sort()
        .at(-1);
    },
  };
}

/** The id of a centre has no bar in it. */
const naming = (one: string, other: string): string => `${one}|${other}`;
