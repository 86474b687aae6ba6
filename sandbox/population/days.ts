import { dateTimeFrom, isRealDay } from '../partners/local-time.ts';
import type { Chance } from '../seeded.ts';

/** A day on the calendar: `2026-02-03`. */
export type Day = string;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const atMidnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: Day, days: number): Day =>
  new Date(atMidnight(day) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: Day, to: Day): number => Math.round((atMidnight(to) - atMidnight(from)) / DAY_MS);

/** Whether a text is a day that exists. */
export const isDay = (text: string): text is Day => isRealDay(text);

/** The same day so many years before; 28 February where there is no 29th. */
export const yearsBefore = (day: Day, years: number): Day =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;

/** The day on which somebody is that old; 29 February has its birthday on 1 March in other years. */
export function birthdayOf(born: Day, years: number): Day {
  const [year = '', month = '', day = ''] = born.split('-');
  return new Date(Date.UTC(Number(year) + years, Number(month) - 1, Number(day))).toISOString().slice(0, 10);
}

/** The earlier of two days. */
export const earlierOf = (one: Day, other: Day): Day => [one, other].toSorted()[0] ?? one;

/** Whole years on that day. */
export function ageOn(born: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return birthdayOf(born, years) <= day ? years : years - 1;
}

/** Days, as `-MM-DD`, on which a centre is closed every year; the two weeks around New Year among them. */
const CLOSED: ReadonlySet<string> = new Set([
  '06-24',
  '07-01',
  ...['12-24', '12-25', '12-26', '12-27', '12-28', '12-29', '12-30', '12-31', '01-01', '01-02', '01-03'],
]);

export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(atMidnight(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !CLOSED.has(day.slice(5));
}

/** The day itself if people work on it, else the next on which they do. */
export function workingDay(day: Day): Day {
  return isWorkingDay(day) ? day : workingDay(addDays(day, 1));
}

/** So many working days later; nought: the day itself, or the next working day. */
export function addWorkingDays(day: Day, days: number): Day {
  const at = workingDay(day);
  return days <= 0 ? at : addWorkingDays(addDays(at, 1), days - 1);
}

/** A moment in office hours, with the offset of Montréal and Ottawa on that day. */
export function officeMoment(chance: Chance, day: Day): string {
  return momentAt(day, `${String(chance.whole(9, 16)).padStart(2, '0')}:${chance.one(QUARTERS)}`);
}

const QUARTERS = ['00', '15', '30', '45'];

/** Throws a RangeError for a day or a time that does not exist. */
export function momentAt(day: Day, time: string): string {
  const moment = dateTimeFrom(`${day}T${time}`);
  if (moment === undefined) throw new RangeError(`${day} ${time} is no moment`);
  return moment;
}

/** The same moment, so many minutes later, in UTC. */
export const minutesAfter = (moment: string, minutes: number): string =>
  new Date(Date.parse(moment) + minutes * MINUTE_MS).toISOString();
