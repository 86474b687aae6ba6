import fc from 'fast-check';
import type { Period } from '../../mappings/domain/concepts.ts';
import { surelyBefore } from '../../profiles/moment-span.ts';
import { record } from './record.ts';

const DAY_MS = 86_400_000;
const OFFSETS = ['Z', '-05:00', '-04:00', '-03:30', '+00:00', '+05:45', '+14:00', '-12:00'] as const;

const dayNumber = (date: string): number => Date.parse(date) / DAY_MS;
const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

const days = fc.integer({ min: dayNumber('2006-01-01'), max: dayNumber('2031-12-31') });
const daysPast = fc.integer({ min: dayNumber('2006-01-01'), max: dayNumber('2024-12-31') });
const precisions = fc.constantFrom(4, 7, 10);

const times = fc
  .tuple(fc.integer({ min: 0, max: 86_399 }), fc.constantFrom(...OFFSETS), fc.option(fc.integer({ min: 0, max: 999 })))
  .map(([second, offset, millis]) => {
    const time = new Date(second * 1000).toISOString().slice(11, 19);
    const fraction = millis === null ? '' : `.${String(millis).padStart(3, '0')}`;
    return `T${time}${fraction}${offset}`;
  });

function instantOn(day: fc.Arbitrary<number>): fc.Arbitrary<string> {
  return fc.tuple(day, times).map(([it, time]) => `${dayText(it)}${time}`);
}

/** How a moment of one day may be written: the year, the month or the day only, or with a time, an offset, and perhaps milliseconds. */
const written = (day: fc.Arbitrary<number>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.tuple(day, precisions).map(([it, length]) => dayText(it).slice(0, length)) },
    { weight: 2, arbitrary: instantOn(day) },
  );

/** A date, maybe partial, or a date and time with offset. */
export const moments = written(days);

/** A moment of what has happened already, whenever the tests run. */
export const pastMoments = written(daysPast);

/** A date and time with offset. */
export const instants = instantOn(days);

/** An instant that has passed, whenever the tests run. */
export const pastInstants = instantOn(daysPast);

/** A date that may lack its day or its month. */
export const partialDates = fc.tuple(days, precisions).map(([day, length]) => dayText(day).slice(0, length));

const bothEnds = fc
  .tuple(days, fc.oneof(fc.integer({ min: -1, max: 2 }), fc.integer({ min: -400, max: 4000 })))
  .chain(([day, length]) => record({ start: written(fc.constant(day)), end: written(fc.constant(day + length)) }))
  .filter(({ start, end }) => !surelyBefore(end, start));

/** A period with one end or both; both of any precision, and not surely backwards. */
export const periods: fc.Arbitrary<Period> = fc.oneof(
  { weight: 1, arbitrary: record({ start: moments }) },
  { weight: 1, arbitrary: record({ end: moments }) },
  { weight: 3, arbitrary: bothEnds },
);
