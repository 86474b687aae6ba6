import { GatewayError } from '../failures.ts';

const TRIES_MAX = 3;

/** What writes a resource over the version that was read; 0 where nothing stood. */
export const over = (
  resource: fhir4.FhirResource & { readonly id: string },
  version: number,
): fhir4.Bundle<fhir4.FhirResource> => ({
  resourceType: 'Bundle',
  type: 'transaction',
  // Where nothing stands, no version 0 does: the record creates it, and refuses it to whoever comes second (design.md §6).
  entry: [
    { resource, request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}`, ifMatch: `W/"${version}"` } },
  ],
});

/** Reads and writes again where somebody else has written in between, three times at most. */
export async function untilWon<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await act();
    } catch (error) {
      if (!isLostRace(error) || tries === TRIES_MAX) throw error;
    }
}

/** Of two writings at once the record refuses the second, or fails on it: it is then decided from what the first left. */
const isLostRace = (error: unknown): boolean =>
  error instanceof GatewayError &&
  error.issues.length === 0 &&
  (error.kind === 'versionConflict' || error.kind === 'recordFailed');
