import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Indicator } from '../../../../mappings/indicators/indicator.ts';
import { INDICATORS } from '../../../../mappings/indicators/indicators.ts';
import { PROGRAMME_NAMES } from '../../../../mappings/indicators/programme-rows.ts';
import { publishedFrom } from '../../../../mappings/indicators/published.ts';
import type { Unit } from '../../../../mappings/indicators/unit.ts';
import { knownBounds } from './known-bounds.ts';

/** Small tables on purpose: few children, several things of the same child, rows with one or two. */
const units = (counted: Unit['counted']): fc.Arbitrary<readonly Unit[]> =>
  fc.array(
    fc.record({
      counted: fc.constant(counted),
      child: fc.integer({ min: 1, max: 30 }).map((nth) => `Patient/${nth}`),
      row: fc.constantFrom(...PROGRAMME_NAMES.slice(0, 5)),
      marks: fc.record({
        inTime: fc.boolean(),
        told: fc.boolean(),
        again: fc.boolean(),
        joint: fc.boolean(),
        evaluated: fc.boolean(),
      }),
      amounts: fc.record({
        days: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constant(Number.POSITIVE_INFINITY)),
        waiting: fc.integer({ min: 0, max: 2 }),
        asked: fc.integer({ min: 0, max: 1 }),
        open: fc.constantFrom(0, 0, 0, 90),
        changes: fc.constantFrom(0, 0, 1),
        change: fc.constantFrom(-1, 0, 0, 1, 2),
      }),
    }),
    { maxLength: 60, size: 'max' },
  );

const COUNTED = [...new Set(INDICATORS.map(({ counted }) => counted))];
const tables = fc.constantFrom(...COUNTED).chain((counted) => units(counted).map((all) => ({ counted, all })));

const childrenIn = (some: readonly Unit[]): number => new Set(some.map(({ child }) => child)).size;

/** Whom the numbers of an indicator are about: how many are counted, with the mark and without, and who makes up an average. */
const numbersOf = ({ by, of }: Indicator): readonly ((unit: Unit) => boolean)[] => [
  () => true,
  ...(by === 'share'
    ? [(unit: Unit) => unit.marks?.[of] === true, (unit: Unit) => unit.marks?.[of] === false]
    : by === 'mean'
      ? [(unit: Unit) => unit.amounts?.[of] !== 0]
      : []),
];

/**
 * What somebody who subtracts all that is published of one indicator can tell: each number that stands there, and, where the total stands
 * there, the number of all that is suppressed together.
 */
function toldGroups(indicator: Indicator, all: readonly Unit[]): readonly (readonly Unit[])[] {
  const published = publishedFrom(all).find(({ name }) => name === indicator.name);
  if (published === undefined) throw new Error(indicator.name);
  const { total, rows } = published;
  const shown = rows.filter(({ cell }) => !cell.suppressed).map(({ row }) => all.filter((unit) => unit.row === row));
  const hidden = new Set(rows.filter(({ cell }) => cell.suppressed).map(({ row }) => row));
  const rest = all.filter(({ row }) => hidden.has(row));
  return [...shown, ...(total.suppressed ? [] : [all, ...(indicator.byProgramme ? [rest] : [])])];
}

test('behind every number that is published, or that subtraction leaves, stand no child or at least five', () => {
  fc.assert(
    fc.property(tables, ({ counted, all }) => {
      for (const indicator of INDICATORS.filter((it) => it.counted === counted))
        for (const group of toldGroups(indicator, all))
          for (const isIn of numbersOf(indicator)) {
            const children = childrenIn(group.filter(isIn));
            expect([indicator.name, children === 0 || children >= 5]).toEqual([indicator.name, true]);
          }
    }),
    { numRuns: 600 },
  );
});

