import type {
  CellTold,
  IndicatorDefinition,
  IndicatorsTold,
  QuarterTold,
} from '../../../mappings/domain/indicators-told.ts';

/** What stands in one plot: an indicator, or the three that are only ever shown together. */
export type PlotNames = readonly [string, ...string[]];

/** The days without services: always the three, never one score. */
export const DAYS_WITHOUT = ['days-waiting', 'days-asked', 'days-open'] as const;
const DAY_STATES = { 'days-waiting': 'waiting', 'days-asked': 'asked', 'days-open': 'open' } as const;
export type DaysState = (typeof DAY_STATES)[(typeof DAYS_WITHOUT)[number]];
/** As the strip of needs draws them, from the bottom up. */
export const STACKED: readonly DaysState[] = DAYS_WITHOUT.map((name) => DAY_STATES[name]);

/** By what they are about, in the order in which people read them. */
export const GROUPS = {
  answers: [['answered-in-time'], ['days-to-answer'], ['served-in-time'], ['days-to-first-service']],
  ends: [['days-to-completion'], ['loops-closed'], ['re-routed'], ['evaluated']],
  needs: [DAYS_WITHOUT, ['changes-of-person'], ['joint-hand-overs'], ['reassessed-in-time']],
  factors: [
    ['change-physical-activity'],
    ['change-self-confidence'],
    ['change-supportive-relationships'],
    ['change-community-involvement'],
    ['change-belonging'],
    ['change-equity'],
  ],
} as const satisfies Readonly<Record<string, readonly PlotNames[]>>;

/** What is known of a quarter, and may be shown. */
export type Mark =
  | { readonly is: 'numbers'; readonly counted: number; readonly having?: number; readonly values: readonly number[] }
  /** Fewer than five children here, or in a number that this one would give away. */
  | { readonly is: 'suppressed' }
  | { readonly is: 'nobody' }
  /** A median that more than half have not come to yet. */
  | { readonly is: 'notYet'; readonly counted: number }
  /** Too few here, or nobody: counted with the others of the same cut, where these may be told. */
  | { readonly is: 'among' }
  /** Nothing was published of this quarter, or it was not cut so. */
  | { readonly is: 'unpublished' };

/** Which numbers are drawn: those of one programme, of one partner asked or of one district. */
export interface Cut {
  readonly by: 'programme' | 'partner' | 'district';
  /** `OTHERS` of what has no number of its own there. */
  readonly name: string;
}

/** No partner and no district is called so. */
export const OTHERS = '-';

export interface Column {
  readonly period: string;
  readonly mark: Mark;
}

export interface PlotDrawn {
  /** One, or three to be stacked. */
  readonly definitions: readonly [IndicatorDefinition, ...IndicatorDefinition[]];
  /** It is not cut by what was chosen: these are the whole centre’s. */
  readonly isWholeOnly: boolean;
  /** In the order of time, without a gap. */
  readonly columns: readonly Column[];
}

/** The numbers of one plot, quarter by quarter, of the whole centre or of what was chosen; undefined where the gateway does not know it. */
export function plotDrawn(
  { definitions, quarters }: IndicatorsTold,
  names: PlotNames,
  cut: Cut | undefined,
): PlotDrawn | undefined {
  const [first, ...others] = names.flatMap((name) => definitions.filter((it) => it.name === name));
  if (first === undefined || others.length !== names.length - 1) return undefined;
  const asked = isCutBy(first, cut) ? cut : undefined;
  const published = new Map(quarters.map((quarter) => [quarter.period, quarter]));
  return {
    definitions: [first, ...others],
    isWholeOnly: cut !== undefined && asked === undefined,
    columns: periodsOf(quarters).map((period) => ({ period, mark: markOf(published.get(period), names, asked) })),
  };
}

const isCutBy = ({ byProgramme, strata }: IndicatorDefinition, cut: Cut | undefined): boolean =>
  cut?.by === 'programme' ? byProgramme : cut !== undefined && strata === cut.by;

function markOf(quarter: QuarterTold | undefined, names: PlotNames, cut: Cut | undefined): Mark {
  const found = names.map((name) => cellOf(quarter, name, cut));
  if (found.includes('unpublished')) return { is: 'unpublished' };
  if (found.includes('among')) return { is: 'among' };
  const cells = found.filter((it) => typeof it !== 'string');
  const [cell] = cells;
  // The gateway suppresses together what has one denominator; should one of three be suppressed alone, none is drawn.
  if (cell === undefined || cells.some((it) => it?.suppressed === true)) return { is: 'suppressed' };
  const { counted = 0, having } = cell;
  if (counted === 0) return { is: 'nobody' };
  const values = cells.flatMap((it) => (it?.value === undefined ? [] : [it.value]));
  if (values.length < names.length) return { is: 'notYet', counted };
  return { is: 'numbers', counted, values, ...(having !== undefined && { having }) };
}

function cellOf(
  quarter: QuarterTold | undefined,
  name: string,
  cut: Cut | undefined,
): CellTold | 'unpublished' | 'among' {
  const told = quarter?.indicators.find((it) => it.name === name);
  if (told === undefined) return 'unpublished';
  const { total, programmes, strata } = told;
  if (cut === undefined) return total;
  // A programme in which nothing is counted has no row.
  if (cut.by === 'programme') return programmes.find((it) => it.programme === cut.name) ?? NOTHING;
  if (total.suppressed || total.counted === 0) return total;
  if (strata?.by !== cut.by) return 'unpublished';
  return (
    strata.rows.find((it) => (it.name ?? OTHERS) === cut.name) ??
    (cut.name === OTHERS && strata.rows.length > 0 ? NOTHING : 'among')
  );
}

const NOTHING: CellTold = { suppressed: false, counted: 0 };

/** Every quarter from the first to the last that is published. */
function periodsOf(quarters: readonly QuarterTold[]): readonly string[] {
  const numbers = quarters.map(({ period }) => numberOf(period));
  const first = Math.min(...numbers);
  return quarters.length === 0
    ? []
    : Array.from({ length: Math.max(...numbers) - first + 1 }, (_, nth) => periodNumbered(first + nth));
}

const IN_A_YEAR = 4;

/** `2026-Q3`: its year, and which of the four. */
export function quarterParts(period: string): { readonly year: number; readonly nth: number } {
  const [year = '', nth = ''] = period.split('-Q');
  return { year: Number(year), nth: Number(nth) };
}

function numberOf(period: string): number {
  const { year, nth } = quarterParts(period);
  return year * IN_A_YEAR + nth - 1;
}

const periodNumbered = (number: number): string => `${Math.floor(number / IN_A_YEAR)}-Q${(number % IN_A_YEAR) + 1}`;
