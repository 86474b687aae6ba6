import type { Bilingual } from '../../profiles/codes.ts';
import type {
  CellTold,
  IndicatorDefinition,
  IndicatorsTold,
  IndicatorTold,
  QuarterTold,
  StrataTold,
} from '../domain/indicators-told.ts';
import { dateOf } from '../ledger/day.ts';
import { type Indicator, UNITS } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import type { ReportRead } from './measure-report.ts';
import { PROGRAMME_ROWS, type ProgrammeRow } from './programme-rows.ts';
import type { Cell, Strata } from './published.ts';
import { OTHERS } from './strata.ts';

export interface ToldAsked {
  readonly language: keyof Bilingual;
  /** Only this programme, beside the centre as a whole. */
  readonly programme?: ProgrammeRow;
  /** Only this indicator. */
  readonly indicator?: string;
  /** How a partner is called; one that is gone from the registry is told by its number there. */
  readonly partnerName?: (id: string) => Bilingual | undefined;
}

/** What is published, quarter by quarter, the most recent first; each filter only leaves out what is published anyhow. */
export function indicatorsTold(reports: readonly ReportRead[], asked: ToldAsked): IndicatorsTold {
  const indicators = INDICATORS.filter(({ name }) => asked.indicator === undefined || name === asked.indicator);
  const on = new Set(reports.flatMap(({ strata }) => strata?.by ?? []));
  const quarters = new Map(reports.map(({ quarter }) => [quarter.name, quarter]));
  return {
    definitions: indicators.map((indicator) => definitionTold(indicator, asked, on)),
    quarters: [...quarters.values()]
      .sort((a, b) => b.from - a.from)
      .map(({ name: period, from, to }): QuarterTold => {
        const its = reports.filter(({ quarter }) => quarter.name === period);
        return {
          period,
          from: dateOf(from),
          to: dateOf(to - 1),
          publishedAt: its[0]?.publishedAt ?? '',
          indicators: indicators.flatMap(({ name }) => {
            const report = its.find((it) => it.name === name);
            return report === undefined ? [] : [indicatorTold(report, asked)];
          }),
        };
      }),
  };
}

function definitionTold(
  { name, title, by, unit, better, byProgramme, strata, who, what, why }: Indicator,
  { language }: ToldAsked,
  on: ReadonlySet<string>,
): IndicatorDefinition {
  return {
    name,
    title: title[language],
    by,
    unit: UNITS[unit][language],
    ...(better !== undefined && { better }),
    byProgramme,
    ...(strata !== undefined && on.has(strata) && { strata }),
    who: who[language],
    what: what[language],
    why: why[language],
  };
}

function indicatorTold({ name, total, rows, strata }: ReportRead, asked: ToldAsked): IndicatorTold {
  const { language, programme } = asked;
  return {
    name,
    total: cellTold(total),
    programmes: rows
      .filter(({ row }) => programme === undefined || row === programme)
      .map(({ row, cell }) => ({ programme: row, title: PROGRAMME_ROWS[row][language], ...cellTold(cell) })),
    // Strata are of no one programme.
    ...(strata !== undefined && programme === undefined && { strata: strataTold(strata, asked) }),
  };
}

const strataTold = ({ by, rows }: Strata, { language, partnerName }: ToldAsked): StrataTold => ({
  by,
  rows: rows.map(({ name, cell }) =>
    name === undefined
      ? { title: OTHERS[language], ...cellTold(cell) }
      : { name, title: (by === 'partner' ? partnerName?.(name)?.[language] : undefined) ?? name, ...cellTold(cell) },
  ),
});

function cellTold(cell: Cell): CellTold {
  if (cell.suppressed) return { suppressed: true };
  const { suppressed, counted, having, value } = cell;
  return { suppressed, counted, ...(having !== undefined && { having }), ...(value !== undefined && { value }) };
}
