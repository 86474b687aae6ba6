import type { Redis } from 'ioredis';
import type { Issue } from '../../profiles/issue.ts';
import { GatewayError } from '../failures.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import { NOT_COPIED, type Replicas } from '../redis/replicas.ts';
import type { Intake } from './intake.ts';
import type { Queues } from './queues.ts';

export interface PressureDeps {
  readonly redis: Redis;
  readonly queues: Pick<Queues, 'laneCount' | 'lane'>;
  /** Who must have what is written, beside Redis itself; nobody when absent. */
  readonly replicas?: Replicas;
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
  /** Enough replicas have what is written; absent where Redis is alone. */
  readonly replicated?: boolean;
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
const FOLLOW_WITHIN_MS = 2_500;
const NO_REDIS: PressureTold = { redis: false, writable: false, oldestSeconds: 0 };

/** How near the queues are to their limits. Everything is looked at once a second at most, however much is asked. */
export function pressure({ redis, queues, replicas, memoryMaxPercent, ageMaxMs, now }: PressureDeps): Pressure {
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
        seen = { at: now(), told: withReplicas(unlessSilent(look().catch(() => NO_REDIS)), replicas) };
      return seen.told;
    },
  };
}

/** The same intake, which takes nothing more before Redis is full, the queues are too old or its replicas no longer follow. Throws `unavailable` with a `Retry-After`. */
export function boundedIntake(taken: Intake, limits: Pressure): Intake {
  return {
    async accept(acceptance) {
      const { full, replicated } = await limits.told();
      if (replicated === false)
        throw new GatewayError('unavailable', 'the replicas of Redis do not follow', {
          issues: [NOT_COPIED],
          retryAfterMs: RETRY_AFTER_MS,
        });
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

/** Whether the replicas follow is found before anything is written that they would not have. */
async function withReplicas(told: Promise<PressureTold>, replicas: Replicas | undefined): Promise<PressureTold> {
  if (replicas === undefined) return told;
  const following = within(
    FOLLOW_WITHIN_MS,
    replicas
      .begin()()
      .then(() => true)
      .catch(() => false),
    false,
  );
  const seen = await told;
  return seen.redis ? { ...seen, replicated: await following } : seen;
}

const takesWrites = (redis: Redis, at: number): Promise<boolean> =>
  redis.set(redisKeys.lastLook, at, 'EX', 60).then(
    () => true,
    () => false,
  );

const unlessSilent = (told: Promise<PressureTold>): Promise<PressureTold> => within(SILENCE_MS, told, NO_REDIS);

const within = <T>(ms: number, asked: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([
    asked,
    new Promise<T>((resolve) => {
      setTimeout(() => resolve(otherwise), ms).unref();
    }),
  ]);
