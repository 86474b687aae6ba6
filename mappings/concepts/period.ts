import { momentSpan } from '../../profiles/moment-span.ts';
import type { Period } from '../domain/concepts.ts';
import { EXTENSIONS } from '../domain/systems.ts';
import { extension, extensionIn } from './extension.ts';
import { present } from './present.ts';

/** Lengths of `YYYY-MM-DD`, `YYYY-MM` and `YYYY`. */
const PRECISIONS = [10, 7, 4] as const;

/**
 * A period, which FHIR accepts only if its start is surely not after its end (per-1). `2025` to `2025-06` is what people say and not sure: such ends
 * are written as coarsely as it takes, with what was said beside them.
 */
export function fhirPeriodFrom({ start, end }: Period): fhir4.Period {
  if (start === undefined || end === undefined || surelyInOrder(start, end)) return present({ start, end });
  const precision = PRECISIONS.find((length) => inOrderAt(start, end, length));
  const coarse = precision === undefined ? { end } : { start: start.slice(0, precision), end: end.slice(0, precision) };
  return present({ ...coarse, _start: saidBeside(start, coarse.start), _end: saidBeside(end, coarse.end) });
}

/** The period as it was said. */
export const periodFrom = (period: fhir4.Period): Period =>
  present({
    start: extensionIn(period._start, EXTENSIONS.asSaid, 'valueDateTime') ?? period.start,
    end: extensionIn(period._end, EXTENSIONS.asSaid, 'valueDateTime') ?? period.end,
  });

const saidBeside = (said: string, written: string | undefined): fhir4.Element | undefined =>
  said === written ? undefined : { extension: extension(EXTENSIONS.asSaid, 'valueDateTime', said) };

/** Whether both ends are that precise, and then in order. */
const inOrderAt = (start: string, end: string, length: number): boolean =>
  start.length >= length && end.length >= length && start.slice(0, length) <= end.slice(0, length);

/** As FHIRPath sees it, where a comparison of different precisions may have no answer. */
function surelyInOrder(start: string, end: string): boolean {
  if (start === end) return true;
  const timed = [start, end].filter((moment) => moment.includes('T')).length;
  if (timed === 2) return second(start) < second(end);
  if (timed === 1) return momentSpan(start).endMs < momentSpan(end).startMs;
  const length = Math.min(start.length, end.length);
  const [first, last] = [start.slice(0, length), end.slice(0, length)];
  return start.length === end.length ? first <= last : first < last;
}

/** Whole seconds, since a moment may have milliseconds where the other has none. */
const second = (moment: string): number => Math.floor(Date.parse(moment) / 1000);
