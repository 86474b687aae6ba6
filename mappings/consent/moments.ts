import { dayAt } from '../domain/dates-in-words.ts';

/** A moment of the decision, as an instant and as a day at the centre. */
export interface Now {
  readonly ms: number;
  readonly day: string;
  readonly timeZone: string;
}

export const nowAt = (at: Date, timeZone: string): Now => ({ ms: at.getTime(), day: dayAt(at, timeZone), timeZone });

/** Whether a moment has come: a date, or a part of one, begins with its first day at the centre. */
export const hasCome = (moment: string, { ms, day }: Now): boolean =>
  moment.includes('T') ? Date.parse(moment) <= ms : moment <= day.slice(0, moment.length);

/** Whether a moment has passed: FHIR counts a date, or a part of one, to its last instant. */
export const hasPassed = (moment: string, { ms, day }: Now): boolean =>
  moment.includes('T') ? Date.parse(moment) < ms : moment < day.slice(0, moment.length);

/** Whether one moment is after another however coarsely either is written. */
export function surelyAfter(one: string, other: string, timeZone: string): boolean {
  if (one.includes('T') && other.includes('T')) return Date.parse(one) > Date.parse(other);
  const [a, b] = [dayOf(one, timeZone), dayOf(other, timeZone)];
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

/** The day of a moment at the centre; a part of a date stays one. */
const dayOf = (moment: string, timeZone: string): string =>
  moment.includes('T') ? dayAt(new Date(moment), timeZone) : moment;

/** The first and the last day that a moment may mean at the centre. */
export function daysMeant(moment: string, timeZone: string): readonly [string, string] {
  const day = dayOf(moment, timeZone);
  if (day.length === 4) return [`${day}-01-01`, `${day}-12-31`];
  if (day.length > 7) return [day, day];
  const [year = 0, month = 1] = day.split('-').map(Number);
  return [`${day}-01`, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)];
}

/** A day some days later. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The birthday on which somebody born that day reaches an age: born on 29 February, on 1 March of an ordinary year. */
export function birthday(birthDate: string, age: number): string {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  return new Date(Date.UTC(year + age, month - 1, day)).toISOString().slice(0, 10);
}
