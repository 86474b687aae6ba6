import { type Day, dateOf, dayOf } from '../ledger/day.ts';

/** Where people work: each has its own holidays. */
export type Province = 'QC' | 'ON';

type HolidaysOf = (year: number) => readonly Day[];

const MONDAY = 1;
const DAYS_A_WEEK = 7;
/** 1970-01-01 was a Thursday. */
const weekday = (day: Day): number => (((day + 4) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
const on = (year: number, date: string): Day => dayOf(`${year}-${date}`);

/** The nth Monday of a month. */
const nthMonday = (year: number, month: string, nth: number): Day => {
  const first = on(year, `${month}-01`);
  return first + ((MONDAY - weekday(first) + DAYS_A_WEEK) % DAYS_A_WEEK) + (nth - 1) * DAYS_A_WEEK;
};
/** The Monday that precedes 25 May. */
const mondayBefore25May = (year: number): Day => {
  const eve = on(year, '05-24');
  return eve - ((weekday(eve) - MONDAY + DAYS_A_WEEK) % DAYS_A_WEEK);
};
/** 1 July, or the day after where that is a Sunday. */
const canadaDay = (year: number): Day => {
  const day = on(year, '07-01');
  return weekday(day) === 0 ? day + 1 : day;
};

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return on(year, `0${Math.floor(f / 31)}-${String((f % 31) + 1).padStart(2, '0')}`);
}

/**
 * Holidays by law. Québec: Act respecting labour standards (N-1.1) s. 60, National Holiday Act (F-1.1); of Good Friday and Easter Monday the
 * employer chooses one, and nobody is late because theirs was the other: both are off. Ontario: Employment Standards Act, 2000, s. 1 (1).
 */
const HOLIDAYS: Readonly<Record<Province, HolidaysOf>> = {
  QC: (year) => [
    on(year, '01-01'),
    easter(year) - 2,
    easter(year) + 1,
    mondayBefore25May(year),
    on(year, '06-24'),
    canadaDay(year),
    nthMonday(year, '09', 1),
    nthMonday(year, '10', 2),
    on(year, '12-25'),
  ],
  ON: (year) => [
    on(year, '01-01'),
    nthMonday(year, '02', 3),
    easter(year) - 2,
    mondayBefore25May(year),
    canadaDay(year),
    nthMonday(year, '09', 1),
    nthMonday(year, '10', 2),
    on(year, '12-25'),
    on(year, '12-26'),
  ],
};

const yearOf = (day: Day): number => Number(dateOf(day).slice(0, 4));

/** Whether people work on a day: neither a weekend nor a holiday of the province. */
export const isWorkingDay = (day: Day, province: Province): boolean =>
  weekday(day) % 6 !== 0 && !HOLIDAYS[province](yearOf(day)).includes(day);

/** The nth working day after a day; the day itself is not counted. */
export function workingDaysAfter(day: Day, count: number, isWorked: (day: Day) => boolean): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at += 1;
    if (isWorked(at)) left -= 1;
  }
  return at;
}

/**
 * Whether a school is open, as most are: closed in summer (24 June to the end of August) and from 23 December to 5 January. Each school
 * service centre sets its own calendar (Education Act, I-13.3, s. 238): other breaks are not known here, and only make a delay seem shorter.
 */
export function isSchoolDay(day: Day, province: Province): boolean {
  const date = dateOf(day).slice(5);
  const isSummer = date >= '06-24' && date <= '08-31';
  const isWinterBreak = date >= '12-23' || date <= '01-05';
  return isWorkingDay(day, province) && !isSummer && !isWinterBreak;
}

/**
 * When a child enters school in Québec: the beginning of the school year in which it is 5 by 30 September (Basic school regulation,
 * I-13.3, r. 8, s. 12); undefined where the birth date does not say the year of entry.
 */
export function schoolEntry(birthDate: string): Day | undefined {
  const [year = '', month] = birthDate.split('-');
  if (month === undefined) return undefined;
  const entry = Number(year) + (month <= '09' ? 5 : 6);
  return on(entry, '09-01');
}
