/** Where the stand-ins are: Montréal and Ottawa share their clock. */
const TIME_ZONE = 'America/Toronto';

const DATE_TIME =
  /^(?<day>\d{4}-\d{2}-\d{2})T(?<hours>[01]\d|2[0-3]):(?<minutes>[0-5]\d)(?::(?<seconds>[0-5]\d)(?<fraction>\.\d{1,9})?)?(?<offset>Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** True for a day that is on the calendar: 2026-02-30 is not. */
export function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** A FHIR dateTime in local time with its offset, to the millisecond: `2026-02-03T10:00:00.000-05:00`. */
export function localDateTime(instant: Date): string {
  const offsetMs = offsetAtMs(instant);
  const sign = offsetMs < 0 ? '-' : '+';
  const local = new Date(instant.getTime() + offsetMs).toISOString().slice(0, -1);
  const offset = new Date(Math.abs(offsetMs)).toISOString().slice(11, 16);
  return `${local}${sign}${offset}`;
}

/**
 * What a person or a test wrote, as a FHIR dateTime with seconds and an offset; without an offset it is local time.
 * Undefined when it is no moment that exists.
 */
export function dateTimeFrom(text: string): string | undefined {
  const { day, hours, minutes, seconds = '00', fraction = '', offset } = DATE_TIME.exec(text)?.groups ?? {};
  if (day === undefined || !isRealDay(day)) return undefined;
  const time = `${day}T${hours}:${minutes}:${seconds}${fraction}`;
  return offset === undefined ? localDateTime(instantOfLocal(time)) : `${time}${offset}`;
}

function instantOfLocal(time: string): Date {
  const asIfUtc = new Date(`${time}Z`);
  const near = new Date(asIfUtc.getTime() - offsetAtMs(asIfUtc));
  // The offset may differ between the guess and the instant itself on the two nights when the clock changes.
  return new Date(asIfUtc.getTime() - offsetAtMs(near));
}

/** Made once: it takes a hundred times longer to make than to use. */
const OFFSETS = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' });

function offsetAtMs(instant: Date): number {
  const name = OFFSETS.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
  const { sign, hours, minutes } = /GMT(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2})/.exec(name ?? '')?.groups ?? {};
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}
