import type { TimelineEntry, TimelineKind } from '../../../../mappings/domain/timeline-told.ts';
import { dayOf, localDayOf } from '../calendar.ts';

/** What a child’s course is told by, unless more is asked for. */
export const TOLD_FIRST: readonly TimelineKind[] = ['reading', 'plan', 'request', 'answer', 'outcome'];

export interface LifeMoment extends TimelineEntry {
  readonly key: string;
  /** It became known on a later day than it happened. */
  readonly isLearntLate: boolean;
}

/** Moments of one month, or of one year where nobody said the month. */
export interface LifeMonth {
  readonly month: string;
  readonly moments: readonly LifeMoment[];
}

export interface LifeLineAsked {
  readonly kinds: ReadonlySet<TimelineKind>;
  /** The centre’s. */
  readonly timeZone: string;
}

/** The moments of these kinds, in the order in which they came, month by month. */
export function lifeLine(entries: readonly TimelineEntry[], { kinds, timeZone }: LifeLineAsked): readonly LifeMonth[] {
  const months: { month: string; moments: LifeMoment[] }[] = [];
  for (const [nth, entry] of entries.entries()) {
    if (!kinds.has(entry.kind)) continue;
    const month = entry.at.slice(0, 7);
    const moment = {
      ...entry,
      key: `${entry.concept}-${entry.id}-${nth}`,
      isLearntLate: isLearntLate(entry, timeZone),
    };
    const last = months.at(-1);
    if (last?.month === month) last.moments.push(moment);
    else months.push({ month, moments: [moment] });
  }
  return months;
}

/** Of a month or a year nobody can say. */
const isLearntLate = ({ at, knownAt }: TimelineEntry, timeZone: string): boolean =>
  at.length >= 10 &&
  localDayOf(new Date(knownAt), timeZone) > (at.includes('T') ? localDayOf(new Date(at), timeZone) : dayOf(at));

/** Which kinds there are in a course, and how many of each. */
export function kindsIn(entries: readonly TimelineEntry[]): ReadonlyMap<TimelineKind, number> {
  const counts = new Map<TimelineKind, number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
