import { v5 as uuidFrom } from 'uuid';
import { extension, extensionIn } from '../../mappings/concepts/extension.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS, PROFILES } from '../../mappings/domain/systems.ts';

/** Ids of incidents in the record, made from their centre and number: the same line is never there twice. */
const INCIDENTS = '8f2b1d64-0c5e-5a7b-93f1-6e4d2a9c7b50';

/** What code a line of the register has, as a search asks for it. */
export const INCIDENT_CODE = `${CODE_SYSTEMS.recordKeeping}|incident`;

export const incidentPlace = (centre: string, number: string): string => uuidFrom(`${centre}|${number}`, INCIDENTS);

/** A line of the register as the record keeps it: its number, the day, and what only the gateway reads. */
export const basicFromSealed = (
  centre: string,
  number: string,
  { sealed, on }: { readonly sealed: string; readonly on: string },
): fhir4.Basic & { readonly id: string } => ({
  resourceType: 'Basic',
  id: incidentPlace(centre, number),
  meta: { profile: [PROFILES.incident] },
  extension: extension(EXTENSIONS.sealed, 'valueString', sealed),
  identifier: [{ system: IDENTIFIERS.incident(centre), value: number }],
  code: { coding: [{ system: CODE_SYSTEMS.recordKeeping, code: 'incident' }] },
  created: on,
});

/** A line as it lies in the record. */
export interface SealedLine {
  readonly number: string;
  readonly sealed: string;
  readonly version: number;
  readonly writtenAt: string;
}

/** What is sealed in a resource, its number, and its version in the record; undefined for what is no line of the register. */
export function sealedIn(resource: fhir4.FhirResource | undefined): SealedLine | undefined {
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
