import { PROFILES } from '../../mappings/domain/systems.ts';
import { checkResource } from '../../profiles/check-resource.ts';

const OURS: ReadonlySet<string> = new Set(Object.values(PROFILES));

/** What keeps a resource from following the profile of ours that it must name: nothing, for whatever the gateway writes. */
export function breachesOf(resource: fhir4.FhirResource): readonly string[] {
  const [profile, ...others] = resource.meta?.profile ?? [];
  if (profile === undefined || others.length > 0 || !OURS.has(profile))
    return [`${resource.resourceType} names ${profile ?? 'no profile'}`];
  return checkResource(resource)
    .filter(({ severity }) => severity === 'error')
    .map(({ expression, rule, text }) => `${expression} ${rule}: ${text.en}`);
}
