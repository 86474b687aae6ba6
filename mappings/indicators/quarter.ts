import { type Day, dateOf, dayOf } from '../ledger/day.ts';

/** A period of which indicators are published: calendar quarters, which never overlap, so that none can be subtracted from another. */
export interface Quarter {
  /** `2026-Q3`. */
  readonly name: string;
  readonly from: Day;
  /** The first day that no longer belongs to it. */
  readonly to: Day;
  /** What became known from this day on, at the centre, is not counted: whenever it is computed, it says the same. */
  readonly knownBefore: Day;
}

/** An answer that was written down late still counts when it was known within so many days after the quarter. */
export const SETTLING_DAYS = 30;

const MONTHS = 3;
const NAME = /^((?:19|20|21)\d\d)-Q([1-4])$/;

/** Undefined for what is not the name of a quarter. */
export function quarterNamed(name: string): Quarter | undefined {
  const [, year, nth] = NAME.exec(name) ?? [];
  return year === undefined ? undefined : nthQuarter(Number(year), Number(nth));
}

/** The quarter that a day is in. */
export function quarterOf(day: Day): Quarter {
  const [year, month] = dateOf(day).split('-').map(Number);
  return nthQuarter(year ?? 0, Math.ceil((month ?? 1) / MONTHS));
}

/** The last quarters that can be published on a day, the most recent first. */
export function settledQuarters(today: Day, count: number): readonly Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = quarterOf(today); quarters.length < count; quarter = quarterOf(quarter.from - 1))
    if (quarter.knownBefore <= today) quarters.push(quarter);
  return quarters;
}

function nthQuarter(year: number, nth: number): Quarter {
  const first = (nth - 1) * MONTHS + 1;
  const from = firstOf(year, first);
  const to = nth === 4 ? firstOf(year + 1, 1) : firstOf(year, first + MONTHS);
  return { name: `${year}-Q${nth}`, from, to, knownBefore: to + SETTLING_DAYS };
}

const firstOf = (year: number, month: number): Day => dayOf(`${year}-${String(month).padStart(2, '0')}-01`);

/** The same day so many months later; the last of the month where it has no such day. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = dateOf(day).split('-').map(Number);
  const count = month - 1 + months;
  const first = firstOf(year + Math.floor(count / 12), (count % 12) + 1);
  const next = firstOf(year + Math.floor((count + 1) / 12), ((count + 1) % 12) + 1);
  return Math.min(first + date, next) - 1;
}
