import type { Tenth } from './accept-all.ts';

/** One line of the result: a ratio and its limit. */
export interface Measured {
  readonly what: string;
  /** The two figures that it comes from. */
  readonly from: string;
  readonly ratio: number;
  readonly limit: string;
  readonly holds: boolean;
}

/** A last tenth may cost so much of the first. */
const FLAT_MAX = 1.2;
/** The drain reaches so much of what HAPI takes straight. */
const DRAIN_MIN = 0.7;
/** What left the lanes stands in HAPI; where the middle was taken out, a few events miss what they refer to, and wait. */
const WRITTEN_MIN = 0.98;

/** Whether the last tenth of what was accepted costs what the first one did. */
export function flatness(tenths: readonly Tenth[]): readonly Measured[] {
  const [first, last] = [tenths[0], tenths.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('nothing was accepted');
  return [
    flat('time to accept one, median', 'ms', first.medianMs, last.medianMs),
    flat('Redis memory for one', 'bytes', first.bytesPerEvent, last.bytesPerEvent),
  ];
}

/** How many events left the lanes, and how many of them the record holds. */
export interface Gone {
  readonly drained: number;
  readonly written: number;
}

export interface DrainWindow extends Gone {
  /** Events a second that left the lanes. */
  readonly rate: number;
  /** Transactions a second straight to HAPI, the mean of right before and right after. */
  readonly straight: number;
}

export function drainRates(all: {
  readonly first: DrainWindow;
  readonly middle: Gone;
  readonly last: DrainWindow;
}): readonly Measured[] {
  const { first, middle, last } = all;
  const drained = first.drained + middle.drained + last.drained;
  const written = first.written + middle.written + last.written;
  return [
    atLeast('drain, first window, against straight to HAPI', [first.rate, first.straight], '/s', DRAIN_MIN),
    atLeast('drain, last window, against straight to HAPI', [last.rate, last.straight], '/s', DRAIN_MIN),
    atLeast('drained events that stand in HAPI', [written, drained], '', WRITTEN_MIN),
  ];
}

function flat(what: string, unit: string, first: number, last: number): Measured {
  const ratio = last / first;
  const from = `first tenth ${first.toFixed(1)}, last ${last.toFixed(1)} ${unit}`;
  return { what, from, ratio, limit: `≤ ${FLAT_MAX}`, holds: ratio <= FLAT_MAX };
}

function atLeast(what: string, [measured, baseline]: readonly [number, number], unit: string, least: number): Measured {
  const ratio = measured / baseline;
  const shown = (value: number) => `${unit === '' ? value : value.toFixed(1)}${unit}`;
  return { what, from: `${shown(measured)} of ${shown(baseline)}`, ratio, limit: `≥ ${least}`, holds: ratio >= least };
}

/** The table that is printed. */
export const table = (measured: readonly Measured[]): readonly string[] =>
  measured.map(
    ({ what, from, ratio, limit, holds }) =>
      `  ${what.padEnd(48)} ${from.padEnd(40)} ratio ${ratio.toFixed(2)}  ${limit}  ${holds ? 'pass' : 'FAIL'}`,
  );
