import { setTimeout as pause } from 'node:timers/promises';
import type { Queues } from '../../gateway/lanes/queues.ts';
import type { Client } from './client.ts';
import type { History, QueueSeen } from './history.ts';
import { exchangesSeen } from './look-after.ts';
import type { PartnerStaff } from './partner-staff.ts';
import { PARTNERS } from './partners.ts';
import type { World } from './topology.ts';

const LOOK_EVERY_MS = 2_000;
const FINAL: ReadonlySet<string> = new Set(['synced', 'superseded', 'refused', 'parked']);

export interface QuietDeps {
  readonly client: Client;
  readonly queues: Queues;
  readonly staff: readonly PartnerStaff[];
  readonly world: World;
  readonly say: (line: string) => void;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

/** Quiet is when nothing waits anywhere and nobody has anything left to say, for longer than the watch takes to look again. */
export async function untilQuiet(deps: QuietDeps): Promise<History['quiet']> {
  const { world, say, withinMs, signal } = deps;
  const began = performance.now();
  const stillMs = 2 * Number(world.settings.WATCH_EVERY_MS) + LOOK_EVERY_MS;
  const final = new Set<string>();
  let quietSince: number | undefined;
  let seen: JobsSeen = new Map();
  for (;;) {
    const { waitsFor, jobs } = await whatWaits(deps, final, seen).catch((error: unknown) => ({
      waitsFor: [String(error)],
      jobs: seen,
    }));
    seen = jobs;
    const now = performance.now();
    if (waitsFor.length > 0 || seen.size === 0) quietSince = undefined;
    else quietSince ??= now;
    const afterMs = Math.round(now - began);
    if (quietSince !== undefined && now - quietSince >= stillMs) return { reached: true, afterMs, waitsFor };
    if (afterMs > withinMs) return { reached: false, afterMs, waitsFor };
    say(`      quiet in ${(afterMs / 1_000).toFixed(0)} s? ${waitsFor.join(', ') || 'nothing waits'}`);
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
}

async function whatWaits(
  { client, queues, staff, world }: QuietDeps,
  final: Set<string>,
  before: JobsSeen,
): Promise<{ readonly waitsFor: readonly string[]; readonly jobs: JobsSeen }> {
  const jobs = await jobsSeen(queues);
  const left = leftIn(jobs, before).filter((queue) => queue.left > 0);
  // An exchange about a request is told from HAPI too: asked while there is work, they would slow it down.
  const open = left.length > 0 ? [] : acknowledgedIds(client).filter((id) => !final.has(id));
  for (const { id, state } of await exchangesSeen(world, open)) if (FINAL.has(state)) final.add(id);
  const unsettled = open.filter((id) => !final.has(id)).length;
  const busy = world.partners.filter((_, n) => staff[n]?.isIdle() !== true).map(({ id }) => `${id} answers`);
  const waitsFor = [
    ...left.map((queue) => `${queue.name}: ${queue.left}`),
    ...(unsettled > 0 ? [`${unsettled} exchanges`] : []),
    ...busy,
  ];
  return { waitsFor, jobs };
}

/** The exchange of every acknowledgement, once. */
export const acknowledgedIds = (client: Client): readonly string[] => [
  ...new Set(client.sent().flatMap(({ acknowledged }) => acknowledged.map(({ exchange }) => exchange))),
];

/** By queue, the ids of what waits or runs there, or failed and was not set aside. */
type JobsSeen = ReadonlyMap<string, ReadonlySet<string>>;

async function jobsSeen(queues: Queues): Promise<JobsSeen> {
  const lanes = Array.from({ length: queues.laneCount }, (_, lane) => lane);
  const all = [
    ...lanes.map((lane) => ({
      name: `lane ${lane}`,
      queue: queues.lane(lane),
      states: [...WAITING, 'failed' as const],
    })),
    ...lanes.map((lane) => ({
      name: `beside ${lane}`,
      queue: queues.beside(lane),
      states: [...WAITING, 'failed' as const],
    })),
    // A delivery that failed for good is set aside by a letter.
    ...PARTNERS.map(({ id }) => ({ name: `deliver ${id}`, queue: queues.delivery(id), states: WAITING })),
  ];
  const seen = await Promise.all(
    all.map(async ({ name, queue, states }) => {
      const jobs = await queue.getJobs([...states]);
      return [name, new Set(jobs.flatMap((job) => job?.id ?? []))] as const;
    }),
  );
  return new Map(seen);
}

const WAITING = ['waiting', 'active', 'delayed', 'prioritized'] as const;

/** What was there at the look before too: the reconciler queues now and then what turns out to need nothing, and that is gone at once. */
const leftIn = (jobs: JobsSeen, before: JobsSeen): readonly QueueSeen[] =>
  [...jobs].map(([name, ids]) => ({ name, left: [...ids].filter((id) => before.get(name)?.has(id) ?? false).length }));

/** What stays in each queue from one look to the next. */
export async function queuesSeen(queues: Queues): Promise<readonly QueueSeen[]> {
  const before = await jobsSeen(queues);
  await pause(LOOK_EVERY_MS);
  return leftIn(await jobsSeen(queues), before);
}
