import type { Chance } from '../../sandbox/seeded.ts';
import { FAULT_KINDS, type FaultKind, faultKinds, type Part, type PlannedFault } from './faults.ts';

/** What a run promises to reach; one that did not is no pass. */
export interface Counts {
  readonly acknowledged: number;
  readonly faults: number;
  readonly kinds: number;
  readonly recordKilled: { readonly least: number; readonly most: number };
}

const LONG_MINUTES = 8;

/** By the length of the run; from eight minutes on those of issue 6. */
export const countsFor = (minutes: number): Counts =>
  minutes >= LONG_MINUTES
    ? { acknowledged: 200 * minutes, faults: 30, kinds: 8, recordKilled: { least: 3, most: 5 } }
    : { acknowledged: Math.round(60 * minutes), faults: 8, kinds: 8, recordKilled: { least: 1, most: 1 } };

export interface Topology {
  readonly gateways: number;
  readonly workers: number;
  readonly partners: number;
}

/** A little more than what is promised, for one that cannot be done in time. */
const FAULTS_PER_MINUTE = 4;
const LONG_RECORD_KILLS = 4;
/** HAPI starts for half a minute and more on two cores: nothing else is done to it meanwhile. */
const RECORD_STARTS_MS = 60_000;
const OTHER_STARTS_MS = 6_000;
/** Faults begin when there is something to break, and end before the load does. */
const [FIRST_AT, LAST_AT] = [0.03, 0.95] as const;

/** Draws all faults of a run: HAPI killed at even distances, each other kind once, then whatever comes. */
export function drawSchedule(chance: Chance, minutes: number, topology: Topology): readonly PlannedFault[] {
  const lengthMs = minutes * 60_000;
  const kills = drawRecordKills(chance, lengthMs, minutes >= LONG_MINUTES ? LONG_RECORD_KILLS : 1);
  const count = Math.max(Math.round(FAULTS_PER_MINUTE * minutes), countsFor(minutes).faults + 2) - kills.length;
  const others = faultKinds.filter((kind) => kind !== 'kill-record');
  const kinds = [...chance.shuffled(others), ...Array.from({ length: count }, () => chance.one(others))].slice(
    0,
    count,
  );
  const slotMs = ((LAST_AT - FIRST_AT) * lengthMs) / count;

  const planned: PlannedFault[] = [...kills];
  const left = [...kinds];
  for (let slot = 0; slot < count; slot += 1) {
    const atMs = Math.round(FIRST_AT * lengthMs + (slot + chance.next() * 0.8) * slotMs);
    const drawn = left.map((kind) => drawFault(chance, kind, atMs, topology));
    const free = drawn.findIndex((fault) => !planned.some((other) => collide(fault, other)));
    // Where every kind that is left would meet another fault on the same part, it waits its turn when it is done.
    const [kind] = left.splice(Math.max(free, 0), 1);
    const fault = drawn[Math.max(free, 0)];
    if (kind !== undefined && fault !== undefined) planned.push(fault);
  }
  return planned.sort((a, b) => a.atMs - b.atMs);
}

function drawRecordKills(chance: Chance, lengthMs: number, count: number): readonly PlannedFault[] {
  const span = (0.85 * lengthMs) / count;
  return Array.from({ length: count }, (_, n) => ({
    kind: 'kill-record',
    which: 0,
    atMs: Math.round(0.05 * lengthMs + (n + chance.next() * 0.5) * span),
    forMs: drawLength(chance, 'kill-record'),
  }));
}

function drawLength(chance: Chance, kind: FaultKind): number {
  const [least, most] = FAULT_KINDS[kind].lastsMs;
  return chance.whole(least, most);
}

function drawFault(chance: Chance, kind: FaultKind, atMs: number, topology: Topology): PlannedFault {
  const among: Readonly<Partial<Record<Part, number>>> = {
    gateway: topology.gateways,
    worker: topology.workers,
    partner: topology.partners,
  };
  const which = chance.whole(0, (among[FAULT_KINDS[kind].part] ?? 1) - 1);
  return { kind, which, atMs, forMs: drawLength(chance, kind) };
}

const endOf = ({ kind, atMs, forMs }: PlannedFault): number => {
  if (kind === 'kill-record') return atMs + forMs + RECORD_STARTS_MS;
  return atMs + forMs + (/^(kill|stop)-/.test(kind) ? OTHER_STARTS_MS : 1_000);
};

/** Two faults on the same part at the same time would be one. */
const collide = (one: PlannedFault, other: PlannedFault): boolean =>
  placeOf(one) === placeOf(other) && one.atMs < endOf(other) && other.atMs < endOf(one);

/** What a fault is done to; those on one place go one after the other. */
export function placeOf({ kind, which }: Pick<PlannedFault, 'kind' | 'which'>): string {
  const { part } = FAULT_KINDS[kind];
  return `${part}-${which}`;
}
