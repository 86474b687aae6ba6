import type { Indicator } from './indicator.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import type { StrataBy } from './strata.ts';
import { choicesOf, isWide, type Shown, safetyOf } from './suppression.ts';
import type { Unit } from './unit.ts';

/** Which strata may be published beside the programmes: each with its units, and all others together. */
export interface StrataShown {
  readonly strata: ReadonlyMap<string, readonly Unit[]>;
  /** What has no stratum of its own; it is told too, so that no stratum stands there only to say that it is small. */
  readonly others: readonly Unit[];
}

/**
 * Strata of the units of one thing that is counted, beside what is published of its total and its programmes, which stays as it is. Behind each
 * number that they tell, and each that any sum and difference of strata, programmes and total leaves, stand no child or at least five, and of no
 * programme that is suppressed can it be reckoned that it has fewer; where the total is suppressed there are none.
 *
 * Why that holds: programmes that are shown and the rest of the total cut the units once, strata and others cut them a second time. Whatever
 * adds and subtracts such pieces to a whole number of each unit’s once or never is made of differences A − B that do not overlap, where A is
 * made of pieces of one cut and holds the whole of B, made of pieces of the other; and A need only be made of programmes that B touches. All
 * of these are looked at, with the largest B, and with the largest that leaves some suppressed programmes whole. What gives too few children
 * away goes to the others, the smallest first.
 */
export function strataShown(
  units: readonly Unit[],
  { total, rows }: Shown,
  indicators: readonly Indicator[],
  by: StrataBy,
): StrataShown {
  if (total === undefined) return { strata: new Map(), others: [] };
  const isSafe = safetyOf(indicators);
  const programmeOf = ({ row }: Unit): string => (rows.get(row) === undefined ? REST : row);
  const piece = (name: string, its: readonly Unit[]): Piece => ({ name, its, touches: new Set(its.map(programmeOf)) });
  const programmes = choicesOf([...new Set(units.map(programmeOf))].sort());
  const isAway = (row: ProgrammeRow): boolean => rows.has(row) && rows.get(row) === undefined;
  const away = choicesOf([...rows.keys()].filter(isAway));
  /** How many of the programmes that are suppressed lie wholly in these units. */
  const awayIn = (some: readonly Unit[]): number => {
    const its = new Set(some);
    return [...rows.keys()].filter((row) => isAway(row) && units.every((unit) => unit.row !== row || its.has(unit)))
      .length;
  };
  /** The programmes of which what is left, without pieces that lie wholly in them, gives too few away. */
  const tellingOf = (pieces: readonly Piece[]): readonly string[] | undefined =>
    programmes.find((some) => {
      const inside = pieces.filter(({ touches }) => [...touches].every((it) => some.includes(it)));
      return away.some((left) => {
        const without = inside.filter(({ its }) => !its.some(({ row }) => left.includes(row)));
        const touched = new Set(without.flatMap(({ touches }) => [...touches]));
        if (touched.size < some.length) return false;
        const held = new Set(without.flatMap(({ its }) => its));
        const rest = units.filter((unit) => some.includes(programmeOf(unit)) && !held.has(unit));
        return !isSafe(rest) || !isWide(rest, awayIn(rest));
      });
    });

  let kept = [...new Set(units.flatMap((unit) => unit[by] ?? []))]
    .map((name) =>
      piece(
        name,
        units.filter((unit) => unit[by] === name),
      ),
    )
    .filter(({ its }) => isSafe(its))
    .sort((a, b) => a.its.length - b.its.length || (a.name < b.name ? -1 : 1));
  while (kept.length > 0) {
    const others = units.filter((unit) => !kept.some(({ name }) => name === unit[by]));
    const rest = piece(REST, others);
    const telling = isSafe(others) ? tellingOf([...kept, rest]) : [...rest.touches];
    if (telling === undefined) return { strata: new Map(kept.map(({ name, its }) => [name, its])), others };
    const smallest = kept.find(({ touches }) => telling.some((it) => touches.has(it)));
    kept = kept.filter((it) => it !== smallest);
  }
  return { strata: new Map(), others: [] };
}

/** What has no name of its own in a cut. */
const REST = '';

interface Piece {
  readonly name: string;
  readonly its: readonly Unit[];
  /** Pieces of the other cut that hold any of its units. */
  readonly touches: ReadonlySet<string>;
}
