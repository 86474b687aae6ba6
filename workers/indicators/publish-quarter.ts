import { GatewayError } from '../../gateway/failures.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { measureReportFrom, type ReportScope } from '../../mappings/indicators/measure-report.ts';
import { publishedFrom } from '../../mappings/indicators/published.ts';
import type { StrataBy } from '../../mappings/indicators/strata.ts';
import type { Unit } from '../../mappings/indicators/unit.ts';
import { placeOf } from '../../mappings/ledger/traces.ts';

/**
 * Publishes what may be told of everything that is counted in a quarter, by programme and by what is on, in one transaction; false where it was published already, and then
 * what is there stays as it is. Throws GatewayError while the record is away.
 */
export async function publishQuarter(
  store: Pick<FhirStore, 'transaction'>,
  units: readonly Unit[],
  scope: ReportScope,
  on: readonly StrataBy[] = [],
): Promise<boolean> {
  const reports = publishedFrom(units, on).map((published) => measureReportFrom(published, scope));
  try {
    await store.transaction({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: reports.map((resource) => ({
        resource,
        fullUrl: `urn:uuid:${resource.id}`,
        request: { method: 'PUT', url: placeOf(resource), ifMatch: 'W/"0"' },
      })),
    });
    return true;
  } catch (error) {
    if (error instanceof GatewayError && error.kind === 'versionConflict') return false;
    throw error;
  }
}
