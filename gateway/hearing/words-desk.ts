import type { Redis } from 'ioredis';
import type { WordsHeard } from '../../mappings/dialects/dialect.ts';
import { GatewayError } from '../failures.ts';
import type { Seal } from '../lanes/sealing.ts';
import { redisKeys } from '../redis/redis-keys.ts';

/** Free text that came from a partner about a request, which a person reads before it is kept. */
export interface WordsWaiting extends WordsHeard {
  /** UUID made from the message and its place in it: hearing it again makes no second one. */
  readonly id: string;
  readonly centre: string;
  /** The partner whose system sent it. */
  readonly from: string;
  /** Business identifier of the request that it is about. */
  readonly request: string;
  /** FHIR instant. */
  readonly heardAt: string;
}

export type WordsDecision = 'kept' | 'dropped';

/** What a person decided of words, about which request they were. */
export interface WordsDecided {
  readonly decision: WordsDecision;
  readonly request: string;
}

export interface WordsDesk {
  /** Durable when it returns; words that a person has decided of do not come back. */
  keepWaiting(words: readonly WordsWaiting[]): Promise<void>;
  /** Oldest first. */
  waiting(centre: string): Promise<readonly WordsWaiting[]>;
  find(centre: string, id: string): Promise<WordsWaiting | undefined>;
  /** What a person of that centre decided of them; undefined for another centre’s. */
  decidedOf(centre: string, id: string): Promise<WordsDecided | undefined>;
  /** Takes them off the desk; they stand in the record by then, or are gone. */
  settle(words: Pick<WordsWaiting, 'centre' | 'id' | 'request'>, decision: WordsDecision): Promise<void>;
}

/** What one centre may have to read: more is a sender out of order, and its message is refused until somebody has read. */
const WAITING_MAX = 5_000;

/** Sealed in Redis, on disk before the message is acknowledged, and without an end: only a person takes them away. */
export function wordsDesk(redis: Redis, seal: Seal, settledForSeconds: number): WordsDesk {
  const opened = (sealed: string): WordsWaiting =>
    // What was sealed is what this desk sealed: its shape is ours.
    seal.open(sealed) as WordsWaiting;

  return {
    async keepWaiting(words) {
      for (const one of words) {
        const key = redisKeys.words(one.centre);
        if ((await redis.exists(redisKeys.wordsSettled(one.id))) === 1) continue;
        if ((await redis.hlen(key)) >= WAITING_MAX)
          throw new GatewayError('unavailable', `${one.centre} has ${WAITING_MAX} words to read`);
        await redis.hsetnx(key, one.id, seal.seal(one));
      }
    },

    async waiting(centre) {
      const all = Object.values(await redis.hgetall(redisKeys.words(centre))).map(opened);
      return all.sort((one, other) => (one.heardAt < other.heardAt ? -1 : 1));
    },

    async find(centre, id) {
      const sealed = await redis.hget(redisKeys.words(centre), id);
      return sealed === null ? undefined : opened(sealed);
    },

    async decidedOf(centre, id) {
      const said = (await redis.get(redisKeys.wordsSettled(id))) ?? '';
      const [decision, of, request] = said.split('|');
      const isOne = decision === 'kept' || decision === 'dropped';
      return isOne && of === centre && request !== undefined ? { decision, request } : undefined;
    },

    async settle({ centre, id, request }, decision) {
      const said = [decision, centre, request].join('|');
      await redis.set(redisKeys.wordsSettled(id), said, 'EX', settledForSeconds);
      await redis.hdel(redisKeys.words(centre), id);
    },
  };
}
