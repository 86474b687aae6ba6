import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Indicator } from '../../../../mappings/indicators/indicator.ts';
import { INDICATORS } from '../../../../mappings/indicators/indicators.ts';
import { type PublishedIndicator, publishedFrom } from '../../../../mappings/indicators/published.ts';
import { STRATA_NAMES } from '../../../../mappings/indicators/strata.ts';
import type { Unit } from '../../../../mappings/indicators/unit.ts';
import { CUT, tables } from './small-tables.ts';

const nameOf = (unit: Unit, { strata }: Indicator): string | undefined => strata && unit[strata];

/** Whom each number of an indicator is about. */
const numbersOf = ({ by, of }: Indicator): readonly ((unit: Unit) => boolean)[] => [
  () => true,
  ...(by === 'share'
    ? [(unit: Unit) => unit.marks?.[of] === true, (unit: Unit) => unit.marks?.[of] === false]
    : by === 'mean'
      ? [(unit: Unit) => unit.amounts?.[of] !== 0]
      : []),
];

/** The cells of programme and stratum in which there is anything: whoever knows a town knows which these are. */
function atomsOf(indicator: Indicator, all: readonly Unit[]): readonly (readonly Unit[])[] {
  const atoms = new Map<string, Unit[]>();
  for (const unit of all) {
    const key = `${unit.row}|${nameOf(unit, indicator) ?? ''}`;
    atoms.set(key, [...(atoms.get(key) ?? []), unit]);
  }
  return [...atoms.values()];
}

/** Every published number as a sum of atoms: what somebody who adds and subtracts has to begin with. */
function equationsOf(
  published: PublishedIndicator,
  indicator: Indicator,
  atoms: readonly (readonly Unit[])[],
): readonly (readonly number[])[] {
  const { total, rows, strata } = published;
  const sumOf = (isIn: (unit: Unit) => boolean) => atoms.map(([unit]) => (unit !== undefined && isIn(unit) ? 1 : 0));
  const named = new Set((strata?.rows ?? []).flatMap(({ name }) => name ?? []));
  return [
    ...(total.suppressed ? [] : [sumOf(() => true)]),
    ...rows.flatMap(({ row, cell }) => (cell.suppressed ? [] : [sumOf((unit) => unit.row === row)])),
    ...(strata?.rows ?? []).map(({ name }) =>
      name === undefined
        ? sumOf((unit) => !named.has(nameOf(unit, indicator) ?? ''))
        : sumOf((unit) => nameOf(unit, indicator) === name),
    ),
  ];
}

/** Gaussian elimination; gives whether a vector is a combination of these. */
function spanOf(vectors: readonly (readonly number[])[]): (wanted: readonly number[]) => boolean {
  const basis: { readonly at: number; readonly vector: readonly number[] }[] = [];
  const reduced = (vector: readonly number[]): readonly number[] =>
    basis.reduce((left, { at, vector: by }) => {
      const times = (left[at] ?? 0) / (by[at] ?? 1);
      return left.map((it, nth) => it - times * (by[nth] ?? 0));
    }, vector);
  const firstIn = (vector: readonly number[]): number => vector.findIndex((it) => Math.abs(it) > 1e-9);
  for (const vector of vectors) {
    const left = reduced(vector);
    const at = firstIn(left);
    if (at !== -1) basis.push({ at, vector: left });
  }
  return (wanted) => firstIn(reduced(wanted)) === -1;
}

test('behind every number that any sum and difference of strata, programmes and total gives, stand no child or at least five', () => {
  let told = 0;
  fc.assert(
    fc.property(tables, ({ counted, all }) => {
      for (const indicator of CUT.filter((it) => it.counted === counted)) {
        const published = publishedFrom(all, STRATA_NAMES).find(({ name }) => name === indicator.name);
        if (published === undefined) throw new Error(indicator.name);
        told += published.strata?.rows.length ?? 0;
        const atoms = atomsOf(indicator, all);
        const isTold = spanOf(equationsOf(published, indicator, atoms));
        for (let choice = 1; choice < 2 ** atoms.length; choice += 1) {
          const chosen = atoms.map((_, nth) => Math.floor(choice / 2 ** nth) % 2);
          if (!isTold(chosen)) continue;
          const units = atoms.flatMap((its, nth) => (chosen[nth] === 1 ? its : []));
          for (const isIn of numbersOf(indicator)) {
            const children = new Set(units.filter(isIn).map(({ child }) => child)).size;
            expect([indicator.name, children === 0 || children >= 5]).toEqual([indicator.name, true]);
          }
        }
      }
    }),
    { numRuns: 250 },
  );
  expect(told).toBeGreaterThan(50);
});

