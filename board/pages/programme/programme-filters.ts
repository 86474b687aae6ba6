import type { IndicatorsTold } from '../../../mappings/domain/indicators-told.ts';
import { type Cut, OTHERS, quarterParts } from './indicator-plots.ts';

/** What of the published numbers is shown; it stands in the address, and names nobody. */
export interface ProgrammeFilters {
  /** A year; absent for the last three years. */
  readonly period?: string;
  /** Absent for the whole centre. */
  readonly cut?: Cut;
}

const LAST_QUARTERS = 12;

/** By what numbers are cut: one at a time, since none is cut by two. */
export const CUTS = ['programme', 'partner', 'district'] as const satisfies readonly Cut['by'][];

export interface CutChoice {
  readonly name: string;
  readonly title: string;
}

/** What can be chosen: the years of which anything is published, what anything is cut by; others last. */
export function choicesIn({ quarters }: IndicatorsTold): {
  readonly years: readonly string[];
  readonly cuts: Readonly<Record<Cut['by'], readonly CutChoice[]>>;
} {
  const indicators = quarters.flatMap((quarter) => quarter.indicators);
  const strata = (by: Cut['by']): readonly CutChoice[] => {
    const rows = indicators.flatMap((it) => (it.strata?.by === by ? it.strata.rows : []));
    const its = distinct(rows.map(({ name = OTHERS, title }) => ({ name, title })));
    return [...its.filter(({ name }) => name !== OTHERS), ...its.filter(({ name }) => name === OTHERS)];
  };
  return {
    years: [...new Set(quarters.map(yearOf))],
    cuts: {
      programme: distinct(
        indicators.flatMap(({ programmes }) => programmes).map(({ programme: name, title }) => ({ name, title })),
      ),
      partner: strata('partner'),
      district: strata('district'),
    },
  };
}

const distinct = (choices: readonly CutChoice[]): readonly CutChoice[] =>
  [...new Map(choices.map(({ name, title }) => [name, title]))].map(([name, title]) => ({ name, title }));

/** From the address; a year or a cut of which nothing is published is as if it were absent. */
export function filtersFrom(search: URLSearchParams, told: IndicatorsTold): ProgrammeFilters {
  const { years, cuts } = choicesIn(told);
  const period = years.find((it) => it === search.get('period'));
  const [cut] = CUTS.flatMap((by): readonly Cut[] =>
    cuts[by].filter(({ name }) => name === search.get(by)).map(({ name }) => ({ by, name })),
  );
  return { ...(period !== undefined && { period }), ...(cut !== undefined && { cut }) };
}

/** For the address. */
export const filtersText = ({ period = '', cut }: ProgrammeFilters): string =>
  new URLSearchParams({
    ...(period !== '' && { period }),
    ...(cut !== undefined && cut.name !== '' && { [cut.by]: cut.name }),
  }).toString();

/** The quarters of one year, or the last twelve. */
export function within(told: IndicatorsTold, period: string | undefined): IndicatorsTold {
  const { quarters } = told;
  return {
    ...told,
    quarters: period === undefined ? quarters.slice(0, LAST_QUARTERS) : quarters.filter((it) => yearOf(it) === period),
  };
}

const yearOf = ({ period }: { readonly period: string }): string => String(quarterParts(period).year);
