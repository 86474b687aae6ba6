import { CODE_SYSTEMS, PROFILES } from '../../mappings/domain/systems.ts';

/**
 * Deletes all of a file, and puts a tombstone in the place of each of its fences: a worker that wakes late is refused whole, and one that
 * comes later reads what happened. A fence that moved since it was read refuses all of this.
 */
export const tombstoneTransaction = (
  fences: readonly { readonly id: string; readonly version: string }[],
  places: readonly string[],
  day: string,
): fhir4.Bundle<fhir4.FhirResource> => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    ...fences.map(({ id, version }) => ({
      resource: tombstone(id, day),
      request: { method: 'PUT' as const, url: `Basic/${id}`, ifMatch: `W/"${version}"` },
    })),
    ...places.map((url) => ({ request: { method: 'DELETE' as const, url } })),
  ],
});

const tombstone = (id: string, day: string): fhir4.Basic => ({
  resourceType: 'Basic',
  meta: { profile: [PROFILES.destroyed] },
  id,
  code: { coding: [{ system: CODE_SYSTEMS.recordKeeping, code: 'destroyed' }] },
  created: day,
});

/** Whether what stands in the place of a fence says that its file was destroyed. */
export const isTombstone = (resource: fhir4.FhirResource | undefined): boolean =>
  resource?.resourceType === 'Basic' &&
  resource.code.coding?.some(({ system, code }) => system === CODE_SYSTEMS.recordKeeping && code === 'destroyed') ===
    true;
