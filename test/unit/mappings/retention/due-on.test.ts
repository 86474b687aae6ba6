import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueOn } from '../../../../mappings/retention/due-on.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const years = fc.integer({ min: 1, max: 40 });

describe('from which day a file may be destroyed', () => {
  test.each([
    ['ten years after the last entry', { years: 10 }, { lastEntry: '2026-11-20' }, '2036-11-20'],
    ['from a 29 February, on 1 March', { years: 1 }, { lastEntry: '2028-02-29' }, '2029-03-01'],
    [
      'never before ten years after the child is of age',
      { years: 5, afterMajority: 10 },
      { lastEntry: '2026-11-20', birthDate: '2023-05-04' },
      '2051-05-04',
    ],
    [
      'the later of the two',
      { years: 10, afterMajority: 0 },
      { lastEntry: '2039-01-01', birthDate: '2021-01-01' },
      '2049-01-01',
    ],
    [
      'of a birth year alone, the last day of it',
      { years: 1, afterMajority: 10 },
      { lastEntry: '2026-11-20', birthDate: '2020' },
      '2048-12-31',
    ],
    [
      'of a birth month, its last day, leap years too',
      { years: 1, afterMajority: 10 },
      { lastEntry: '2026-11-20', birthDate: '2020-02' },
      '2048-02-29',
    ],
    ['nobody can tell without a birth date', { years: 1, afterMajority: 10 }, { lastEntry: '2026-11-20' }, undefined],
  ])('%s', (_name, term, dates, due) => {
    expect(dueOn(term, dates)).toBe(due);
  });

  test('it never comes before the term since the last entry, nor before the age, and a later entry never makes it earlier', () => {
    fc.assert(
      fc.property(day, day, day, years, years, (one, other, birthDate, after, afterMajority) => {
        const [earlier = '', later = ''] = [one, other].sort();
        const term = { years: after, afterMajority };
        const first = dueOn(term, { lastEntry: earlier, birthDate }) ?? '';
        expect(first >= (dueOn({ years: after }, { lastEntry: earlier }) ?? '')).toBe(true);
        expect(Number(first.slice(0, 4))).toBeGreaterThanOrEqual(Number(birthDate.slice(0, 4)) + 18 + afterMajority);
        expect((dueOn(term, { lastEntry: later, birthDate }) ?? '') >= first).toBe(true);
      }),
    );
  });

  test('what is not known of a birth date never makes a file due earlier', () => {
    fc.assert(
      fc.property(day, day, years, (lastEntry, birthDate, afterMajority) => {
        const term = { years: 1, afterMajority };
        const due = dueOn(term, { lastEntry, birthDate }) ?? '';
        for (const length of [7, 4])
          expect((dueOn(term, { lastEntry, birthDate: birthDate.slice(0, length) }) ?? '') >= due).toBe(true);
      }),
    );
  });
});
