import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { monthsAfter, quarterNamed, quarterOf, settledQuarters } from '../../../../mappings/indicators/quarter.ts';
import { dateOf, dayOf } from '../../../../mappings/ledger/day.ts';
import { localDayIn } from '../../../../mappings/ledger/local-day.ts';

const days = fc.integer({ min: dayOf('1990-01-01'), max: dayOf('2090-12-31') });

test('every day is in exactly one quarter, and quarters follow one another without a gap', () => {
  fc.assert(
    fc.property(days, (day) => {
      const quarter = quarterOf(day);
      expect(quarter.from <= day && day < quarter.to).toBe(true);
      expect(quarterNamed(quarter.name)).toEqual(quarter);
      expect(quarterOf(quarter.to).from).toBe(quarter.to);
      expect([90, 91, 92]).toContain(quarter.to - quarter.from);
    }),
  );
});

test.each(['2026', '2026-Q5', '2026-Q0', '2026-q3', ' 2026-Q3', '2026-Q3 ', '1826-Q3'])(
  '"%s" names no quarter',
  (name) => {
    expect(quarterNamed(name)).toBeUndefined();
  },
);

test('a quarter settles thirty days after its end, and not a day before', () => {
  const settledOn = (date: string) => settledQuarters(dayOf(date), 2).map(({ name }) => name);
  expect(settledOn('2026-10-30')).toEqual(['2026-Q2', '2026-Q1']);
  expect(settledOn('2026-10-31')).toEqual(['2026-Q3', '2026-Q2']);
});

test('six months later is the same day of the month, or the last one where there is none', () => {
  const after = (date: string) => dateOf(monthsAfter(dayOf(date), 6));
  expect(after('2026-01-15')).toBe('2026-07-15');
  expect(after('2025-08-31')).toBe('2026-02-28');
  expect(after('2023-08-31')).toBe('2024-02-29');
  expect(after('2026-12-01')).toBe('2027-06-01');
});

test('what happens in the night on which the clock changes is in the quarter of its local day', () => {
  const localDay = localDayIn('America/Toronto');
  // 1 November 2026, 01:30 twice; 31 December, 23:30 at the centre, when it is the next year in UTC.
  expect(dateOf(localDay(Date.parse('2026-11-01T05:30:00Z')))).toBe('2026-11-01');
  expect(dateOf(localDay(Date.parse('2026-11-01T06:30:00Z')))).toBe('2026-11-01');
  expect(quarterOf(localDay(Date.parse('2027-01-01T04:30:00Z'))).name).toBe('2026-Q4');
});
