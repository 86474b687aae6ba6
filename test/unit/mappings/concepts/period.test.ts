import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fhirPeriodFrom, periodFrom } from '../../../../mappings/concepts/period.ts';
import { periods } from '../../../generators/moments.ts';

test.each([
  [{ start: '2025', end: '2025-06' }, '2025', '2025'],
  [{ start: '2025-06-15', end: '2025-06' }, '2025-06', '2025-06'],
  [{ start: '2025-06-01', end: '2025-06-01T10:00:00-04:00' }, '2025-06-01', '2025-06-01'],
  [{ start: '2025-06-02T01:00:00+14:00', end: '2025-06-01' }, '2025-06', '2025-06'],
  [{ start: '2025-06-01T10:00:00Z', end: '2025-06-01T10:00:00.250Z' }, '2025-06-01', '2025-06-01'],
  [{ start: '2025-01-01T01:00:00+14:00', end: '2024-12-31' }, undefined, '2024-12-31'],
  [{ start: '2024-06-15', end: '2025' }, '2024-06-15', '2025'],
  [
    { start: '2025-06-02T01:00:00+14:00', end: '2025-06-01T23:00:00-05:00' },
    '2025-06-02T01:00:00+14:00',
    '2025-06-01T23:00:00-05:00',
  ],
  [{ start: '2025-06-01', end: '2025-06-01' }, '2025-06-01', '2025-06-01'],
  [{ end: '2025' }, undefined, '2025'],
])('%j is written from %s to %s, and comes back as it was said', (period, start, end) => {
  const written = fhirPeriodFrom(period);
  expect([written.start, written.end]).toEqual([start, end]);
  expect(periodFrom(written)).toEqual(period);
});

test('no period is written whose ends FHIR could not put in order', () => {
  fc.assert(
    fc.property(periods, (period) => {
      const { start, end } = fhirPeriodFrom(period);
      fc.pre(start !== undefined && end !== undefined && start !== end);
      // Dates alone must differ where both have digits; moments, by whole seconds.
      const length = Math.min(start.length, end.length, 10);
      if (start.includes('T') && end.includes('T')) expect(Date.parse(start)).toBeLessThan(Date.parse(end));
      else expect(start.slice(0, length) < end.slice(0, length)).toBe(true);
    }),
  );
});
