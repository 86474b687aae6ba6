import { centreIdentity } from '../concepts/directory.ts';
import { uuidOf } from '../concepts/identity.ts';
import { present, several } from '../concepts/present.ts';
import { referenceOutside } from '../concepts/reference.ts';
import { centreOf, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { dateOf } from '../ledger/day.ts';
import { type Indicator, UNITS } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import { improvementOf, indicatorOf, measureCanonical, PROGRAMME, populationCode } from './measure.ts';
import { conceptOfRow, rowOfConcept } from './programme-rows.ts';
import type { Cell, PublishedIndicator, Strata } from './published.ts';
import { type Quarter, quarterNamed } from './quarter.ts';
import { OTHERS, STRATA, type StrataBy } from './strata.ts';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

export interface ReportScope {
  readonly centre: string;
  readonly quarter: Quarter;
  /** When it was computed: FHIR instant. */
  readonly now: string;
}

/** What is published of one indicator of one centre in one quarter, when. */
export interface ReportRead extends PublishedIndicator {
  readonly quarter: Quarter;
  readonly publishedAt: string;
}

/** Its number at a centre. */
export const reportValue = ({ name }: Quarter, indicator: string): string => `${name}:${indicator}`;

/** The MeasureReport (R4) of an indicator, under an id made from what it is of: it is published once. Total. */
export function measureReportFrom(
  published: PublishedIndicator,
  { centre, quarter, now }: ReportScope,
): fhir4.MeasureReport & { readonly id: string } {
  const { name, total, rows, strata } = published;
  const indicator = indicatorNamed(name);
  const value = reportValue(quarter, name);
  const improvement = indicator && improvementOf(indicator);
  return {
    resourceType: 'MeasureReport',
    id: uuidOf('indicator', centre, value),
    meta: { profile: [PROFILES.measureReport] },
    identifier: [{ system: IDENTIFIERS.indicator(centre), value }],
    status: 'complete',
    type: 'summary',
    measure: measureCanonical(name),
    date: now,
    reporter: referenceOutside(centreIdentity(centre)),
    period: { start: dateOf(quarter.from), end: dateOf(quarter.to - 1) },
    ...(improvement !== undefined && { improvementNotation: improvement }),
    group: [
      {
        ...cellOut(total, indicator),
        ...present({
          stratifier: several([
            ...(rows.length === 0
              ? []
              : [
                  {
                    code: [{ text: PROGRAMME.fr }],
                    stratum: rows.map(({ row, cell }) => ({ value: conceptOfRow(row), ...cellOut(cell, indicator) })),
                  },
                ]),
            ...(strata === undefined ? [] : [stratifierOut(strata, indicator)]),
          ]),
        }),
      },
    ],
  };
}

/** Without a stratum: they were on, and nothing could be told. */
const stratifierOut = ({ by, rows }: Strata, indicator: Indicator | undefined): fhir4.MeasureReportGroupStratifier =>
  present({
    code: [{ text: STRATA[by].fr }],
    stratum: several(
      rows.map(({ name, cell }) => ({ value: { text: name ?? OTHERS.fr }, ...cellOut(cell, indicator) })),
    ),
  });

type CellOut = Pick<fhir4.MeasureReportGroup, 'population' | 'measureScore'>;

/** `masked`, with no count: nothing tells how few they are. */
function cellOut(cell: Cell, indicator: Indicator | undefined): CellOut {
  const isShare = indicator?.by === 'share';
  const population = (code: Parameters<typeof populationCode>[0], count: number | undefined) => ({
    code: populationCode(code),
    ...(count === undefined ? { _count: absent('masked') } : { count }),
  });
  if (cell.suppressed)
    return {
      population: isShare
        ? [population('denominator', undefined), population('numerator', undefined)]
        : [population('measure-population', undefined)],
      measureScore: absent('masked'),
    };
  const { counted, having, value } = cell;
  const { fr, code } = UNITS[indicator?.unit ?? 'share'];
  return {
    population: isShare
      ? [population('denominator', counted), population('numerator', having ?? 0)]
      : [population('measure-population', counted)],
    ...(value !== undefined && { measureScore: { value, unit: fr, system: FOREIGN.ucum, code } }),
    // A median that more than half have not reached yet.
    ...(value === undefined && counted > 0 && { measureScore: absent('unknown') }),
  };
}

const absent = (code: 'masked' | 'unknown'): fhir4.Element => ({ extension: [{ url: ABSENT, valueCode: code }] });

const indicatorNamed = (wanted: string): Indicator | undefined => INDICATORS.find(({ name }) => name === wanted);

/** And back; undefined of a report that is none of ours, or of an indicator that is gone. */
export function reportRead(report: fhir4.MeasureReport, centre: string): ReportRead | undefined {
  const identifier = report.identifier?.find(({ system }) => centreOf(system, IDENTIFIERS.indicator) === centre);
  const quarter = quarterNamed(identifier?.value?.split(':')[0] ?? '');
  const indicator = indicatorOf(report.measure);
  const [group] = report.group ?? [];
  if (quarter === undefined || indicator === undefined || group === undefined) return undefined;
  return {
    name: indicator.name,
    quarter,
    publishedAt: report.date ?? '',
    total: cellIn(group, indicator),
    ...present({ strata: strataIn(group, indicator) }),
    rows: (cutIn(group, PROGRAMME.fr)?.stratum ?? []).flatMap((stratum) => {
      const row = stratum.value && rowOfConcept(stratum.value);
      return row === undefined ? [] : [{ row, cell: cellIn(stratum, indicator) }];
    }),
  };
}

const cutIn = ({ stratifier = [] }: fhir4.MeasureReportGroup, text: string) =>
  stratifier.find(({ code }) => code?.[0]?.text === text);

function strataIn(group: fhir4.MeasureReportGroup, indicator: Indicator): Strata | undefined {
  const by = indicator.strata;
  const cut = by && cutIn(group, STRATA[by].fr);
  if (by === undefined || cut === undefined) return undefined;
  const rows = (cut.stratum ?? []).map((stratum) => {
    const text = stratum.value?.text;
    return { ...present({ name: text === OTHERS.fr ? undefined : text }), cell: cellIn(stratum, indicator) };
  });
  return { by, rows };
}

/** The report as it is shown where only these strata are on: whatever else cuts it, but programmes, is taken out. */
export function withStrataOn<R extends fhir4.MeasureReport>(report: R, on: readonly StrataBy[]): R {
  const shown = new Set<string | undefined>([PROGRAMME.fr, ...on.map((by) => STRATA[by].fr)]);
  return {
    ...report,
    ...present({
      group: report.group?.map(({ stratifier, ...group }) =>
        present({
          ...group,
          stratifier: several(stratifier?.filter(({ code }) => code?.length === 1 && shown.has(code[0]?.text))),
        }),
      ),
    }),
  };
}

function cellIn({ population = [], measureScore }: CellOut, { by }: Indicator): Cell {
  const [counted, having] = population.map(({ count }) => count);
  if (counted === undefined) return { suppressed: true };
  return {
    suppressed: false,
    counted,
    ...(by === 'share' && { having: having ?? 0 }),
    ...(measureScore?.value !== undefined && { value: measureScore.value }),
  };
}
