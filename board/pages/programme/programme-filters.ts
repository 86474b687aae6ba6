import type { IndicatorsTold } from '../../../mappings/domain/indicators-told.ts';
import { quarterParts } from './indicator-plots.ts';

/** What of the published numbers is shown; it stands in the address, and names nobody. */
export interface ProgrammeFilters {
  /** A year; absent for the last three years. */
  readonly period?: string;
  /** Absent for the whole centre. */
  readonly programme?: string;
}

const LAST_QUARTERS = 12;

export interface ProgrammeChoice {
  readonly programme: string;
  readonly title: string;
}

/** What can be chosen: the years of which anything is published, the programmes in which anything is counted. */
export function choicesIn({ quarters }: IndicatorsTold): {
  readonly years: readonly string[];
  readonly programmes: readonly ProgrammeChoice[];
} {
  const cells = quarters.flatMap(({ indicators }) => indicators.flatMap(({ programmes }) => programmes));
  const titles = new Map(cells.map(({ programme, title }) => [programme, title]));
  return {
    years: [...new Set(quarters.map(yearOf))],
    programmes: [...titles].map(([programme, title]) => ({ programme, title })),
  };
}

/** From the address; a year or programme of which nothing is published is as if it were absent. */
export function filtersFrom(search: URLSearchParams, told: IndicatorsTold): ProgrammeFilters {
  const { years, programmes } = choicesIn(told);
  const period = years.find((it) => it === search.get('period'));
  const programme = programmes.find((it) => it.programme === search.get('programme'))?.programme;
  return { ...(period !== undefined && { period }), ...(programme !== undefined && { programme }) };
}

/** For the address. */
export const filtersText = ({ period = '', programme = '' }: ProgrammeFilters): string =>
  new URLSearchParams({ ...(period !== '' && { period }), ...(programme !== '' && { programme }) }).toString();

/** The quarters of one year, or the last twelve. */
export function within(told: IndicatorsTold, period: string | undefined): IndicatorsTold {
  const { quarters } = told;
  return {
    ...told,
    quarters: period === undefined ? quarters.slice(0, LAST_QUARTERS) : quarters.filter((it) => yearOf(it) === period),
  };
}

const yearOf = ({ period }: { readonly period: string }): string => String(quarterParts(period).year);
