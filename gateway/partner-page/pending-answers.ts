import type { Redis } from 'ioredis';
import type { AnswerSaid } from '../../mappings/domain/lane-events.ts';
import { GatewayError } from '../failures.ts';
import type { Seal } from '../lanes/sealing.ts';
import { redisKeys } from '../redis/redis-keys.ts';

/** What a partner answered on the page and can still correct. */
export interface PendingAnswer {
  /** UUID; also the exchange's, once it is applied. */
  readonly id: string;
  readonly answer: AnswerSaid;
  /** When it is applied: FHIR instant. */
  readonly dueAt: string;
}

export interface PendingAnswers {
  /** Keeps the answer, in the place of the one before. False: that one is being applied already, and stands. */
  hold(task: string, pending: PendingAnswer): Promise<boolean>;
  of(task: string): Promise<PendingAnswer | undefined>;
  /** Takes it back. False: it is being applied already. */
  withdraw(task: string): Promise<boolean>;
  /** The answer of this id, if it still stands: from now on it can be neither corrected nor taken back. */
  claim(task: string, id: string): Promise<PendingAnswer | undefined>;
  /** It is applied: nothing is pending any more. */
  applied(task: string, id: string): Promise<void>;
}

/** Each decides and writes in one step, so that a correction and the clock never both win. */
const HOLD = `if redis.call('hget', KEYS[1], 'claimed') == '1' then return 0 end
redis.call('hset', KEYS[1], 'id', ARGV[1], 'sealed', ARGV[2])
return 1`;
const WITHDRAW = `if redis.call('hget', KEYS[1], 'claimed') == '1' then return 0 end
redis.call('del', KEYS[1])
return 1`;
const CLAIM = `if redis.call('hget', KEYS[1], 'id') ~= ARGV[1] then return false end
redis.call('hset', KEYS[1], 'claimed', '1')
return redis.call('hget', KEYS[1], 'sealed')`;
const APPLIED = `if redis.call('hget', KEYS[1], 'id') == ARGV[1] then redis.call('del', KEYS[1]) end
return 1`;

export function pendingAnswers(redis: Redis, seal: Seal): PendingAnswers {
  const run = (script: string, task: string, ...words: string[]): Promise<unknown> =>
    redis.eval(script, 1, redisKeys.pageAnswer(task), ...words);

  return {
    hold: async (task, pending) => (await run(HOLD, task, pending.id, seal.seal(pending))) === 1,
    withdraw: async (task) => (await run(WITHDRAW, task)) === 1,

    async of(task) {
      const sealed = await redis.hget(redisKeys.pageAnswer(task), 'sealed');
      return sealed === null ? undefined : pendingIn(seal.open(sealed));
    },

    async claim(task, id) {
      const sealed = await run(CLAIM, task, id);
      return typeof sealed === 'string' ? pendingIn(seal.open(sealed)) : undefined;
    },

    async applied(task, id) {
      await run(APPLIED, task, id);
    },
  };
}

/** What comes out of our own seal is what we put in. */
function pendingIn(opened: unknown): PendingAnswer {
  if (typeof opened !== 'object' || opened === null || !('answer' in opened) || !('dueAt' in opened))
    throw new GatewayError('internal', 'a pending answer is not what was sealed');
  return opened as PendingAnswer;
}
