import type { Job, Queue } from 'bullmq';
import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import { openEvent } from '../lanes/lane-envelope.ts';
import type { Queues } from '../lanes/queues.ts';
import type { Seal } from '../lanes/sealing.ts';
import { type Owned, ownsEvent } from './owned.ts';
import type { Trace } from './queue-traces.ts';

const STATES = ['waiting', 'prioritized', 'delayed', 'completed', 'failed'] as const;
const PAGE = 500;

/** Events of the child in these lanes and beside them, done ones too; the exchanges that they are of are noted on the way. */
export async function* laneTraces(
  queues: Queues,
  lanes: readonly number[],
  seal: Seal,
  owned: Owned,
): AsyncGenerator<Trace> {
  for (const lane of lanes)
    for (const [place, queue] of [
      ['lane', queues.lane(lane)],
      ['beside', queues.beside(lane)],
    ] as const)
      for (const job of await jobsWhere(queue, ({ sealed }) => isOwn(sealed, seal, owned))) {
        owned.exchanges.add(job.data.exchangeId);
        yield { place, remove: async () => void (await job.remove()) };
      }
}

/** Deliveries that wait, or have been: ids only, but their work would look for what is gone. */
export async function* deliveryTraces(
  queues: Queues,
  partners: readonly string[],
  { tasks }: Owned,
): AsyncGenerator<Trace> {
  for (const partner of partners) {
    const queue = queues.delivery(partner);
    for (const job of await jobsWhere(queue, ({ task }) => tasks.has(task)))
      yield {
        place: 'delivery',
        remove: async () => {
          await job.remove();
          await queue.removeDeduplicationKey(job.data.task);
        },
      };
  }
}

/** Whether a worker has one of the child’s events in its hands. */
export async function isAtWork(queues: Queues, lanes: readonly number[], seal: Seal, owned: Owned): Promise<boolean> {
  for (const lane of lanes)
    for (const queue of [queues.lane(lane), queues.beside(lane)])
      if ((await queue.getActive()).some(({ data }) => isOwn(data.sealed, seal, owned))) return true;
  return false;
}

/** What does not open any more, since its key is gone, tells nothing to anybody. */
function isOwn(sealed: string, seal: Seal, owned: Owned): boolean {
  const event = opened(seal, sealed);
  return event !== undefined && ownsEvent(owned, event);
}

export function opened(seal: Seal, sealed: string): LaneEvent | undefined {
  try {
    return openEvent(seal, sealed);
  } catch {
    return undefined;
  }
}

async function jobsWhere<T>(queue: Queue<T>, wanted: (data: T) => boolean): Promise<readonly Job<T>[]> {
  const found = new Map<string, Job<T>>();
  for (const state of STATES)
    for (let start = 0; ; start += PAGE) {
      const jobs = await queue.getJobs([state], start, start + PAGE - 1, true);
      // A job may end between its id and its data.
      for (const job of jobs) if (job?.id !== undefined && wanted(job.data)) found.set(job.id, job);
      if (jobs.length < PAGE) break;
    }
  return [...found.values()];
}
