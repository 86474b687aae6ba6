import { daysAfter, daysMeant } from './moments.ts';

/** Nobody in a record was born before. */
const EARLIEST = '1900-01-01';
/** Ages that any of the laws looks at, and the days that a request under way may go on after the birthday. */
const AGES = [14, 16, 18] as const;
const GRACE_DAYS = [0, 90] as const;

/**
 * The birth dates between which a decision may differ, out of all those that a whole, partial or absent one may mean: the first, the last, and
 * the days around which a birthday, or the end of what it leaves going on, falls on one of the days that matter.
 */
export function birthDatesMeant(birthDate: string | undefined, daysThatMatter: readonly string[]): readonly string[] {
  const latest = [EARLIEST, ...daysThatMatter].toSorted().at(-1) ?? EARLIEST;
  const [first, last] = birthDate === undefined ? [EARLIEST, latest] : daysMeant(birthDate, 'UTC');
  if (first === last) return [first];
  const turns = daysThatMatter.flatMap((day) =>
    AGES.flatMap((age) => GRACE_DAYS.flatMap((days) => around(yearsBefore(daysAfter(day, -days), age)))),
  );
  return [first, last, ...turns.filter((it) => it > first && it < last)];
}

/** Two days each way: 29 February and the ends of months move a birthday by one. */
const around = (day: string): readonly string[] => [-2, -1, 0, 1, 2].map((days) => daysAfter(day, days));

function yearsBefore(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year - years, month - 1, date)).toISOString().slice(0, 10);
}
