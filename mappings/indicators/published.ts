import type { Indicator } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import { PROGRAMME_NAMES, type ProgrammeRow } from './programme-rows.ts';
import type { StrataBy } from './strata.ts';
import { type StrataShown, strataShown } from './strata-shown.ts';
import { suppressed } from './suppression.ts';
import type { Counted, Unit } from './unit.ts';

/** One number as it is published, or that it is not. */
export type Cell =
  | { readonly suppressed: true }
  | {
      readonly suppressed: false;
      /** How many are counted. */
      readonly counted: number;
      /** Of a share: how many of them have the mark. */
      readonly having?: number;
      /** Absent where nobody is counted, and of a median that more than half have not reached yet. */
      readonly value?: number;
    };

/** One indicator of one centre in one quarter. */
export interface PublishedIndicator {
  readonly name: string;
  readonly total: Cell;
  /** Programmes in which anything is counted. */
  readonly rows: readonly { readonly row: ProgrammeRow; readonly cell: Cell }[];
  /** Of an indicator that has any, where they were turned on when it was published. */
  readonly strata?: Strata;
}

/** An indicator’s numbers once more, cut by partner or by district. */
export interface Strata {
  readonly by: StrataBy;
  /** Without a name: all others together, the last. None where even these could not be told. */
  readonly rows: readonly { readonly name?: string; readonly cell: Cell }[];
}

/**
 * What may be published of everything that is counted of a centre in a quarter, with the strata that are on there. Programmes are the same with
 * strata and without. The order of units changes nothing.
 */
export function publishedFrom(units: readonly Unit[], on: readonly StrataBy[] = []): readonly PublishedIndicator[] {
  const shownOf = new Map([...new Set(INDICATORS.map(({ counted }) => counted))].map((it) => [it, shownTogether(it)]));
  return INDICATORS.map((indicator) => {
    const { total, rows, by, strata } = shownOf.get(indicator.counted) ?? shownTogether(indicator.counted);
    return {
      name: indicator.name,
      total: cellOf(total, indicator),
      rows: PROGRAMME_NAMES.filter((row) => rows.has(row)).map((row) => ({
        row,
        cell: cellOf(rows.get(row), indicator),
      })),
      ...(by !== undefined && strata !== undefined && { strata: strataOf(by, strata, indicator) }),
    };
  });

  /** What indicators of one thing tell is shown or suppressed together. */
  function shownTogether(of: Counted) {
    const counted = units.filter((unit) => unit.counted === of);
    const together = INDICATORS.filter((it) => it.counted === of);
    const shown = suppressed(counted, together);
    const by = on.find((it) => together.some(({ strata }) => strata === it));
    return { ...shown, by, strata: by && strataShown(counted, shown, together, by) };
  }
}

/** By name, never by number: no order among partners is one of merit. */
const strataOf = (by: StrataBy, { strata, others }: StrataShown, indicator: Indicator): Strata => ({
  by,
  rows: [
    ...[...strata]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, units]) => ({ name, cell: cellOf(units, indicator) })),
    ...(others.length > 0 ? [{ cell: cellOf(others, indicator) }] : []),
  ],
});

function cellOf(units: readonly Unit[] | undefined, { by, of }: Indicator): Cell {
  if (units === undefined) return { suppressed: true };
  const counted = units.length;
  if (by === 'share') {
    const having = units.filter(({ marks }) => marks?.[of] === true).length;
    return {
      suppressed: false,
      counted,
      having,
      ...(counted > 0 && { value: rounded(having / counted, SHARE_DECIMALS) }),
    };
  }
  const amounts = units.map(({ amounts: its }) => its?.[of] ?? 0);
  const value = by === 'median' ? medianOf(amounts) : meanOf(amounts);
  return { suppressed: false, counted, ...(Number.isFinite(value) && { value: rounded(value, AMOUNT_DECIMALS) }) };
}

const SHARE_DECIMALS = 3;
const AMOUNT_DECIMALS = 1;

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Of an even number the mean of the two in the middle; NaN of none. */
function medianOf(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => (a < b ? -1 : 1));
  const [low = Number.NaN, high = Number.NaN] = [(sorted.length - 1) / 2, sorted.length / 2].map(
    (place) => sorted[Math.floor(place)],
  );
  return (low + high) / 2;
}

/** The sum does not depend on the order in which it is made: amounts are counts, or differences of means of a few ratings. */
const meanOf = (amounts: readonly number[]): number =>
  [...amounts].sort((a, b) => a - b).reduce((sum, amount) => sum + amount, 0) / amounts.length;