test('no suppressed cell can be solved from the cells that are published', () => {
  fc.assert(
    fc.property(tables, ({ counted, all }) => {
      for (const indicator of INDICATORS.filter((it) => it.counted === counted && it.byProgramme)) {
        const published = publishedFrom(all).find(({ name }) => name === indicator.name);
        const known = published && knownBounds(published, indicator, all).filter(({ isHiddenRow }) => isHiddenRow);
        for (const { of, number, min, max, children } of known ?? []) {
          // It may be as many as are told anywhere, and no one number, but where it is told that there are none at all.
          if (number === 'counted') expect([indicator.name, of, max > 4.999]).toEqual([indicator.name, of, true]);
          const isSolved = max - min < 1e-6 && children > 0;
          expect([indicator.name, of, number, isSolved]).toEqual([indicator.name, of, number, false]);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('five programmes with one child each do not tell by their number how many are in each', () => {
  const one = (row: Unit['row'], count = 1): readonly Unit[] =>
    Array.from({ length: count }, (_, nth) => ({
      counted: 'completions',
      child: `${row}-${nth}`,
      row,
      amounts: { days: 1 },
    }));
  const cellsOf = (all: readonly Unit[]) => {
    const published = publishedFrom(all).find(({ name }) => name === 'days-to-completion');
    return [published?.total, ...(published?.rows ?? []).map(({ cell }) => cell)].map((cell) =>
      cell === undefined || cell.suppressed ? '<5' : cell.counted,
    );
  };
  const ones = PROGRAMME_NAMES.slice(0, 5).flatMap((row) => one(row));
  const [, , , , , sixth = 'clsc'] = PROGRAMME_NAMES;
  // Nine could be five, one, one, one and one; five can be only one in each, so that the total is not told.
  expect(cellsOf(ones)).toEqual(['<5', '<5', '<5', '<5', '<5', '<5']);
  expect(cellsOf([...ones, ...one(sixth, 8)])).toEqual([13, '<5', '<5', '<5', '<5', '<5', '<5']);
  expect(cellsOf([...ones, ...one(sixth, 4)])).toEqual(['<5', '<5', '<5', '<5', '<5', '<5', '<5']);
});

test('what every indicator of one thing tells is shown or suppressed together, so that none tells what another hides', () => {
  fc.assert(
    fc.property(tables, ({ counted, all }) => {
      const shapes = publishedFrom(all)
        .filter(({ name }) => INDICATORS.find((it) => it.name === name)?.counted === counted)
        .map(({ total, rows }) =>
          JSON.stringify([total.suppressed, rows.map(({ row, cell }) => [row, cell.suppressed])]),
        );
      expect(new Set(shapes).size).toBe(1);
    }),
    { numRuns: 100 },
  );
});

test('six requests of one child are one child', () => {
  const unit = (child: string): Unit => ({ counted: 'completions', child, row: 'clsc', amounts: { days: 3 } });
  const cellOf = (all: readonly Unit[]) => publishedFrom(all).find(({ name }) => name === 'days-to-completion')?.total;
  expect(cellOf(['a', 'a', 'a', 'a', 'a', 'a'].map(unit))).toEqual({ suppressed: true });
  expect(cellOf(['a', 'b', 'c', 'd'].map(unit))).toEqual({ suppressed: true });
  expect(cellOf(['a', 'b', 'c', 'd', 'e'].map(unit))).toEqual({ suppressed: false, counted: 5, value: 3 });
  expect(cellOf([])).toEqual({ suppressed: false, counted: 0 });
});

test('a small programme takes the next smallest with it, and everything else stays', () => {
  const some = (row: Unit['row'], count: number): readonly Unit[] =>
    Array.from({ length: count }, (_, nth) => ({
      counted: 'completions',
      child: `${row}-${nth}`,
      row,
      amounts: { days: 10 },
    }));
  const all = [...some('clsc', 20), ...some('sippe', 7), ...some('hospital', 3), ...some('agir-tot', 9)];
  const published = publishedFrom(all).find(({ name }) => name === 'days-to-completion');
  expect(published?.total).toEqual({ suppressed: false, counted: 39, value: 10 });
  expect(published?.rows.map(({ row, cell }) => [row, cell.suppressed ? '<5' : cell.counted])).toEqual([
    ['clsc', 20],
    ['sippe', '<5'],
    ['agir-tot', 9],
    ['hospital', '<5'],
  ]);
});

test('a median that more than half have not reached yet has no number', () => {
  const waits = (days: readonly number[]) =>
    publishedFrom(
      days.map((day, nth) => ({
        counted: 'answers',
        child: String(nth),
        row: 'clsc',
        marks: { inTime: true },
        amounts: { days: day },
      })),
    ).find(({ name }) => name === 'days-to-answer')?.total;
  const never = Number.POSITIVE_INFINITY;
  expect(waits([1, 2, 3, never, never])).toEqual({ suppressed: false, counted: 5, value: 3 });
  expect(waits([1, 2, never, never, never])).toEqual({ suppressed: false, counted: 5 });
  expect(waits([1, 2, 4, 8, never, never])).toEqual({ suppressed: false, counted: 6, value: 6 });
});
