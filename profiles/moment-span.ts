/** The first and the last instant (ms since 1970) that a date or moment may mean. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

const HOUR_MS = 3_600_000;
/** A date without an offset began at most 14 hours before it did in UTC, and ended at most 12 hours after. */
const EAST_MAX_MS = 14 * HOUR_MS;
const WEST_MAX_MS = 12 * HOUR_MS;

/** When a valid FHIR date or dateTime may have been: a year is all its days, and a date all its hours anywhere on Earth. */
export function momentSpan(moment: string): Span {
  if (moment.includes('T')) return { startMs: Date.parse(moment), endMs: Date.parse(moment) };
  const { startMs, endMs } = dateSpan(moment);
  return { startMs: startMs - EAST_MAX_MS, endMs: endMs + WEST_MAX_MS };
}

/** Whether `end` is before `start` however partial dates and unknown offsets are read. */
export function surelyBefore(end: string, start: string): boolean {
  // Two dates of one period are in one place: they are compared as written.
  if (!end.includes('T') && !start.includes('T')) return dateSpan(end).endMs < dateSpan(start).startMs;
  return momentSpan(end).endMs < momentSpan(start).startMs;
}

function dateSpan(date: string): Span {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { startMs: Date.UTC(year), endMs: Date.UTC(year + 1) - 1 };
  if (day === undefined) return { startMs: Date.UTC(year, month - 1), endMs: Date.UTC(year, month) - 1 };
  return { startMs: Date.UTC(year, month - 1, day), endMs: Date.UTC(year, month - 1, day + 1) - 1 };
}
