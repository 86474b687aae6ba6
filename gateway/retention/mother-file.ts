import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { WholeFile } from './child-file.ts';

/**
 * The file apart of an expectant mother: her own Patient and its traces. Nothing in a child’s record points to it, so nothing there goes with it.
 * Undefined when the centre’s record does not know it. Throws GatewayError when the record is away.
 */
export async function readMotherFile(
  store: Pick<FhirStore, 'search'>,
  centre: string,
  id: string,
): Promise<WholeFile | undefined> {
  const found = await store.search('Patient', {
    identifier: identifierToken(IDENTIFIERS.motherFile(centre), id),
    _revinclude: 'Provenance:target',
  });
  const patient = found.find((it) => it.resourceType === 'Patient');
  if (patient === undefined) return undefined;
  const traces = found.filter(({ resourceType }) => resourceType === 'Provenance');
  return { patient, resources: [patient, ...traces], inbound: [], motherFiles: [] };
}
