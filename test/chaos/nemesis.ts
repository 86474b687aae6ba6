import { setTimeout as pause } from 'node:timers/promises';
import type { FaultProxy, Passage } from './fault-proxy.ts';
import { type DoneFault, FAULT_KINDS, type FaultKind, type PlannedFault } from './faults.ts';
import { type KeptProcess, pauseFor } from './kept-process.ts';
import { placeOf } from './schedule.ts';
import type { World } from './topology.ts';

export interface NemesisDeps {
  readonly world: World;
  readonly elapsedMs: () => number;
  readonly say: (line: string) => void;
  /** Sends until the queue refuses, for so long; false when it never did. */
  readonly fillQueue: (forMs: number) => Promise<boolean>;
  readonly poison: () => Promise<void>;
  /** Aborted when the run is given up. */
  readonly signal: AbortSignal;
}

/** Does every fault at its moment; those on the same part one after the other. Resolves when each has been mended again. */
export async function playFaults(schedule: readonly PlannedFault[], deps: NemesisDeps): Promise<readonly DoneFault[]> {
  const places = new Map<string, Promise<unknown>>();
  return Promise.all(
    schedule.map(async (fault) => {
      await pause(Math.max(0, fault.atMs - deps.elapsedMs()), undefined, { signal: deps.signal }).catch(
        () => undefined,
      );
      const before = places.get(placeOf(fault)) ?? Promise.resolve();
      const done = before.then(() => playFault(fault, deps));
      places.set(placeOf(fault), done);
      return done;
    }),
  );
}

async function playFault(fault: PlannedFault, deps: NemesisDeps): Promise<DoneFault> {
  const beganMs = deps.elapsedMs();
  const { en } = FAULT_KINDS[fault.kind].words;
  const tell = (what: string) => deps.say(`${(deps.elapsedMs() / 1_000).toFixed(0).padStart(4)} s  ${what}`);
  tell(`${en} (${nameOf(fault, deps.world)}), ${(fault.forMs / 1_000).toFixed(1)} s`);
  try {
    if (deps.signal.aborted) throw new Error('the run was given up');
    await ACTS[fault.kind](fault, deps);
    return { ...fault, beganMs, endedMs: deps.elapsedMs() };
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    tell(`… ${en}: ${failed}`);
    return { ...fault, beganMs, endedMs: deps.elapsedMs(), failed };
  }
}

function nameOf(fault: PlannedFault, { gateways, workers, partners }: World): string {
  const { part } = FAULT_KINDS[fault.kind];
  const named = {
    gateway: gateways[fault.which]?.name,
    worker: workers[fault.which]?.name,
    partner: partners[fault.which]?.id,
  };
  return (part in named ? named[part as keyof typeof named] : undefined) ?? part;
}

type Act = (fault: PlannedFault, deps: NemesisDeps) => Promise<void>;

function there<T>(all: readonly T[], { which }: PlannedFault): T {
  const found = all[which];
  if (found === undefined) throw new RangeError(`there is no number ${which}`);
  return found;
}

const toProcess =
  (
    find: (world: World, fault: PlannedFault) => KeptProcess,
    act: (process: KeptProcess, ms: number) => Promise<void>,
  ): Act =>
  (fault, { world }) =>
    act(find(world, fault), fault.forMs);

const gateway = (world: World, fault: PlannedFault) => there(world.gateways, fault);
const worker = (world: World, fault: PlannedFault) => there(world.workers, fault);
const partner = (world: World, fault: PlannedFault) => there(world.partners, fault).process;
const kill = (process: KeptProcess, ms: number) => process.killFor(ms);
const stop = (process: KeptProcess, ms: number) => process.stopFor(ms);
const pausing = (process: KeptProcess, ms: number) => process.pauseFor(ms);

const onWay =
  (find: (world: World, fault: PlannedFault) => readonly FaultProxy[], passage: Passage): Act =>
  async (fault, { world, signal }) => {
    const proxies = find(world, fault);
    for (const proxy of proxies) proxy.set(passage);
    await pause(fault.forMs, undefined, { signal }).catch(() => undefined);
    for (const proxy of proxies) proxy.set({ kind: 'open' });
  };

const toRecord = ({ proxies }: World) => [proxies.record];
const toQueue = ({ proxies }: World) => [proxies.queue];
const toDoors = ({ proxies }: World) => proxies.doors;
const toPartner = (world: World, fault: PlannedFault) => [there(world.partners, fault).proxy];

/** A part of the stack is killed, stays away, and is started on the same port and data; as behind a load balancer, nobody reaches it before it is ready. */
const killPart =
  (name: 'hapi' | 'redis', proxyOf: (world: World) => readonly FaultProxy[]): Act =>
  async ({ forMs }, { world }) => {
    const part = world.stack[name];
    await part.kill();
    for (const proxy of proxyOf(world)) proxy.set({ kind: 'cut' });
    await pause(forMs);
    await startedAgain(() => part.restart());
    for (const proxy of proxyOf(world)) proxy.set({ kind: 'open' });
  };

/** A loaded machine may not have it ready in the launcher's time: a supervisor starts it once more. */
async function startedAgain(restart: () => Promise<void>, triesLeft = 3): Promise<void> {
  try {
    await restart();
  } catch (error) {
    if (triesLeft === 0) throw error;
    await startedAgain(restart, triesLeft - 1);
  }
}

/** A container has no process of ours to stop: then its connections stand still, which looks the same from outside. */
const pausePart =
  (name: 'hapi' | 'redis', find: (world: World) => readonly FaultProxy[]): Act =>
  async (fault, deps) => {
    const { pid } = deps.world.stack[name];
    if (pid === undefined) return onWay(find, { kind: 'slow', ms: fault.forMs })(fault, deps);
    await pauseFor(pid, fault.forMs);
  };

const ACTS: Readonly<Record<FaultKind, Act>> = {
  'kill-gateway': toProcess(gateway, kill),
  'pause-gateway': toProcess(gateway, pausing),
  'stop-gateway': toProcess(gateway, stop),
  'kill-worker': toProcess(worker, kill),
  'pause-worker': toProcess(worker, pausing),
  'stop-worker': toProcess(worker, stop),
  'kill-queue': killPart('redis', toQueue),
  'pause-queue': pausePart('redis', toQueue),
  'cut-queue': onWay(toQueue, { kind: 'cut' }),
  'slow-queue': onWay(toQueue, { kind: 'slow', ms: 60 }),
  'lose-queue-answers': onWay(toQueue, { kind: 'answers-lost' }),
  'kill-record': killPart('hapi', toRecord),
  'pause-record': pausePart('hapi', toRecord),
  'cut-record': onWay(toRecord, { kind: 'cut' }),
  'slow-record': onWay(toRecord, { kind: 'slow', ms: 250 }),
  'lose-record-answers': onWay(toRecord, { kind: 'answers-lost' }),
  'kill-partner': toProcess(partner, kill),
  'pause-partner': toProcess(partner, pausing),
  'cut-partner': onWay(toPartner, { kind: 'cut' }),
  'lose-partner-answers': onWay(toPartner, { kind: 'answers-lost' }),
  'cut-doors': onWay(toDoors, { kind: 'cut' }),
  'lose-doors-answers': onWay(toDoors, { kind: 'answers-lost' }),
  'fill-queue': async ({ forMs }, { world, fillQueue }) => {
    const paused = Promise.all(world.workers.map((one) => one.pauseFor(forMs)));
    const refused = await fillQueue(forMs);
    await paused;
    if (!refused) throw new Error('the queue never refused');
  },
  poison: (_fault, { poison }) => poison(),
};
