import { CODE_SYSTEMS, EXTENSIONS, PROFILES } from '../../mappings/domain/systems.ts';
import type { Write } from './decision.ts';
import type { Present } from './present.ts';

type Entry = fhir4.BundleEntry<fhir4.FhirResource>;

/**
 * One transaction of all writes behind the lane key's fence. HAPI ignores `ifMatch` on a conditional update, so what is there is written by id; on an
 * absent id `ifMatch` creates, so that two workers that both saw no fence cannot both pass (design.md §6).
 */
export function fencedTransaction(writes: readonly Write[], { fence }: Present): fhir4.Bundle<fhir4.FhirResource> {
  return { resourceType: 'Bundle', type: 'transaction', entry: [fenceEntry(fence), ...writes.map(entryOf)] };
}

function fenceEntry({ id, version, counter }: Present['fence']): Entry {
  return {
    resource: {
      resourceType: 'Basic',
      meta: { profile: [PROFILES.fence] },
      id,
      code: { coding: [{ system: CODE_SYSTEMS.recordKeeping, code: 'fence' }] },
      extension: [{ url: EXTENSIONS.fenceCounter, valueInteger: counter + 1 }],
    },
    request: { method: 'PUT', url: `Basic/${id}`, ifMatch: `W/"${version}"` },
  };
}

function entryOf({ resource, fullUrl, ifMatch, ifNoneExist }: Write): Entry {
  const type = resource.resourceType;
  if (ifMatch !== undefined)
    return { fullUrl, resource, request: { method: 'PUT', url: `${type}/${resource.id}`, ifMatch: `W/"${ifMatch}"` } };
  if (ifNoneExist !== undefined) return { fullUrl, resource, request: { method: 'POST', url: type, ifNoneExist } };
  return { fullUrl, resource, request: { method: 'PUT', url: `${type}/${resource.id}` } };
}

export interface Written {
  readonly reference: string;
  readonly versionId: string;
}

/** Where the record put each write, without the fence. */
export function writtenBy(answer: fhir4.Bundle<fhir4.FhirResource>): readonly Written[] {
  return (answer.entry ?? []).slice(1).flatMap(({ response }) => placeOf(response) ?? []);
}

/** Where the record put one entry; undefined when it does not say. */
export function placeOf(response: fhir4.BundleEntryResponse | undefined): Written | undefined {
  const [, reference, versionId] =
    /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]+)\/_history\/([A-Za-z0-9.-]+)$/.exec(response?.location ?? '') ?? [];
  return reference === undefined || versionId === undefined ? undefined : { reference, versionId };
}
