import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Seal } from '../lanes/sealing.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { Replicas } from '../redis/replicas.ts';

/** What one centre said: which child of its own, by its number, and when. */
export interface Side {
  readonly centre: string;
  readonly child: string;
  readonly at: string;
}

/** What a centre said of itself and another; tied once that one has said so too. */
export interface Tie {
  /** Hash of its code: whoever has this has not the code. */
  readonly id: string;
  readonly said: Side;
  readonly to: string;
  /** Until when the other centre may say so. */
  readonly until: string;
  readonly confirmed?: Side;
}

/**
 * Ties between centres, kept outside FHIR: sealed, so that who only has Redis joins no child of one centre to a child of another. What a
 * centre said is under the hash of a code, and each child’s file holds it sealed, so that it goes with either file.
 */
export interface TieBook {
  /** On disk, and on as many replicas as are asked for, when it returns. Throws `unavailable`. */
  say(tie: Omit<Tie, 'confirmed'>, forSeconds: number): Promise<void>;
  /** By the code that a person was given; undefined for one that nobody was, and once its time is over. */
  byCode(code: string): Promise<Tie | undefined>;
  /** False when the code has served already, or its time is over. */
  confirm(tie: Tie, confirmed: Side): Promise<boolean>;
  /** Of one child at one centre, confirmed or not; the oldest first. */
  of(centre: string, child: string): Promise<readonly Tie[]>;
  /** For both centres at once. */
  remove(tie: Tie): Promise<void>;
}

export interface TieBookDeps {
  readonly redis: Redis;
  readonly replicas: Replicas;
  readonly seal: Seal;
  readonly newField: () => string;
}

const SAID = 'said';
const CONFIRMED = 'confirmed';

/** As it is typed: without spaces, dashes or case. */
export const idOfCode = (code: string): string =>
  createHash('sha256').update(code.toUpperCase().replaceAll(/[\s-]/g, '')).digest('hex');

export function tieBook({ redis, replicas, seal, newField }: TieBookDeps): TieBook {
  const find = async (id: string): Promise<Tie | undefined> => {
    const { [SAID]: said, [CONFIRMED]: confirmed } = await redis.hgetall(redisKeys.tie(id));
    if (said === undefined) return undefined;
    // What opens under our own key this book wrote.
    const tie = seal.open(said) as Tie;
    return confirmed === undefined ? tie : { ...tie, confirmed: seal.open(confirmed) as Side };
  };
  /** Under the child’s own key, by a name drawn at random: who joined both sides by it would know what neither key says. */
  const noteAt = async ({ centre, child }: Side, id: string): Promise<void> => {
    await redis.hset(redisKeys.tiesOf(centre, child), newField(), seal.seal(id));
  };
  const forgetAt = async ({ centre, child }: Side, id: string): Promise<void> => {
    const key = redisKeys.tiesOf(centre, child);
    for (const [field, sealed] of Object.entries(await redis.hgetall(key)))
      if (seal.open(sealed) === id) await redis.hdel(key, field);
  };

  return {
    async say(tie, forSeconds) {
      const onReplicas = replicas.begin();
      await redis
        .multi()
        .hset(redisKeys.tie(tie.id), { [SAID]: seal.seal(tie) })
        .expire(redisKeys.tie(tie.id), forSeconds)
        .exec();
      await noteAt(tie.said, tie.id);
      await onReplicas();
    },

    byCode: (code) => find(idOfCode(code)),

    async confirm({ id }, confirmed) {
      const onReplicas = replicas.begin();
      const key = redisKeys.tie(id);
      if ((await redis.hsetnx(key, CONFIRMED, seal.seal(confirmed))) !== 1) return false;
      await redis.persist(key);
      if ((await redis.hexists(key, SAID)) !== 1) {
        // Its time was over between the look and this.
        await redis.del(key);
        return false;
      }
      await noteAt(confirmed, id);
      await onReplicas();
      return true;
    },

    async of(centre, child) {
      const key = redisKeys.tiesOf(centre, child);
      const found: Tie[] = [];
      for (const [field, sealed] of Object.entries(await redis.hgetall(key))) {
        const tie = await find(String(seal.open(sealed)));
        // Its time is over, it was taken back, or the other file was destroyed.
        if (tie === undefined) await redis.hdel(key, field);
        else found.push(tie);
      }
      return found.sort((one, other) => one.said.at.localeCompare(other.said.at));
    },

    async remove({ id, said, confirmed }) {
      const onReplicas = replicas.begin();
      await redis.del(redisKeys.tie(id));
      for (const side of [said, ...(confirmed === undefined ? [] : [confirmed])]) await forgetAt(side, id);
      await onReplicas();
    },
  };
}
