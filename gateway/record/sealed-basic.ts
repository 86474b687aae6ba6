import { extension, extensionIn } from '../../mappings/concepts/extension.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../mappings/domain/systems.ts';

export interface SealedBasic {
  readonly id: string;
  readonly profile: string;
  readonly identifier: fhir4.Identifier;
  /** Of our record-keeping codes. */
  readonly code: string;
  readonly sealed: string;
  readonly on: string;
}

/** What only the gateway reads, as the record keeps it: its number, the day, and what is sealed. */
export const sealedBasic = ({ id, profile, identifier, code, sealed, on }: SealedBasic) =>
  ({
    resourceType: 'Basic',
    id,
    meta: { profile: [profile] },
    extension: extension(EXTENSIONS.sealed, 'valueString', sealed),
    identifier: [identifier],
    code: { coding: [{ system: CODE_SYSTEMS.recordKeeping, code }] },
    created: on,
  }) satisfies fhir4.Basic;

/** What is sealed in a resource of the record. */
export interface Sealed {
  readonly number: string;
  readonly sealed: string;
  readonly version: number;
  readonly writtenAt: string;
}

/** What is sealed in a resource, its number, and its version in the record; undefined for one in which nothing is. */
export function sealedIn(resource: fhir4.FhirResource | undefined): Sealed | undefined {
  if (resource?.resourceType !== 'Basic') return undefined;
  const sealed = extensionIn(resource, EXTENSIONS.sealed, 'valueString');
  if (sealed === undefined) return undefined;
  return {
    number: resource.identifier?.[0]?.value ?? '',
    sealed,
    version: Number(resource.meta?.versionId ?? 0),
    writtenAt: resource.meta?.lastUpdated ?? '',
  };
}
