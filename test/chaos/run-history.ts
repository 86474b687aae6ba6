import { setMaxListeners } from 'node:events';
import { Redis } from 'ioredis';
import { openQueues, type Queues } from '../../gateway/lanes/queues.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import { seeded } from '../../sandbox/seeded.ts';
import { aCircle } from '../stack/concept-examples.ts';
import { type Client, centreClient } from './client.ts';
import type { DoneFault, PlannedFault } from './faults.ts';
import type { History } from './history.ts';
import { drawFamilies, type Family } from './load-plan.ts';
import { exchangesSeen, lettersSeen, partnerSeen, recordSeen } from './look-after.ts';
import { playFaults } from './nemesis.ts';
import { partnerStaff } from './partner-staff.ts';
import { PARTNERS } from './partners.ts';
import { playLoad } from './play-load.ts';
import { poisoner } from './poison.ts';
import { drawSchedule } from './schedule.ts';
import { startWorld, type World } from './topology.ts';
import { acknowledgedIds, queuesSeen, untilQuiet } from './until-quiet.ts';

export interface RunOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly gateways: number;
  readonly workers: number;
  readonly quietWithinMs: number;
  readonly settings: Readonly<Record<string, string>>;
  /** Logs and the partners' journals. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** What the seed draws, before anything is started. */
export interface Drawn {
  readonly families: readonly Family[];
  readonly schedule: readonly PlannedFault[];
}

export const drawRun = ({
  seed,
  minutes,
  gateways,
  workers,
}: Pick<RunOptions, 'seed' | 'minutes' | 'gateways' | 'workers'>): Drawn => ({
  families: drawFamilies(
    seeded(seed),
    minutes,
    PARTNERS.map(({ id }) => id),
  ),
  schedule: drawSchedule(seeded(seed ^ 0x5eed), minutes, { gateways, workers, partners: PARTNERS.length }),
});

/** Starts everything, plays load and faults, mends, waits for quiet, and looks. What it started is given to `closing`. */
export async function runHistory(
  options: RunOptions,
  { families, schedule }: Drawn,
  closing: Closer,
): Promise<History> {
  const { say } = options;
  const given = new AbortController();
  // Every request and every wait listens.
  setMaxListeners(0, given.signal);
  closing.add(() => given.abort());
  const world = await startWorld(
    { ...options, onDeath: (part) => given.abort(new Error(`${part} ended although nobody killed it`)) },
    closing,
  );
  const startedMs = performance.now();
  const elapsedMs = () => Math.round(performance.now() - startedMs);
  const client = centreClient({
    gatewayUrl: world.gatewayUrl,
    token: world.centreToken,
    elapsedMs,
    signal: given.signal,
  });
  const queues = await queuesOf(world, closing);
  const acts = new Map(families.flatMap((family) => Object.entries(family.acts)));
  const staff = world.partners.map((partner) => partnerStaff(partner, (id) => acts.get(id) ?? [], given.signal));
  const poison = poisoner({
    world,
    queues,
    client,
    orphans: () => options.minutes >= ORPHANS_FROM_MINUTES && elapsedMs() < ORPHANS_UNTIL * options.minutes * 60_000,
  });

  const load = playLoad(families, client, given.signal);
  const nemesis = playFaults(schedule, {
    ...{ world, elapsedMs, say, poison: poison.send, signal: given.signal },
    fillQueue: queueFiller(client, elapsedMs),
  });
  const telling = setInterval(() => say(progressLine(client, elapsedMs())), TELL_EVERY_MS);
  closing.add(() => clearInterval(telling));
  const faults = await nemesis;
  await load;
  given.signal.throwIfAborted();
  say(
    `${(elapsedMs() / 1_000).toFixed(0).padStart(4)} s  the faults have stopped and all is acknowledged: waiting for quiet`,
  );
  const quiet = await untilQuiet({
    client,
    queues,
    staff,
    world,
    say,
    withinMs: options.quietWithinMs,
    signal: given.signal,
  });
  clearInterval(telling);
  say('looking at HAPI, at the partners’ logs and at every exchange');
  const history = await look({ world, client, queues, faults, quiet, poison: poison.sent() });
  given.abort();
  await Promise.all(staff.map(({ over }) => over));
  return history;
}

/** What names something that never comes is set aside after `BESIDE_MAX_MS` only: the end should not wait for it. */
const ORPHANS_UNTIL = 0.7;
const ORPHANS_FROM_MINUTES = 5;
const TELL_EVERY_MS = 10_000;

function progressLine(client: Client, elapsed: number): string {
  const { acknowledged, pending } = client.counts();
  return `${(elapsed / 1_000).toFixed(0).padStart(4)} s  ${acknowledged} acknowledged, ${pending} on their way`;
}

/** Straight to Redis, past the proxy: only the checker and the poison look here. */
async function queuesOf({ stack, settings }: World, closing: Closer): Promise<Queues> {
  const redis = new Redis(stack.redis.url, { maxRetriesPerRequest: null });
  // It is killed again and again.
  redis.on('error', () => undefined);
  closing.add(() => redis.disconnect());
  return openQueues(
    redis,
    Number(settings.LANES),
    PARTNERS.map(({ id }) => id),
    closing,
  );
}

const FILLERS_AT_ONCE = 24;

/** Circles of other children, until the queue says 503. */
function queueFiller(client: Client, elapsedMs: () => number): (forMs: number) => Promise<boolean> {
  let n = 0;
  return async (forMs) => {
    const until = elapsedMs() + forMs;
    let refused = false;
    const one = async (): Promise<void> => {
      while (!refused && elapsedMs() < until) {
        n += 1;
        const [id, child] = [`filler-${n}`, `filler-child-${n}`];
        const status = await client.sendOnce({
          concept: 'care-circle',
          id,
          child,
          version: 1,
          body: aCircle(id, child),
        });
        if (status === 503) refused = true;
      }
    };
    await Promise.all(Array.from({ length: FILLERS_AT_ONCE }, one));
    return refused;
  };
}

interface LookDeps {
  readonly world: World;
  readonly client: Client;
  readonly queues: Queues;
  readonly faults: readonly DoneFault[];
  readonly quiet: History['quiet'];
  readonly poison: History['poison'];
}

async function look({ world, client, queues, faults, quiet, poison }: LookDeps): Promise<History> {
  const sent = client.sent();
  return {
    sent,
    exchanges: await exchangesSeen(world, acknowledgedIds(client)),
    record: await recordSeen(world, sent),
    partners: await Promise.all(world.partners.map(partnerSeen)),
    letters: await lettersSeen(world),
    queues: await queuesSeen(queues),
    poison,
    faults,
    quiet,
  };
}
