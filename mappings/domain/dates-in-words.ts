import type { Bilingual } from '../../profiles/codes.ts';

export const LOCALES = { fr: 'fr-CA', en: 'en-CA' } as const satisfies Record<keyof Bilingual, string>;

/** The day on which an instant falls at the centre: `2026-03-09`. */
export const dayAt = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(instant);

/** An instant in words, in the centre's time zone. */
export const instantInWords = (instant: Date, language: keyof Bilingual, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant);

/** A date as it was said; a date and time in words, in the centre's time zone. */
export const momentInWords = (moment: string, language: keyof Bilingual, timeZone: string): string =>
  moment.includes('T') ? instantInWords(new Date(moment), language, timeZone) : moment;

/** Age in whole years on a day, from a full date of birth; from a part of one none is made up. */
export function ageOn(day: string, birthDate: string | undefined): number | undefined {
  if (birthDate === undefined || birthDate.length < 10) return undefined;
  const birthdayToCome = day.slice(5) < birthDate.slice(5);
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (birthdayToCome ? 1 : 0);
}
