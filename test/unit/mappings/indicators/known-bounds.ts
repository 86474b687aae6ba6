import type { Indicator } from '../../../../mappings/indicators/indicator.ts';
import type { PublishedIndicator } from '../../../../mappings/indicators/published.ts';
import type { Unit } from '../../../../mappings/indicators/unit.ts';
import { type Bounds, type Equation, linearBounds } from './linear-bounds.ts';

/** Something that is not published, and what somebody who has all that is can know of one of its numbers. */
export interface Known extends Bounds {
  readonly of: string;
  readonly number: 'counted' | 'having' | 'not' | 'amount';
  readonly isHiddenRow: boolean;
  /** How many children really stand behind that number. */
  readonly children: number;
}

/**
 * Bounds on every suppressed row, every stratum without a row of its own and every cell of programme and stratum, by all that is published of
 * one indicator together. The reader knows which cells there can be at all, that no number is negative, that no more have a mark than are
 * counted, that in a row that is suppressed there is something, and every sum to the last digit.
 */
export function knownBounds(
  published: PublishedIndicator,
  indicator: Indicator,
  all: readonly Unit[],
): readonly Known[] {
  const { byProgramme, strata: by, of } = indicator;
  const rowOf = ({ row }: Unit): string => (byProgramme ? row : '');
  const nameOf = (unit: Unit): string => (by && unit[by]) ?? '';
  const cells = new Map(
    all.map((unit) => [`${rowOf(unit)}|${nameOf(unit)}`, { row: rowOf(unit), name: nameOf(unit) }]),
  );
  const atoms = [...cells].map(([key, { row, name }]) => ({
    ...{ key, row, name },
    units: all.filter((unit) => rowOf(unit) === row && nameOf(unit) === name),
  }));
  type Atom = (typeof atoms)[number];
  const numbers = NUMBERS[indicator.by];
  const hidden = published.rows.filter(({ cell }) => cell.suppressed).map(({ row }): string => row);
  const strata = published.strata?.rows ?? [];
  const named = new Set(strata.flatMap(({ name }) => name ?? []));
  const size = atoms.length * numbers.length + hidden.length;

  const sumOf = (units: readonly Unit[], number: Known['number']): number =>
    number === 'amount'
      ? units.reduce((sum, { amounts }) => sum + (amounts?.[of] ?? 0), 0)
      : units.filter(standsBehind(number, of)).length;
  /** Those counted are those with a mark and those without. */
  const factorsOf = (isIn: (atom: Atom) => boolean, number: Known['number']): readonly number[] => [
    ...atoms.flatMap((atom) =>
      numbers.map((it) => (isIn(atom) && (it === number || (number === 'counted' && it !== 'amount')) ? 1 : 0)),
    ),
    ...hidden.map(() => 0),
  ];
  const told = [
    ...(published.total.suppressed ? [] : [() => true]),
    ...published.rows
      .filter(({ cell }) => !cell.suppressed)
      .map(
        ({ row }) =>
          (atom: Atom) =>
            atom.row === row,
      ),
    ...strata.map(
      ({ name }) =>
        (atom: Atom) =>
          name === undefined ? !named.has(atom.name) : atom.name === name,
    ),
  ];
  const equations: readonly Equation[] = [
    ...told.flatMap((isIn) =>
      numbers.map((number) => ({
        factors: factorsOf(isIn, number),
        sum: sumOf(
          atoms.filter(isIn).flatMap(({ units }) => units),
          number,
        ),
      })),
    ),
    // One at least, and whatever there is beyond.
    ...hidden.map((row, nth) => {
      const factors = [...factorsOf((atom) => atom.row === row, 'counted')];
      factors[atoms.length * numbers.length + nth] = -1;
      return { factors, sum: 1 };
    }),
  ];
  if (published.total.suppressed) return [];
  const boundsOf = linearBounds(equations, size);
  const wanted: readonly {
    readonly of: string;
    readonly isIn: (atom: Atom) => boolean;
    readonly isHiddenRow?: true;
  }[] = [
    ...hidden.map((row) => ({ of: row, isIn: (atom: Atom) => atom.row === row, isHiddenRow: true as const })),
    ...[...new Set(atoms.map(({ name }) => name))]
      .filter((name) => !named.has(name))
      .map((name) => ({ of: `stratum ${name}`, isIn: (atom: Atom) => atom.name === name })),
    ...atoms.map(({ key }) => ({ of: key, isIn: (atom: Atom) => atom.key === key })),
  ];
  return wanted.flatMap(({ of: what, isIn, isHiddenRow = false }) => {
    const units = atoms.filter(isIn).flatMap((atom) => atom.units);
    return [...new Set<Known['number']>(['counted', ...numbers])].map((number) => ({
      of: what,
      number,
      isHiddenRow,
      children: new Set(units.filter(standsBehind(number, of)).map(({ child }) => child)).size,
      ...boundsOf(factorsOf(isIn, number)),
    }));
  });
}

const NUMBERS: Readonly<Record<Indicator['by'], readonly Known['number'][]>> = {
  share: ['having', 'not'],
  mean: ['counted', 'amount'],
  median: ['counted'],
};

const standsBehind =
  (number: Known['number'], of: string) =>
  ({ marks, amounts }: Unit): boolean =>
    number === 'having'
      ? marks?.[of] === true
      : number === 'not'
        ? marks?.[of] !== true
        : number === 'amount'
          ? amounts?.[of] !== 0
          : true;
