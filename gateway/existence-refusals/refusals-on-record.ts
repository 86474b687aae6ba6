import { v5 as uuidFrom } from 'uuid';
import { extension, extensionIn } from '../../mappings/concepts/extension.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS, PROFILES } from '../../mappings/domain/systems.ts';

/** Ids of sheets, made from a centre and a child’s number: a child has one, found without a search, and it names no child. */
const SHEETS = '2d1f6c0e-7f0a-5b8e-9d55-61b0c4a8e2f7';

/** What code a sheet has, as a search asks for it. */
export const REFUSALS_CODE = `${CODE_SYSTEMS.recordKeeping}|existence-refusals`;

export const sheetId = (centre: string, child: string): string => uuidFrom(`${centre}|${child}`, SHEETS);

/** A child’s sheet as the record keeps it: the day, and what only the gateway reads. */
export const sheetFrom = (
  centre: string,
  child: string,
  { sealed, on }: { readonly sealed: string; readonly on: string },
): fhir4.Basic & { readonly id: string } => ({
  resourceType: 'Basic',
  id: sheetId(centre, child),
  meta: { profile: [PROFILES.existenceRefusals] },
  extension: extension(EXTENSIONS.sealed, 'valueString', sealed),
  identifier: [{ system: IDENTIFIERS.existenceRefusals(centre), value: sheetId(centre, child) }],
  code: { coding: [{ system: CODE_SYSTEMS.recordKeeping, code: 'existence-refusals' }] },
  created: on,
});

/** What is sealed on a sheet, and its version in the record; undefined for what is none. */
export function sealedOnSheet(
  resource: fhir4.FhirResource | undefined,
): { readonly sealed: string; readonly version: string } | undefined {
  if (resource?.resourceType !== 'Basic') return undefined;
  const sealed = extensionIn(resource, EXTENSIONS.sealed, 'valueString');
  return sealed === undefined ? undefined : { sealed, version: resource.meta?.versionId ?? '0' };
}
