import type { Exchanges } from '../../gateway/lanes/exchanges.ts';
import type { Queues } from '../../gateway/lanes/queues.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';

export interface IsEventPendingDeps {
  readonly exchanges: Pick<Exchanges, 'find'>;
  readonly letters: Pick<DeadLetters, 'stands'>;
  readonly queues: Pick<Queues, 'lane'>;
  readonly laneCount: number;
}

const PENDING: ReadonlySet<string> = new Set(['accepted', 'waiting']);

/**
 * Whether an acknowledged event may still reach the record: it waits, or is set aside, for however long that is; what is told of exchanges
 * is forgotten after a time, and what is set aside is not. One that a person closed never will.
 */
export function isEventPending({
  exchanges,
  letters,
  queues,
  laneCount,
}: IsEventPendingDeps): (exchange: string) => Promise<boolean> {
  return async (exchange) => {
    if (await letters.stands(exchange)) return true;
    const found = await exchanges.find(exchange);
    if (found !== undefined) return PENDING.has(found.state);
    const jobs = Array.from({ length: laneCount }, (_, lane) => queues.lane(lane).getJob(exchange));
    return (await Promise.all(jobs)).some((job) => job !== undefined);
  };
}
