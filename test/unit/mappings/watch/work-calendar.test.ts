import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayOf } from '../../../../mappings/ledger/day.ts';
import {
  easter,
  isSchoolDay,
  isWorkingDay,
  type Province,
  schoolEntry,
  workingDaysAfter,
} from '../../../../mappings/watch/work-calendar.ts';

const offIn = (province: Province, year: number): readonly string[] => {
  const days = Array.from(
    { length: dayOf(`${year + 1}-01-01`) - dayOf(`${year}-01-01`) },
    (_, nth) => nth + dayOf(`${year}-01-01`),
  );
  const isWeekend = (day: number) => [0, 6].includes(new Date(`${dateOf(day)}T12:00:00Z`).getUTCDay());
  return days.filter((day) => !isWeekend(day) && !isWorkingDay(day, province)).map(dateOf);
};

test('Easter falls where almanacs say', () => {
  const years = [2019, 2024, 2025, 2026, 2027, 2038];
  expect(years.map((year) => dateOf(easter(year)))).toEqual([
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ]);
});

describe('days off on weekdays, read in printed calendars', () => {
  test('in Québec in 2026', () => {
    expect(offIn('QC', 2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-18',
      '2026-06-24',
      '2026-07-01',
      '2026-09-07',
      '2026-10-12',
      '2026-12-25',
    ]);
  });

  test('in Ontario in 2026, where Boxing Day is a Saturday', () => {
    expect(offIn('ON', 2026)).toEqual([
      '2026-01-01',
      '2026-02-16',
      '2026-04-03',
      '2026-05-18',
      '2026-07-01',
      '2026-09-07',
      '2026-10-12',
      '2026-12-25',
    ]);
  });

  test('Canada Day on a Sunday is kept on the Monday', () => {
    expect(isWorkingDay(dayOf('2029-07-02'), 'QC')).toBe(false);
    expect(isWorkingDay(dayOf('2028-07-03'), 'QC')).toBe(true);
  });
});

test('five working days after a Friday before a long weekend is the Monday after the next one', () => {
  const worked = (day: number) => isWorkingDay(day, 'QC');
  expect(dateOf(workingDaysAfter(dayOf('2026-10-09'), 5, worked))).toBe('2026-10-19');
});

test('the nth working day is worked, and n worked days lie from the day after up to it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: dayOf('2024-01-01'), max: dayOf('2030-12-31') }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom<Province>('QC', 'ON'),
      (day, count, province) => {
        const worked = (it: number) => isWorkingDay(it, province);
        const end = workingDaysAfter(day, count, worked);
        const between = Array.from({ length: end - day }, (_, nth) => day + nth + 1);
        expect(worked(end)).toBe(true);
        expect(between.filter(worked)).toHaveLength(count);
      },
    ),
    { numRuns: 60 },
  );
});

test('a school is closed in summer and around the new year', () => {
  expect(
    ['2026-06-23', '2026-06-25', '2026-08-31', '2026-09-01', '2026-12-29', '2027-01-06'].map((date) =>
      isSchoolDay(dayOf(date), 'QC'),
    ),
  ).toEqual([true, false, false, true, false, true]);
});

test('who is five by the end of September enters school that September', () => {
  expect(
    ['2021-09-30', '2021-10-01', '2021-03', '2021'].map((birth) => schoolEntry(birth)).map((day) => day && dateOf(day)),
  ).toEqual(['2026-09-01', '2027-09-01', '2026-09-01', undefined]);
});
