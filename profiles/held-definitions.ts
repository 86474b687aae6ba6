import { withoutVersion } from './canonical.ts';
import { GENERATED } from './generated-checkers.ts';

const BASE = 'http://hl7.org/fhir/StructureDefinition/';

/** Whether it names a resource type of R4. */
export const isResourceType = (name: string): boolean => GENERATED.resources.has(name);

/** Whether we can check against this profile, ours or the base definition of a type. */
export function isHeldProfile(canonical: string): boolean {
  const url = withoutVersion(canonical);
  return GENERATED.profiles.has(url) || (url.startsWith(BASE) && isResourceType(url.slice(BASE.length)));
}
