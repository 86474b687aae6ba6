import type { Language } from '../../texts/all-texts.ts';
import { type Day, dateOf, firstDayOf } from './calendar.ts';

const LOCALES = { fr: 'fr-CA', en: 'en-CA' } as const satisfies Record<Language, string>;
const DAY_MS = 86_400_000;

/** Days have no time zone: they are written as they are; in French the first of a month is « 1er » (OQLF). */
function written(day: Day, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: 'UTC' }).format(day * DAY_MS);
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

export const dayInWords = (day: Day, language: Language): string => written(day, language, { dateStyle: 'long' });

/** For tables and marks. */
export const dayInShort = (day: Day, language: Language): string => written(day, language, { dateStyle: 'medium' });

/** A month under a line of time; the year where it begins, or where the line does. */
export const tickInWords = (day: Day, language: Language, withYear: boolean): string =>
  written(
    day,
    language,
    withYear || dateOf(day).slice(5, 7) === '01' ? { month: 'short', year: 'numeric' } : { month: 'short' },
  );

/** A FHIR date or moment as precisely as it was said: a year, a month or a day. */
export function momentInWords(moment: string, language: Language): string {
  const day = firstDayOf(moment);
  if (moment.length === 4) return moment;
  if (moment.length === 7) return written(day, language, { month: 'long', year: 'numeric' });
  return dayInWords(day, language);
}

/** `a, b and c`. */
export const listed = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(names);
