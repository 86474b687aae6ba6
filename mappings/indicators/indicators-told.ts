import type { Bilingual } from '../../profiles/codes.ts';
import { dateOf } from '../ledger/day.ts';
import { type Indicator, UNITS } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import type { ReportRead } from './measure-report.ts';
import { PROGRAMME_ROWS, type ProgrammeRow } from './programme-rows.ts';
import type { Cell } from './published.ts';

/** A cell as it is shown: numbers, or that they are suppressed. */
export interface CellTold {
  readonly suppressed: boolean;
  readonly counted?: number;
  readonly having?: number;
  readonly value?: number;
}

export interface IndicatorTold {
  readonly name: string;
  readonly title: string;
  readonly by: Indicator['by'];
  readonly unit: string;
  readonly better?: Indicator['better'];
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly total: CellTold;
  readonly programmes: readonly (CellTold & { readonly programme: ProgrammeRow; readonly title: string })[];
}

export interface QuarterTold {
  readonly period: string;
  /** Its first and its last day. */
  readonly from: string;
  readonly to: string;
  readonly publishedAt: string;
  readonly indicators: readonly IndicatorTold[];
}

export interface ToldAsked {
  readonly language: keyof Bilingual;
  /** Only this programme, beside the centre as a whole. */
  readonly programme?: ProgrammeRow;
  /** Only this indicator. */
  readonly indicator?: string;
}

/** What is published, quarter by quarter, the most recent first; each filter only leaves out what is published anyhow. */
export function quartersTold(reports: readonly ReportRead[], asked: ToldAsked): readonly QuarterTold[] {
  const quarters = new Map(reports.map(({ quarter }) => [quarter.name, quarter]));
  return [...quarters.values()]
    .sort((a, b) => b.from - a.from)
    .map(({ name: period, from, to }) => {
      const its = reports.filter(({ quarter }) => quarter.name === period);
      return {
        period,
        from: dateOf(from),
        to: dateOf(to - 1),
        publishedAt: its[0]?.publishedAt ?? '',
        indicators: INDICATORS.filter(({ name }) => asked.indicator === undefined || name === asked.indicator).flatMap(
          (indicator) => {
            const report = its.find(({ name }) => name === indicator.name);
            return report === undefined ? [] : [indicatorTold(indicator, report, asked)];
          },
        ),
      };
    });
}

function indicatorTold(indicator: Indicator, { total, rows }: ReportRead, asked: ToldAsked): IndicatorTold {
  const { language, programme } = asked;
  const { name, title, by, unit, better, who, what, why } = indicator;
  return {
    name,
    title: title[language],
    by,
    unit: UNITS[unit][language],
    ...(better !== undefined && { better }),
    who: who[language],
    what: what[language],
    why: why[language],
    total: cellTold(total),
    programmes: rows
      .filter(({ row }) => programme === undefined || row === programme)
      .map(({ row, cell }) => ({ programme: row, title: PROGRAMME_ROWS[row][language], ...cellTold(cell) })),
  };
}

function cellTold(cell: Cell): CellTold {
  if (cell.suppressed) return { suppressed: true };
  const { suppressed, counted, having, value } = cell;
  return { suppressed, counted, ...(having !== undefined && { having }), ...(value !== undefined && { value }) };
}
