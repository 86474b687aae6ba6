import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { INDICATORS } from '../../mappings/indicators/indicators.ts';
import { measureFrom, measureUrl } from '../../mappings/indicators/measure.ts';
import { type ReportRead, reportRead, reportValue, withStrataOn } from '../../mappings/indicators/measure-report.ts';
import type { Quarter } from '../../mappings/indicators/quarter.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import type { Registry } from '../registry.ts';
import { strataOn } from './strata-on.ts';

/** One published indicator, as it is read and as the record has it. */
export interface PublishedReport {
  readonly read: ReportRead;
  readonly report: fhir4.MeasureReport & { readonly id: string };
}

export interface ReportsAsked {
  /** Only those of this quarter. */
  readonly quarter?: Quarter;
  /** Only those of this indicator. */
  readonly indicator?: string;
}

export interface PublishedIndicators {
  /** What was published of a centre, without strata that are not on there now, whatever was then. Throws `unavailable` while the record is away. */
  of(centre: string, asked: ReportsAsked): Promise<readonly PublishedReport[]>;
}

/** What the workers published: nothing is computed when it is asked for, so that the same is read every time. */
export function publishedIndicators(
  store: Pick<FhirStore, 'search'>,
  registry: Pick<Registry, 'centre'>,
): PublishedIndicators {
  return {
    async of(centre, { quarter, indicator }) {
      const system = IDENTIFIERS.indicator(centre);
      const identifier =
        quarter === undefined
          ? `${system}|`
          : INDICATORS.map(({ name }) => `${system}|${reportValue(quarter, name)}`).join(',');
      const found = await store.search('MeasureReport', { identifier });
      const on = strataOn(registry.centre(centre));
      return found.flatMap((whole): readonly PublishedReport[] => {
        if (whole.resourceType !== 'MeasureReport' || whole.id === undefined) return [];
        const report = withStrataOn(whole, on);
        const read = reportRead(report, centre);
        const isAsked = read !== undefined && (indicator === undefined || indicator === read.name);
        return isAsked ? [{ read, report: { ...report, id: whole.id } }] : [];
      });
    },
  };
}

/** The definitions of all indicators as one FHIR Bundle: the same for every centre. */
export const measuresBundle = (): fhir4.Bundle<fhir4.Measure> =>
  collection(
    INDICATORS.map((indicator) => ({ fullUrl: measureUrl(indicator.name), resource: measureFrom(indicator) })),
  );

/** What was published, as one FHIR Bundle. */
export const reportsBundle = (reports: readonly PublishedReport[]): fhir4.Bundle<fhir4.MeasureReport> =>
  collection(reports.map(({ report }) => ({ fullUrl: `urn:uuid:${report.id}`, resource: report })));

const collection = <R extends fhir4.FhirResource>(entry: fhir4.BundleEntry<R>[]): fhir4.Bundle<R> => ({
  resourceType: 'Bundle',
  type: 'collection',
  ...(entry.length > 0 && { entry }),
});