test('strata change nothing of what is published without them, and what has none of its own is told among the others', () => {
  fc.assert(
    fc.property(tables, ({ counted, all }) => {
      const plain = publishedFrom(all);
      const cut = publishedFrom(all, STRATA_NAMES);
      expect(cut.map(({ strata: _strata, ...it }) => it)).toEqual(plain);
      for (const { name, total, strata } of cut) {
        if (strata === undefined || strata.rows.length === 0) continue;
        const countedIn = strata.rows.map(({ cell }) => (cell.suppressed ? Number.NaN : cell.counted));
        expect(countedIn.reduce((sum, it) => sum + it, 0)).toBe(total.suppressed ? undefined : total.counted);
        expect([name, INDICATORS.find((it) => it.name === name)?.counted]).toEqual([name, counted]);
      }
    }),
    { numRuns: 100 },
  );
});

test('the order of units changes nothing, nor does turning on what an indicator is not cut by', () => {
  fc.assert(
    fc.property(tables, ({ all }) => {
      const cut = publishedFrom(all, STRATA_NAMES);
      expect(publishedFrom([...all].reverse(), [...STRATA_NAMES].reverse())).toEqual(cut);
      for (const by of STRATA_NAMES)
        expect(publishedFrom(all, [by])).toEqual(
          cut.map(({ strata, ...it }) => (strata?.by === by ? { ...it, strata } : it)),
        );
    }),
    { numRuns: 50 },
  );
});

const asked = (partner: string, row: Unit['row'], count: number): readonly Unit[] =>
  Array.from({ length: count }, (_, nth) => ({
    counted: 'completions',
    child: `${partner}-${nth}`,
    row,
    partner,
    amounts: { days: 10 },
  }));
const partnersIn = (all: readonly Unit[]) =>
  publishedFrom(all, ['partner'])
    .find(({ name }) => name === 'days-to-completion')
    ?.strata?.rows.map(({ name, cell }) => [name, cell.suppressed ? '<5' : cell.counted]);

test('a partner is not told where the programme without it would be two children', () => {
  const both = [...asked('verdun', 'clsc', 18), ...asked('lasalle', 'clsc', 2)];
  expect(partnersIn([...both, ...asked('hopital', 'hospital', 9)])).toEqual([
    ['hopital', 9],
    [undefined, 20],
  ]);
  // With three more elsewhere there are five others in all, and still two in this programme and three in that.
  expect(partnersIn([...both, ...asked('hopital', 'hospital', 9), ...asked('sippe', 'hospital', 3)])).toEqual([]);
});

test('a stratum with too few children is not even named', () => {
  const all = [...asked('verdun', 'clsc', 18), ...asked('maison', 'clsc', 4), ...asked('lasalle', 'clsc', 7)];
  expect(partnersIn(all)).toEqual([
    ['verdun', 18],
    [undefined, 11],
  ]);
  expect(JSON.stringify(publishedFrom(all, STRATA_NAMES))).not.toContain('maison');
});

test('partners stand in the order of their names, whatever their numbers, and all others last', () => {
  const all = [...asked('ahuntsic', 'clsc', 18), ...asked('verdun', 'clsc', 7), ...asked('lasalle', 'clsc', 12)];
  expect(partnersIn([...all, ...asked('zones', 'clsc', 2), ...asked('abri', 'clsc', 3)])).toEqual([
    ['ahuntsic', 18],
    ['lasalle', 12],
    ['verdun', 7],
    [undefined, 5],
  ]);
});
