import { expect, test } from '@jest/globals';
import { dateTimeFrom, isRealDay, localDateTime } from '../../../../sandbox/partners/local-time.ts';

test.each([
  ['2026-02-03T15:00:00Z', '2026-02-03T10:00:00.000-05:00'],
  ['2026-07-03T15:00:00.250Z', '2026-07-03T11:00:00.250-04:00'],
  ['2026-01-01T03:30:00Z', '2025-12-31T22:30:00.000-05:00'],
])('%s on the wall in Montréal is %s', (instant, local) => {
  expect(localDateTime(new Date(instant))).toBe(local);
});

test.each([
  ['2026-02-03T10:00:00-05:00', '2026-02-03T10:00:00-05:00'],
  ['2026-02-03T15:00Z', '2026-02-03T15:00:00Z'],
  ['2026-02-03T10:00', '2026-02-03T10:00:00.000-05:00'],
  ['2026-07-03T10:00:30', '2026-07-03T10:00:30.000-04:00'],
  // The clock goes forward on 2026-03-08 and back on 2026-11-01, both at 2:00.
  ['2026-03-08T01:59', '2026-03-08T01:59:00.000-05:00'],
  ['2026-03-08T03:00', '2026-03-08T03:00:00.000-04:00'],
  ['2026-11-01T03:00', '2026-11-01T03:00:00.000-05:00'],
])('«%s» is the moment %s', (written, moment) => {
  expect(dateTimeFrom(written)).toBe(moment);
});

test.each(['2026-02-30T10:00:00Z', '2026-02-03', '2026-02-03T25:00Z', '2026-02-03T10:00:00+15:00', 'hier', ''])(
  '«%s» is no moment',
  (written) => {
    expect(dateTimeFrom(written)).toBeUndefined();
  },
);

test('a leap day is a day only in leap years', () => {
  expect([isRealDay('2028-02-29'), isRealDay('2026-02-29'), isRealDay('2026-13-01')]).toEqual([true, false, false]);
});
