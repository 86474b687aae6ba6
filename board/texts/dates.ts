import type { Language } from './all-texts.ts';

/** Days and times in words, at the centre's clock. A FHIR date has no time, and is no instant: it is the same day everywhere. */
export interface DatesInWords {
  /** « 12 novembre 2026 », from a date or an instant. */
  day(date: string): string;
  /** « 12 novembre 2026 à 14 h 30 », from an instant. */
  moment(instant: string): string;
}

export function datesInWords(language: Language, timeZone: string): DatesInWords {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const parts = new Intl.DateTimeFormat(`${language}-CA`, options);
    return (date: string): string =>
      parts
        .formatToParts(new Date(date))
        .map(({ type, value }) => (language === 'fr' ? inFrench(type, value) : value))
        .join('');
  };
  const ofDate = format({ dateStyle: 'long', timeZone: 'UTC' });
  const ofInstant = format({ dateStyle: 'long', timeZone });
  return {
    day: (date) => (date.includes('T') ? ofInstant(date) : ofDate(date)),
    moment: format({ dateStyle: 'long', timeStyle: 'short', timeZone }),
  };
}

/** As one writes it: « 1er » of the month, and an hour without a zero before it (OQLF). */
function inFrench(type: Intl.DateTimeFormatPartTypes, value: string): string {
  if (type === 'day' && value === '1') return '1er';
  return type === 'hour' ? value.replace(/^0(?=\d)/, '') : value;
}
