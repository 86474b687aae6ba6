import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { GatewayError } from '../failures.ts';
import { redisKeys } from '../redis/redis-keys.ts';

/** How often each may be done: `points` in `seconds`, over all processes. */
const LIMITS = {
  /** Whatever one address sends. */
  address: { points: 120, seconds: 600 },
  /** Codes sent for one link. */
  code: { points: 4, seconds: 900 },
  codeInADay: { points: 12, seconds: 86_400 },
  /** Codes tried for one link: with five tries each, two hundredths of a percent of all codes in a day. */
  tryInADay: { points: 20, seconds: 86_400 },
} as const;

export type PageLimit = keyof typeof LIMITS;

/** Counts one more. Throws GatewayError `tooMany`; the same for a link that exists and one that does not. */
export type PageLimits = (limit: PageLimit, key: string) => Promise<void>;

/** Keys are hashed: an address is a person's. */
export function pageLimits(redis: Redis): PageLimits {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, { points, seconds: duration }]) => [
      name,
      new RateLimiterRedis({ storeClient: redis, keyPrefix: `${redisKeys.pageLimit}:${name}`, points, duration }),
    ]),
  );
  return async (limit, key) => {
    try {
      await limiters[limit]?.consume(createHash('sha256').update(key).digest('base64url'));
    } catch (refused) {
      if (refused instanceof RateLimiterRes)
        throw new GatewayError('tooMany', `page limit ${limit}`, { issues: [WAIT] });
      throw new GatewayError('unavailable', 'the limits cannot be counted', { cause: refused });
    }
  };
}

const WAIT = {
  severity: 'error',
  code: 'throttled',
  text: {
    fr: 'Trop d’essais pour l’instant. Attendez un peu, ou appelez le numéro du message reçu.',
    en: 'Too many tries for now. Wait a little, or call the number in the message you received.',
  },
} as const;
