import { isFhirDate, isFhirDateTime } from '../../../profiles/calendar.ts';

/** FHIR date, dateTime or instant → TS: the same moment, as precise, with its offset. */
export function timestampFrom(moment: string): string {
  const [date = '', time] = moment.split('T');
  const day = date.replaceAll('-', '');
  return time === undefined ? day : `${day}${time.replaceAll(':', '').replace('Z', '+0000')}`;
}

const TIMESTAMP = /^(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})?(\d{2})?(?:\.(\d{1,4}))?)?([+-]\d{4})?$/;

/**
 * TS → FHIR date or dateTime; undefined if it is none. A time without an offset is the sender's local time (v2.5.1 §2.A.22): it gets that of `timeZone`
 * (IANA). Minutes or seconds that are not said are zero, since FHIR has no shorter time.
 */
export function momentFrom(timestamp: string, timeZone: string): string | undefined {
  const [matched, year, month, day, hours, minutes = '00', seconds = '00', fraction, offset] =
    TIMESTAMP.exec(timestamp.trim()) ?? [];
  if (matched === undefined) return undefined;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (!isFhirDate(date)) return undefined;
  if (hours === undefined || day === undefined) return date;
  const local = `${date}T${hours}:${minutes}:${seconds}`;
  const millis = fraction === undefined ? '' : `.${fraction.padEnd(3, '0').slice(0, 3)}`;
  const said = offset === undefined ? offsetIn(timeZone, local) : offsetFrom(offset);
  const moment = `${local}${millis}${said}`;
  return isFhirDateTime(moment) ? moment : undefined;
}

/** A birth date: what a TS says of the day, however precise it is. */
export function dateFrom(timestamp: string): string | undefined {
  const [matched, year, month, day] = TIMESTAMP.exec(timestamp.trim()) ?? [];
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  return matched !== undefined && isFhirDate(date) ? date : undefined;
}

const offsetFrom = (offset: string): string =>
  /^[+-]0000$/.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3)}`;

const MINUTE_MS = 60_000;

/** Offset of a local time in a zone; in the hour that a zone skips or repeats, that of the zone an hour before. */
function offsetIn(timeZone: string, local: string): string {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return 'Z';
  const first = offsetMinutesAt(timeZone, asUtc);
  const minutes = offsetMinutesAt(timeZone, asUtc - first * MINUTE_MS);
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function offsetMinutesAt(timeZone: string, instantMs: number): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instantMs)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /^GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
