import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publishedFrom } from '../../../../mappings/indicators/published.ts';
import { STRATA_NAMES } from '../../../../mappings/indicators/strata.ts';
import type { Unit } from '../../../../mappings/indicators/unit.ts';
import { knownBounds } from './known-bounds.ts';
import { linearBounds } from './linear-bounds.ts';
import { CUT, tables } from './small-tables.ts';

test('no number of fewer than five children can be reckoned from all that is published of programmes, partners and districts together', () => {
  let told = 0;
  fc.assert(
    fc.property(tables, ({ counted, all }) => {
      const published = publishedFrom(all, STRATA_NAMES);
      for (const indicator of CUT.filter((it) => it.counted === counted)) {
        const its = published.find(({ name }) => name === indicator.name);
        if (its === undefined) throw new Error(indicator.name);
        told += its.strata?.rows.length ?? 0;
        for (const known of knownBounds(its, indicator, all)) {
          const isExact = known.max - known.min < 1e-6;
          if (isExact) expect([known, known.children === 0 || known.children >= 5]).toEqual([known, true]);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(told).toBeGreaterThan(50);
});

test('of no suppressed programme can it be reckoned that it has fewer than five', () => {
  fc.assert(
    fc.property(tables, ({ counted, all }) => {
      const published = publishedFrom(all, STRATA_NAMES);
      for (const indicator of CUT.filter((it) => it.counted === counted)) {
        const its = published.find(({ name }) => name === indicator.name);
        if (its === undefined) throw new Error(indicator.name);
        for (const { of, number, isHiddenRow, max } of knownBounds(its, indicator, all))
          if (isHiddenRow && number === 'counted') expect([of, max > 4.999]).toEqual([of, true]);
      }
    }),
    { numRuns: 150 },
  );
});

test('a partner is not told where, without it, two suppressed programmes would be five children together', () => {
  const ended = (row: Unit['row'], count: number, partner?: string): readonly Unit[] =>
    Array.from({ length: count }, (_, nth) => ({
      counted: 'completions',
      child: `${row}-${nth}`,
      row,
      ...(partner !== undefined && { partner }),
      amounts: { days: 10 },
    }));
  const partnersIn = (all: readonly Unit[]) =>
    publishedFrom(all, ['partner'])
      .find(({ name }) => name === 'days-to-completion')
      ?.strata?.rows.map(({ name, cell }) => [name, cell.suppressed ? '<5' : cell.counted]);
  // SIPPE is suppressed along with the two, and its partner serves no other programme; four and one are of others.
  const apart = (agirTot: number) => [
    ...[...ended('clsc', 4), ...ended('agir-tot', agirTot)],
    ...ended('sippe', 5, 'sippe-verdun'),
  ];
  expect(partnersIn(apart(1))).toEqual([]);
  expect(partnersIn(apart(2))).toEqual([
    ['sippe-verdun', 5],
    [undefined, 6],
  ]);
  // Or of one that serves the hospital too, so that it does not lie in what is suppressed.
  const across = (agirTot: number) => [
    ...[...ended('clsc', 4, 'maison'), ...ended('agir-tot', agirTot, 'maison')],
    ...[...ended('hospital', 10, 'maison'), ...ended('sippe', 5, 'sippe-verdun')],
  ];
  expect(partnersIn(across(1))).toEqual([]);
  expect(partnersIn(across(2))).toEqual([
    ['maison', 16],
    ['sippe-verdun', 5],
  ]);
});

test('the bounds are those that can be counted out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      (sums, numbers) => {
        const dot = (a: readonly number[], b: readonly number[]) =>
          a.reduce((sum, it, nth) => sum + it * (b[nth] ?? 0), 0);
        const equations = [[1, 1, 1, 1], ...sums].map((factors) => ({ factors, sum: dot(factors, numbers) }));
        const total = dot([1, 1, 1, 1], numbers);
        const range = Array.from({ length: 2 * total + 1 }, (_, nth) => nth / 2);
        const fits: (readonly number[])[] = [];
        for (const a of range)
          for (const b of range)
            for (const c of range) {
              const tried = [a, b, c, total - a - b - c];
              if ((tried[3] ?? -1) >= 0 && equations.every(({ factors, sum }) => dot(factors, tried) === sum))
                fits.push(tried);
            }
        const boundsOf = linearBounds(equations, 4);
        for (const at of [0, 1, 2, 3]) {
          const { min, max } = boundsOf([0, 1, 2, 3].map((it) => (it === at ? 1 : 0)));
          expect(min).toBeCloseTo(Math.min(...fits.map((it) => it[at] ?? 0)), 5);
          expect(max).toBeCloseTo(Math.max(...fits.map((it) => it[at] ?? 0)), 5);
        }
      },
    ),
    { numRuns: 40 },
  );
});
