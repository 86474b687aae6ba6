import { momentSpan } from '../../profiles/moment-span.ts';
import { type Day, dayOf } from './day.ts';

/** The local calendar day of an instant (ms since 1970). */
export type LocalDay = (instantMs: number) => Day;

/** Days of a time zone: the night on which its clock changes is a night like others. Throws `RangeError` for a zone that does not exist. */
export function localDayIn(timeZone: string): LocalDay {
  // The Canadian form is the one of ISO 8601.
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instantMs) => dayOf(format.format(instantMs));
}

/** The day of a FHIR date or dateTime; of a year or a month its last, since before that nobody knows that it was so. */
export function dayOfMoment(moment: string, localDay: LocalDay): Day {
  if (moment.includes('T')) return localDay(Date.parse(moment));
  if (moment.length === 10) return dayOf(moment);
  const noonOfNextDay = momentSpan(moment).endMs + 1;
  // A span ends twelve hours after midnight in UTC, for those who are furthest west.
  return Math.floor(noonOfNextDay / 86_400_000) - 1;
}
