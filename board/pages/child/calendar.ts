/** A calendar day, counted from 1970-01-01: the night on which the clock changes, and 29 February, are like others. */
export type Day = number;

const DAY_MS = 86_400_000;

/** Of `2026-03-09`, or of a moment that begins so. */
export const dayOf = (date: string): Day => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS;

export const dateOf = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The first day that a FHIR date or dateTime may mean: of a month its first, of a year the first of January. */
export const firstDayOf = (moment: string): Day => dayOf(`${moment.slice(0, 10)}-01-01`.slice(0, 10));

/** The day after the last that it may mean. */
export function dayAfter(moment: string): Day {
  const [year = 0, month, day] = moment.slice(0, 10).split('-').map(Number);
  if (month === undefined) return Date.UTC(year + 1, 0) / DAY_MS;
  return (day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day + 1)) / DAY_MS;
}

/** The day of an instant, by the clock of a time zone (IANA name). */
export function localDayOf(instant: Date, timeZone: string): Day {
  const { year, month, day } = wallClock(instant, timeZone);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The last instant of a day at a centre, as the API takes it (FHIR instant). */
export const endOfDay = (day: Day, timeZone: string): string => new Date(startOf(day + 1, timeZone) - 1).toISOString();

/** When a day begins there: midnight by its clock, which is never the hour at which it changes. */
function startOf(day: Day, timeZone: string): number {
  const wanted = day * DAY_MS;
  const offsetAt = (ms: number): number => {
    const { year, month, day: date, hour, minute } = wallClock(new Date(ms), timeZone);
    return Date.UTC(year, month - 1, date, hour, minute) - ms;
  };
  return wanted - offsetAt(wanted - offsetAt(wanted));
}

function wallClock(instant: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-CA', { ...WALL, timeZone }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((it) => it.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}

const WALL = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
} as const;

/** First days of months between two days, at most so many: every month, or every second, third … */
export function monthsBetween(from: Day, to: Day, max: number): readonly Day[] {
  for (const step of STEPS_MONTHS) {
    const found = everyMonths(from, to, step);
    if (found.length <= max) return found;
  }
  return [];
}

const STEPS_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

function everyMonths(from: Day, to: Day, step: number): readonly Day[] {
  const start = new Date(from * DAY_MS);
  const months: Day[] = [];
  for (let month = 0; ; month += step) {
    const aligned = Math.floor(start.getUTCMonth() / step) * step + month;
    const day = Date.UTC(start.getUTCFullYear(), aligned) / DAY_MS;
    if (day >= to) return months;
    if (day >= from) months.push(day);
  }
}
