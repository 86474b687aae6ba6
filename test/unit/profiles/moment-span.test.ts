import { expect, test } from '@jest/globals';
import { momentSpan, surelyBefore } from '../../../profiles/moment-span.ts';

test.each([
  ['2026', '2025-12-31T10:00:00.000Z', '2027-01-01T11:59:59.999Z'],
  ['2026-02', '2026-01-31T10:00:00.000Z', '2026-03-01T11:59:59.999Z'],
  ['2024-02-29', '2024-02-28T10:00:00.000Z', '2024-03-01T11:59:59.999Z'],
  ['2026-11-20T14:30:00-05:00', '2026-11-20T19:30:00.000Z', '2026-11-20T19:30:00.000Z'],
])('%s is all the hours that it may be anywhere', (moment, start, end) => {
  const { startMs, endMs } = momentSpan(moment);
  expect([new Date(startMs).toISOString(), new Date(endMs).toISOString()]).toEqual([start, end]);
});

test.each([
  ['2020', '2021'],
  ['2020-12-31', '2021-01-01'],
  ['2020-05', '2020-06-01'],
  ['2026-05-17T10:00:00Z', '2026-05-17T06:00:01-04:00'],
  ['2026-05-15', '2026-05-17T23:00:00-04:00'],
])('%s is surely before %s', (end, start) => {
  expect(surelyBefore(end, start)).toBe(true);
});

test.each([
  ['2020', '2020-12-31'],
  ['2020-05', '2020-05-31'],
  ['2020-05-17', '2020-05-17'],
  ['2026-05-17', '2026-05-17T23:00:00-04:00'],
  ['2026-05-17T10:00:00Z', '2026-05-17T06:00:00-04:00'],
])('%s may not be before %s', (end, start) => {
  expect(surelyBefore(end, start)).toBe(false);
});
