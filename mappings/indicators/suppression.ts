import type { Indicator } from './indicator.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import type { Unit } from './unit.ts';

/** A cell is shown only if nobody, or at least so many children, stand behind each number that it tells. */
export const CELL_MIN = 5;

/** What may be published of one thing that is counted: everything in one row or nothing of it, since the numbers of a row tell each other. */
export interface Shown {
  /** The centre as a whole; undefined where it is suppressed. */
  readonly total: readonly Unit[] | undefined;
  /** Rows in which there is anything; suppressed ones without their units. */
  readonly rows: ReadonlyMap<ProgrammeRow, readonly Unit[] | undefined>;
}

/**
 * Which rows of a table may be published. Behind every number that the table tells, and every one that subtraction of published rows from the
 * total leaves, stand no child or at least five: for how many are counted, for how many have a mark and have not, for those who make up an
 * average. Where what is suppressed could be told from the rest, other rows are suppressed along with it: those that hide the least; where
 * that is not enough, the total is.
 */
export function suppressed(units: readonly Unit[], indicators: readonly Indicator[]): Shown {
  const isSafe = safetyOf(indicators);
  const total = isSafe(units) ? units : undefined;
  if (indicators.every(({ byProgramme }) => !byProgramme)) return { total, rows: new Map() };
  const rows = [...new Set(units.map(({ row }) => row))].sort();
  const unitsOf = (names: readonly ProgrammeRow[]) => units.filter(({ row }) => names.includes(row));
  const small = rows.filter((row) => !isSafe(unitsOf([row])));
  const others = rows.filter((row) => !small.includes(row));
  const isKept = (along: readonly ProgrammeRow[]): boolean => {
    const away = [...small, ...along];
    return isSafe(unitsOf(away)) && isWide(unitsOf(away), away.length);
  };
  const along = total && fewest(others, (some) => unitsOf(some).length).find(isKept);
  const hidden = new Set([...small, ...(along ?? [])]);
  return {
    total: along && total,
    rows: new Map(rows.map((row) => [row, hidden.has(row) ? undefined : unitsOf([row])])),
  };
}

/**
 * Whether each of so many suppressed rows, that lie in these units, may still be one of five: in each of the others is something, since a row in
 * which nothing is counted does not stand there.
 */
export const isWide = (units: readonly Unit[], rows: number): boolean =>
  rows === 0 || childrenOf(units) >= CELL_MIN + rows - 1;

/** Whether behind each number that these indicators tell of some units stand no child or at least five. */
export function safetyOf(indicators: readonly Indicator[]): (some: readonly Unit[]) => boolean {
  const groups = groupsTold(indicators);
  return (some) =>
    groups.every((isIn) => {
      const count = childrenOf(some.filter(isIn));
      return count === 0 || count >= CELL_MIN;
    });
}

/** Every choice of some rows, none of them first, then those that hide the least. */
function fewest(
  rows: readonly ProgrammeRow[],
  weightOf: (some: readonly ProgrammeRow[]) => number,
): readonly (readonly ProgrammeRow[])[] {
  return choicesOf(rows)
    .map((some) => ({ some, weight: weightOf(some) }))
    .sort((a, b) => a.weight - b.weight || a.some.length - b.some.length)
    .map(({ some }) => some);
}

/** Every choice of some of these, none of them first. */
export function choicesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  let choices: readonly (readonly T[])[] = [[]];
  for (const one of all) choices = [...choices, ...choices.map((some) => [...some, one])];
  return choices;
}

const childrenOf = (units: readonly Unit[]): number => new Set(units.map(({ child }) => child)).size;

/** Whom each published number is about. */
function groupsTold(indicators: readonly Indicator[]): readonly ((unit: Unit) => boolean)[] {
  return [
    () => true,
    ...indicators.flatMap(({ by, of }): readonly ((unit: Unit) => boolean)[] => {
      if (by === 'share') return [(unit) => unit.marks?.[of] === true, (unit) => unit.marks?.[of] !== true];
      // The sum of an average is that of those who have any of it.
      return by === 'mean' ? [(unit) => (unit.amounts?.[of] ?? 0) !== 0] : [];
    }),
  ];
}
