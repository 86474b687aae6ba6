import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Queues } from '../../gateway/lanes/queues.ts';

export interface Drained {
  readonly events: number;
  readonly seconds: number;
}

const LOOK_EVERY_MS = 20;

/** What still waits in all lanes. */
export async function waitingIn(queues: Queues): Promise<number> {
  const counts = await Promise.all(lanesOf(queues).map((lane) => queues.lane(lane).getWaitingCount()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many events leave the lanes in so many seconds, or until a lane is empty: then the others alone would be slower. */
export async function drainFor(queues: Queues, seconds: number): Promise<Drained> {
  const start = performance.now();
  const before = await waitingIn(queues);
  for (;;) {
    await pause(LOOK_EVERY_MS);
    const counts = await Promise.all(lanesOf(queues).map((lane) => queues.lane(lane).getWaitingCount()));
    const elapsed = (performance.now() - start) / 1_000;
    if (elapsed >= seconds || counts.includes(0))
      return { events: before - counts.reduce((sum, count) => sum + count, 0), seconds: elapsed };
  }
}

/** Until so many are left. */
export async function drainUntil(queues: Queues, left: number, onLook: (left: number) => void): Promise<void> {
  for (;;) {
    const waiting = await waitingIn(queues);
    onLook(waiting);
    if (waiting <= left) return;
    await pause(1_000);
  }
}

/** Takes the middle out unprocessed: in each lane only the newest are left. Says how many were taken out. Only for a bench. */
export async function removeMiddle(
  { queues, redis }: { readonly queues: Queues; readonly redis: Redis },
  leftInEachLane: number,
): Promise<number> {
  const before = await waitingIn(queues);
  // A lane's newest stands at the head of BullMQ's list.
  for (const lane of lanesOf(queues)) await redis.ltrim(queues.lane(lane).toKey('wait'), 0, leftInEachLane - 1);
  return before - (await waitingIn(queues));
}

const lanesOf = (queues: Queues): readonly number[] => Array.from({ length: queues.laneCount }, (_, lane) => lane);
