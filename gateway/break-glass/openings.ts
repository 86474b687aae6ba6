import type { Redis } from 'ioredis';
import type { Opening, SignedOff } from '../../mappings/break-glass/opening.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { Replicas } from '../redis/replicas.ts';

export interface Openings {
  /** On disk, and on as many replicas as are asked for, when it returns. Throws `unavailable`. */
  keep(opening: Opening): Promise<void>;
  find(centre: string, id: string): Promise<Opening | undefined>;
  /** What waits for its second person, oldest first; without an end. */
  unsigned(centre: string): Promise<readonly Opening[]>;
  /** False when another has signed it meanwhile: the first word stands. */
  sign(opening: Opening, signed: SignedOff): Promise<boolean>;
}

export interface OpeningsDeps {
  readonly redis: Redis;
  readonly replicas: Replicas;
  /** How long one that was signed off can still be asked for; the audit keeps it as long as any entry. */
  readonly keptForSeconds: number;
}

const OPENING = 'opening';
const SIGNED = 'signed';

/** Numbers and codes, each opening under a key of its own, so that it goes with the child’s file. */
export function openingsIn({ redis, replicas, keptForSeconds }: OpeningsDeps): Openings {
  const find = async (centre: string, id: string): Promise<Opening | undefined> => {
    const { [OPENING]: opening, [SIGNED]: signed } = await redis.hgetall(redisKeys.glass(centre, id));
    if (opening === undefined) return undefined;
    // What is read here is what this desk wrote.
    return { ...JSON.parse(opening), ...(signed !== undefined && { signed: JSON.parse(signed) }) };
  };

  return {
    async keep(opening) {
      const { centre, id, child } = opening;
      const onReplicas = replicas.begin();
      await redis
        .multi()
        .hset(redisKeys.glass(centre, id), { [OPENING]: JSON.stringify(opening), centre, child })
        .sadd(redisKeys.glassUnsigned(centre), id)
        .exec();
      await onReplicas();
    },

    find,

    async unsigned(centre) {
      const ids = await redis.smembers(redisKeys.glassUnsigned(centre));
      const all = await Promise.all(ids.map(async (id) => ({ id, opening: await find(centre, id) })));
      // Signed by a process that died before it was taken off, or gone with its file.
      for (const { id, opening } of all)
        if (opening === undefined || opening.signed !== undefined)
          await redis.srem(redisKeys.glassUnsigned(centre), id);
      return all
        .flatMap(({ opening }) => (opening === undefined || opening.signed !== undefined ? [] : [opening]))
        .sort((one, other) => one.openedAt.localeCompare(other.openedAt));
    },

    async sign({ centre, id }, signed) {
      const onReplicas = replicas.begin();
      if ((await redis.hsetnx(redisKeys.glass(centre, id), SIGNED, JSON.stringify(signed))) !== 1) return false;
      await redis
        .multi()
        .expire(redisKeys.glass(centre, id), keptForSeconds)
        .srem(redisKeys.glassUnsigned(centre), id)
        .exec();
      await onReplicas();
      return true;
    },
  };
}
