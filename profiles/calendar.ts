/** A moment as FHIR writes it: a date (maybe partial), or a date and time with its offset from UTC. */
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{3})?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** A child seen today was not born before, nothing is planned after. */
const YEAR_MIN = 1900;
const YEAR_MAX = 2200;
const OFFSET_MAX_MINUTES = 14 * 60;

/** Days of a month, 1 to 12, of the Gregorian calendar; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` that exists, years 1900–2200 (FHIR date). */
export function isFhirDate(value: string): boolean {
  const [matched, year, month, day] = DATE.exec(value) ?? [];
  if (matched === undefined || Number(year) < YEAR_MIN || Number(year) > YEAR_MAX) return false;
  if (month === undefined) return true;
  const days = daysInMonth(Number(year), Number(month));
  return days > 0 && (day === undefined || (Number(day) >= 1 && Number(day) <= days));
}

/**
 * A FHIR date, or a full date with hh:mm:ss, optional milliseconds (exactly three digits) and an offset: `Z` or ±hh:mm up to 14:00.
 * No leap second and no `-00:00` (RFC 3339: offset unknown): neither survives a round trip.
 */
export function isFhirDateTime(value: string): boolean {
  const [matched, date, hours, minutes, seconds, sign, offsetHours, offsetMinutes] = DATE_TIME.exec(value) ?? [];
  if (matched === undefined || date === undefined) return isFhirDate(value);
  if (!isFhirDate(date) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return false;
  if (sign === undefined) return true;
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  return Number(offsetMinutes) <= 59 && offset <= OFFSET_MAX_MINUTES && !(sign === '-' && offset === 0);
}
