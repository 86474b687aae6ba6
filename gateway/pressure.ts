import type { Redis } from 'ioredis';
import type { Issue } from '../profiles/issue.ts';
import { GatewayError } from './failures.ts';
import type { Intake } from './intake.ts';
import type { Queues } from './queues.ts';
import { redisKeys } from './redis-keys.ts';

export interface PressureDeps {
  readonly redis: Redis;
  readonly queues: Pick<Queues, 'laneCount' | 'lane'>;
  /** Part of Redis' `maxmemory` that may be in use, in percent; without a `maxmemory` there is no such limit. */
  readonly memoryMaxPercent: number;
  /** Age of the oldest event that waits in a lane. */
  readonly ageMaxMs: number;
  readonly now: () => number;
}

/** What stands between the gateway and taking more. */
export interface PressureTold {
  /** Redis answers. */
  readonly redis: boolean;
  /** It takes writes: it is no replica, its disk is not full, it has memory left. */
  readonly writable: boolean;
  readonly memoryPercent?: number;
  readonly oldestSeconds: number;
  readonly full?: 'memory' | 'age';
}

export interface Pressure {
  /** As it was seen at most a second ago; an absent Redis is told within a second. */
  told(): Promise<PressureTold>;
}

const SEEN_FOR_MS = 1_000;
const SILENCE_MS = 1_000;
const NO_REDIS: PressureTold = { redis: false, writable: false, oldestSeconds: 0 };

/** How near the queues are to their limits. Everything is looked at once a second at most, however much is asked. */
export function pressure({ redis, queues, memoryMaxPercent, ageMaxMs, now }: PressureDeps): Pressure {
  let seen: { readonly at: number; readonly told: Promise<PressureTold> } | undefined;

  const oldestMs = async (): Promise<number> => {
    const heads = await Promise.all(
      Array.from({ length: queues.laneCount }, (_, lane) => queues.lane(lane).getWaiting(0, 0)),
    );
    const since = heads.flat().flatMap((job) => job?.timestamp ?? []);
    return since.length === 0 ? 0 : Math.max(0, now() - Math.min(...since));
  };

  const look = async (): Promise<PressureTold> => {
    const [memory, age, writable] = await Promise.all([memoryPercent(redis), oldestMs(), takesWrites(redis, now())]);
    const full = memory !== undefined && memory >= memoryMaxPercent ? 'memory' : age >= ageMaxMs ? 'age' : undefined;
    return {
      redis: true,
      writable,
      oldestSeconds: Math.floor(age / 1_000),
      ...(memory !== undefined && { memoryPercent: memory }),
      ...(full !== undefined && { full }),
    };
  };

  return {
    told() {
      if (seen === undefined || now() - seen.at > SEEN_FOR_MS)
        seen = { at: now(), told: unlessSilent(look().catch(() => NO_REDIS)) };
      return seen.told;
    },
  };
}

/** The same intake, which takes nothing more before Redis is full or the queues are too old. Throws `unavailable` with a `Retry-After`. */
export function boundedIntake(taken: Intake, limits: Pressure): Intake {
  return {
    async accept(acceptance) {
      const { full } = await limits.told();
      if (full !== undefined)
        throw new GatewayError('unavailable', `the queues are full: ${full}`, {
          issues: [FULL],
          retryAfterMs: RETRY_AFTER_MS,
        });
      return taken.accept(acceptance);
    },
  };
}

const RETRY_AFTER_MS = 30_000;

const FULL: Issue = {
  severity: 'error',
  code: 'throttled',
  text: {
    fr: 'La passerelle a trop d’envois en attente pour en prendre d’autres : rien n’a été accepté. Réessayez après le délai de Retry-After.',
    en: 'The gateway has too much waiting to take more: nothing was accepted. Try again after the delay of Retry-After.',
  },
};

async function memoryPercent(redis: Redis): Promise<number | undefined> {
  const info = await redis.info('memory');
  const [used, most] = ['used_memory', 'maxmemory'].map((name) =>
    Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0),
  );
  return most === undefined || most === 0 || used === undefined ? undefined : Math.round((100 * used) / most);
}

const takesWrites = (redis: Redis, at: number): Promise<boolean> =>
  redis.set(redisKeys.lastLook, at, 'EX', 60).then(
    () => true,
    () => false,
  );

const unlessSilent = (told: Promise<PressureTold>): Promise<PressureTold> =>
  Promise.race([
    told,
    new Promise<PressureTold>((resolve) => {
      setTimeout(() => resolve(NO_REDIS), SILENCE_MS).unref();
    }),
  ]);
