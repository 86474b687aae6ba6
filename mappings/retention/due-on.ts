import { MAJORITY } from '../consent/regimes.ts';

/** How long a file is kept. */
export interface RetentionTerm {
  /** Years after the last entry. */
  readonly years: number;
  /** Never before this many years after the child is of age; absent where the rule looks at the last entry only. */
  readonly afterMajority?: number;
}

export interface FileDates {
  /** Day of the last entry. */
  readonly lastEntry: string;
  /** May be partial, or unknown. */
  readonly birthDate?: string;
}

/**
 * From which day a file may be destroyed. A partial birth date counts as the latest day that it may be. Undefined where the rule needs a birth
 * date and there is none: then a person decides.
 */
export function dueOn(
  { years, afterMajority }: RetentionTerm,
  { lastEntry, birthDate }: FileDates,
): string | undefined {
  const afterEntry = yearsLater(lastEntry.slice(0, 10), years);
  if (afterMajority === undefined) return afterEntry;
  const born = latestDay(birthDate ?? '');
  if (born === undefined) return undefined;
  const afterAge = yearsLater(born, MAJORITY + afterMajority);
  return [afterEntry, afterAge].sort().at(-1);
}

/** The day years later; from 29 February, 1 March where there is none. */
function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

function latestDay(date: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return `${year}-12-31`;
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${day ?? String(last)}`;
}
