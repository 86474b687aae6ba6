import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { isOn } from '../../../gateway/access/switches.ts';
import { provinceOf } from '../../../gateway/province-of.ts';
import { redisKeys } from '../../../gateway/redis/redis-keys.ts';
import type { Centre, Registry } from '../../../gateway/registry.ts';
import { dateOf } from '../../../mappings/ledger/day.ts';
import { localDayIn } from '../../../mappings/ledger/local-day.ts';
import { isWorkingDay } from '../../../mappings/watch/work-calendar.ts';

/** What leaves of the watch, and to which centre: the rest is known only when it leaves. */
export type NoticeJob =
  | { readonly kind: 'webhook'; readonly centre: string; readonly id: string }
  /** `day`: date at the centre. */
  | { readonly kind: 'mail'; readonly centre: string; readonly day: string };

export interface Notices {
  /** A centre’s findings are about to change: noted before they do, so that whoever dies in between tells it all the same. */
  note(centre: string): Promise<void>;
  /** At the end of a round: queues what was noted, and once each working day, in the morning, the count. */
  tell(): Promise<void>;
}

export interface NoticesDeps {
  readonly redis: Pick<Redis, 'sadd' | 'smembers' | 'srem' | 'hget' | 'hset'>;
  readonly queue: Pick<Queue<NoticeJob>, 'add'>;
  readonly registry: Pick<Registry, 'centre' | 'centres'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

const MORNING_HOUR = 8;
const KEPT = { removeOnComplete: true, removeOnFail: { age: 7 * 86_400, count: 1_000 } } as const;
/** From ten seconds on, each time twice as long: a little more than a day in all. */
const WEBHOOK_TRIES = { attempts: 14, backoff: { type: 'exponential', delay: 10_000, jitter: 0.5 } } as const;
/** A count is good for its day. */
const MAIL_TRIES = { attempts: 11, backoff: { type: 'exponential', delay: 30_000, jitter: 0.5 } } as const;

/** What the watch tells a centre beside its list; nothing of a centre that has not turned it on. Both throw what Redis throws. */
export function notices({ redis, queue, registry, now, newId }: NoticesDeps): Notices {
  const changed = async (): Promise<void> => {
    for (const centre of await redis.smembers(redisKeys.findingsChanged)) {
      if (isOn(registry.centre(centre), 'watchWebhook'))
        await queue.add('webhook', { kind: 'webhook', centre, id: newId() }, { ...KEPT, ...WEBHOOK_TRIES });
      // Whoever dies before this line tells it twice.
      await redis.srem(redisKeys.findingsChanged, centre);
    }
  };
  const counted = async (centre: Centre): Promise<void> => {
    const day = morningAt(centre, now());
    if (day === undefined || (await redis.hget(redisKeys.findingsCounted, centre.id)) === day) return;
    await queue.add(
      'mail',
      { kind: 'mail', centre: centre.id, day },
      { ...KEPT, ...MAIL_TRIES, jobId: `mail-${centre.id}-${day}` },
    );
    await redis.hset(redisKeys.findingsCounted, centre.id, day);
  };
  return {
    async note(centre) {
      if (isOn(registry.centre(centre), 'watchWebhook')) await redis.sadd(redisKeys.findingsChanged, centre);
    },
    async tell() {
      await changed();
      for (const centre of registry.centres) if (isOn(centre, 'watchMail')) await counted(centre);
    },
  };
}

/** The date at a centre, from the morning of a working day on. */
function morningAt(centre: Centre, at: Date): string | undefined {
  const { timeZone } = centre;
  const day = localDayIn(timeZone)(at.getTime());
  const hour = Number(new Intl.DateTimeFormat('en-CA', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));
  return hour >= MORNING_HOUR && isWorkingDay(day, provinceOf(centre)) ? dateOf(day) : undefined;
}
