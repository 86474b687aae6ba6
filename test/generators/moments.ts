import fc from 'fast-check';
import type { Period } from '../../mappings/domain/concepts.ts';
import { record } from './record.ts';

const DAY_MS = 86_400_000;
const OFFSETS = ['Z', '-05:00', '-04:00', '-03:30', '+00:00', '+05:45'] as const;

const days = fc.integer({ min: Date.parse('2006-01-01') / DAY_MS, max: Date.parse('2031-12-31') / DAY_MS });
const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** How a moment of one day may be written: the date only, or with a time, an offset, and perhaps milliseconds. */
const written = (day: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(dayText(day)),
    fc
      .tuple(
        fc.integer({ min: 0, max: 86_399 }),
        fc.constantFrom(...OFFSETS),
        fc.option(fc.integer({ min: 0, max: 999 })),
      )
      .map(([second, offset, millis]) => {
        const time = new Date(second * 1000).toISOString().slice(11, 19);
        const fraction = millis === null ? '' : `.${String(millis).padStart(3, '0')}`;
        return `${dayText(day)}T${time}${fraction}${offset}`;
      }),
  );

/** A date, or a date and time with offset. */
export const moments = days.chain(written);

/** A date that may lack its day or its month. */
export const partialDates = fc
  .tuple(days, fc.constantFrom(4, 7, 10))
  .map(([day, length]) => dayText(day).slice(0, length));

/** A period whose ends, if it has both, are days apart, so that they compare whatever their precision and offset. */
export const periods: fc.Arbitrary<Period> = fc.oneof(
  record({ start: moments }),
  record({ end: moments }),
  fc
    .tuple(days, fc.integer({ min: 3, max: 2000 }))
    .chain(([day, length]) => record({ start: written(day), end: written(day + length) })),
);
