import { dateTimeFrom, localDateTime } from '../partners/local-time.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** The dates of a story, told from today: it began weeks ago, on working days. */
export interface StoryCalendar {
  /** A moment in the week that many weeks from this one (before: negative), in Montréal time. */
  at(weeks: number, weekday: Weekday, time: string): string;
  /** A day likewise. */
  day(weeks: number, weekday: Weekday): string;
  /** The birth date of a child of that age, a few months past the birthday. */
  born(years: number, months: number): string;
}

/** A calendar seen from a moment. */
export function storyCalendar(now: Date): StoryCalendar {
  const today = new Date(`${localDateTime(now).slice(0, 10)}T00:00:00Z`);
  const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY_MS;
  const day = (weeks: number, weekday: Weekday): string =>
    dayOf(new Date(monday + (weeks * 7 + WEEKDAYS.indexOf(weekday)) * DAY_MS));

  return {
    day,
    at(weeks, weekday, time) {
      const moment = dateTimeFrom(`${day(weeks, weekday)}T${time}`);
      if (moment === undefined) throw new RangeError(`${time} is not a time`);
      return moment;
    },
    // The 17th is in every month.
    born: (years, months) =>
      dayOf(new Date(Date.UTC(today.getUTCFullYear() - years, today.getUTCMonth() - months, 17))),
  };
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
