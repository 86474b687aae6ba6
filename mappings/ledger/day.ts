/** A local calendar day of the centre, counted from 1970-01-01: nights on which the clock changes, and 29 February, are days like others. */
export type Day = number;

const DAY_MS = 86_400_000;

/** Of `2026-03-09`; NaN for anything else. */
export const dayOf = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const dateOf = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** From a day to another that no longer belongs to it. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

export const holds = (days: readonly Days[], day: Day): boolean => days.some(({ from, to }) => from <= day && day < to);
