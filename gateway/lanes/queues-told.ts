import type { Queue } from 'bullmq';
import { type AlertBook, watchedOf } from '../operations/alerts.ts';
import type { QueuesTold, QueueTold } from '../operations/metrics.ts';
import type { DeadLetters } from '../set-aside/dead-letters.ts';
import type { Queues } from './queues.ts';

export interface QueuesTellerDeps {
  readonly queues: Queues;
  readonly partners: readonly string[];
  readonly centres: readonly string[];
  readonly letters: Pick<DeadLetters, 'list'>;
  readonly alerts?: Pick<AlertBook, 'open'>;
  readonly now: () => Date;
}

/** Deliveries are not tried in the order of their age: so many of those that wait, and of those that wait for their next try, are looked at for the oldest. */
const LOOKED_AT_MAX = 200;

/** How every queue stands: lanes, what waits beside them, deliveries to each partner, what was set aside, and which alerts are open. */
export function queuesTeller({
  queues,
  partners,
  centres,
  letters,
  alerts,
  now,
}: QueuesTellerDeps): () => Promise<QueuesTold> {
  const told = async (queue: string, of: string, it: Queue): Promise<QueueTold> => {
    const [counts, head, later, paused] = await Promise.all([
      it.getJobCounts('waiting', 'delayed', 'prioritized'),
      it.getWaiting(0, queue === 'deliver' ? LOOKED_AT_MAX - 1 : 0),
      it.getDelayed(0, LOOKED_AT_MAX - 1),
      it.isPaused(),
    ]);
    const since = [...head, ...later].flatMap((job) => job?.timestamp ?? []);
    const oldest = Math.min(...since);
    return {
      queue,
      of,
      waiting: Object.values(counts).reduce((sum, count) => sum + count, 0),
      oldestSeconds: since.length === 0 ? 0 : Math.max(0, (now().getTime() - oldest) / 1_000),
      paused,
    };
  };

  return async () => {
    const opened = new Set((await alerts?.open())?.map(({ alert, of }) => `${alert}|${of}`));
    const lanes = Array.from({ length: queues.laneCount }, (_, lane) => lane);
    return {
      queues: await Promise.all([
        ...lanes.map((lane) => told('lane', String(lane), queues.lane(lane))),
        ...lanes.map((lane) => told('beside', String(lane), queues.beside(lane))),
        ...partners.map((partner) => told('deliver', partner, queues.delivery(partner))),
      ]),
      letters: await letters.list({}),
      alerts: watchedOf(partners, centres).map((it) => ({ ...it, isOpen: opened.has(`${it.alert}|${it.of}`) })),
    };
  };
}
