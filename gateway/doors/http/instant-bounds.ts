const BOUND =
  /^(eq|ne|gt|lt|ge|le|sa|eb)?(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** Whether a value may stand for `_lastUpdated`: a prefix of R4, and a date or an instant. */
export const isInstantBound = (text: string): boolean => rangeOf(text) !== undefined;

/**
 * Whether a moment (ms) is within a bound of `_lastUpdated`, by R4’s prefixes: a value stands for all of its range, so that `gt2026-02-03` begins with the
 * day after. A date without an hour is UTC’s.
 */
export function isWithin(bound: string, ms: number): boolean {
  const range = rangeOf(bound);
  if (range === undefined) return false;
  const { prefix, from, to } = range;
  switch (prefix) {
    case 'gt':
    case 'sa':
      return ms >= to;
    case 'ge':
      return ms >= from;
    case 'lt':
    case 'eb':
      return ms < from;
    case 'le':
      return ms < to;
    case 'ne':
      return ms < from || ms >= to;
    default:
      return ms >= from && ms < to;
  }
}

interface Range {
  readonly prefix: string;
  /** All moments (ms) for which it stands: from, and before to. */
  readonly from: number;
  readonly to: number;
}

const SECOND_MS = 1_000;

/** Our moments are whole milliseconds: a finer value stands for the one that it is in. */
function rangeOf(text: string): Range | undefined {
  const [, prefix = 'eq', year = '', month, day, minutes, seconds, fraction, zone = 'Z'] = BOUND.exec(text) ?? [];
  if (year === '') return undefined;
  const start = `${year}-${month ?? '01'}-${day ?? '01'}T${minutes ?? '00:00'}:${seconds ?? '00'}`;
  const whole = Date.parse(`${start}${minutes === undefined ? 'Z' : zone}`);
  if (Number.isNaN(whole)) return undefined;
  const from = whole + Number((fraction ?? '').slice(1, 4).padEnd(3, '0'));
  if (fraction !== undefined) return { prefix, from, to: from + widthOf(fraction) };
  if (seconds !== undefined) return { prefix, from, to: from + SECOND_MS };
  if (minutes !== undefined) return { prefix, from, to: from + 60 * SECOND_MS };
  const begun = new Date(from);
  if (month === undefined) begun.setUTCFullYear(begun.getUTCFullYear() + 1);
  else if (day === undefined) begun.setUTCMonth(begun.getUTCMonth() + 1);
  else begun.setUTCDate(begun.getUTCDate() + 1);
  return { prefix, from, to: begun.getTime() };
}

/** `.5` stands for a tenth of a second, `.500` for a millisecond. */
const widthOf = (fraction: string): number => Math.max(1, SECOND_MS / 10 ** (fraction.length - 1));
