import type { PlotDrawn } from './indicator-plots.ts';

/** From the lowest to the highest that the plot has room for, and where its lines stand. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** A share stands on 0 to 1, so that plots of shares compare; a change around zero; what is stacked needs room for its sum. */
export function scaleOf({ definitions, columns }: PlotDrawn): Scale {
  const [{ by, unit: _unit, name }] = definitions;
  if (by === 'share') return { from: 0, to: 1, ticks: [0, 0.5, 1] };
  const sums = columns.map(({ mark }) => (mark.is === 'numbers' ? mark.values.reduce((sum, it) => sum + it, 0) : 0));
  const most = roundAbove(Math.max(...sums.map(Math.abs), 0));
  const isChange = name.startsWith('change-') || sums.some((sum) => sum < 0);
  return isChange
    ? { from: -most, to: most, ticks: [-most, 0, most] }
    : { from: 0, to: most, ticks: [0, most / 2, most] };
}

const STEPS = [1, 2, 4, 6, 8, 10];

/** The next number above that people read easily, and whose half they do too: at least 1. */
export function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return power * (STEPS.find((step) => step * power >= value) ?? 10);
}

/** How far up a number stands: 0 at the bottom of the plot, 1 at its top. */
export const heightOf = ({ from, to }: Scale, value: number): number => (value - from) / (to - from);
