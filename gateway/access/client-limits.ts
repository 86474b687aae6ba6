import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { GatewayError } from '../failures.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { Caller } from './caller.ts';

/** Counts one more call of a client. Throws `tooMany` with how long to wait. */
export type ClientLimits = (caller: Caller) => Promise<void>;

const MINUTE_SECONDS = 60;
/** A process takes so many calls at a time from what all share: Redis writes to disk once for them, not for each. */
const TAKEN_AT_ONCE = 20;

/**
 * How many calls a client makes in a minute, over all processes: a program that has gone wrong does not slow down the others. Each process
 * may hold some calls that it has taken and not seen yet.
 */
export function clientLimits(redis: Redis, { perMinute }: { readonly perMinute: number }): ClientLimits {
  const takes = Math.max(1, Math.min(TAKEN_AT_ONCE, Math.floor(perMinute / TAKEN_AT_ONCE)));
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: redisKeys.clientLimit,
    points: perMinute,
    duration: MINUTE_SECONDS,
    rejectIfRedisNotReady: true,
  });
  const left = new Map<string, number>();
  return async (caller) => {
    const key = keyOf(caller);
    const mine = left.get(key) ?? 0;
    if (mine > 0) {
      left.set(key, mine - 1);
      return;
    }
    try {
      await limiter.consume(key, takes);
      left.set(key, (left.get(key) ?? 0) + takes - 1);
    } catch (refused) {
      // Without Redis nothing is accepted anyway, and what is read needs no counter.
      if (!(refused instanceof RateLimiterRes)) return;
      throw new GatewayError('tooMany', 'client limit', { issues: [WAIT], retryAfterMs: refused.msBeforeNext });
    }
  };
}

/** Of the registry's ids, or what the issuer calls the client: hashed, so that a key is always of one length. */
const keyOf = ({ kind, id, client = '' }: Caller): string =>
  createHash('sha256').update(`${kind}|${id}|${client}`).digest('base64url');

const WAIT = {
  severity: 'error',
  code: 'throttled',
  text: {
    fr: 'Trop d’appels de ce client en une minute. Attendez le temps que dit Retry-After.',
    en: 'Too many calls of this client in a minute. Wait as long as Retry-After says.',
  },
} as const;
