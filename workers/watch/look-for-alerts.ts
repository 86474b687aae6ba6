import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Pressure } from '../../gateway/lanes/pressure.ts';
import { ALERTS, type AlertBook, type Watched } from '../../gateway/operations/alerts.ts';
import type { QueuesTold } from '../../gateway/operations/metrics.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';

export interface LookForAlertsDeps {
  readonly redis: Pick<Redis, 'exists'>;
  readonly book: AlertBook;
  readonly told: () => Promise<QueuesTold>;
  readonly pressure: Pressure;
  /** Whether HAPI answers. */
  readonly recordAnswers: () => Promise<boolean>;
  readonly partners: readonly string[];
  readonly centres: readonly string[];
  readonly laneAgeMs: number;
  readonly deliveryAgeMs: number;
  readonly memoryPercent: number;
  readonly log: Logger;
}

interface Seen extends Watched {
  readonly stands: boolean;
  /** How long it must have stood. */
  readonly afterMs?: number;
}

/** HAPI pauses to collect its garbage: one silence says nothing. */
const SILENCE_MS = 20_000;

/** One look at everything that somebody must be told of; what opens or closes is written in the log, once. Gives how many did. */
export function lookForAlerts(deps: LookForAlertsDeps): () => Promise<number> {
  const { book, log } = deps;
  return async () => {
    let changes = 0;
    const all = await seen(deps);
    // What nobody looks at any more, such as a partner that has left the registry, has no cause either.
    const left = (await book.open()).filter(({ alert, of }) => !all.some((it) => it.alert === alert && it.of === of));
    const gone = left.map(({ alert, of }): Seen => ({ alert, of, stands: false }));
    for (const { stands, afterMs, ...it } of [...all, ...gone]) {
      const change = await book.note(it, stands, afterMs);
      if (change === undefined) continue;
      changes += 1;
      const { alert: kind, of } = it;
      // One is as important as the other to whoever was woken.
      log.warn({ alert: change, kind, of }, `${ALERTS[kind].fr} / ${ALERTS[kind].en}`);
    }
    return changes;
  };
}

async function seen(deps: LookForAlertsDeps): Promise<readonly Seen[]> {
  const [{ queues, letters }, { memoryPercent = 0 }, answers] = await Promise.all([
    deps.told(),
    deps.pressure.told(),
    deps.recordAnswers(),
  ]);
  const oldestMs = (queue: string, of?: string): number =>
    1_000 *
    Math.max(0, ...queues.filter((it) => it.queue === queue && (of ?? it.of) === it.of).map((it) => it.oldestSeconds));
  const away = await Promise.all(deps.partners.map((partner) => deps.redis.exists(redisKeys.partnerAway(partner))));
  const unsigned = await Promise.all(deps.centres.map((centre) => deps.redis.exists(redisKeys.glassUnsigned(centre))));
  return [
    // Two causes, one alert: what waits after a partner came back is the same trouble, not a second one.
    ...deps.partners.map((partner, at): Seen => {
      const stands = away[at] === 1 || oldestMs('deliver', partner) >= deps.deliveryAgeMs;
      return { alert: 'partner-behind', of: partner, stands };
    }),
    { alert: 'lanes-behind', of: '', stands: oldestMs('lane') >= deps.laneAgeMs },
    ...(['event', 'delivery'] as const).map(
      (kind): Seen => ({
        alert: 'set-aside',
        of: kind,
        stands: letters.some((letter) => (letter.kind === 'delivery') === (kind === 'delivery')),
      }),
    ),
    ...deps.centres.map((of, at): Seen => ({ alert: 'emergency-access', of, stands: unsigned[at] === 1 })),
    { alert: 'record-away', of: '', stands: !answers, afterMs: SILENCE_MS },
    { alert: 'redis-memory', of: '', stands: memoryPercent >= deps.memoryPercent },
  ];
}
