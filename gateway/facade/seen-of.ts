import { isOwn } from './own-resources.ts';

/**
 * Of what the record gave, what is this centre's to see. Each resource is looked at, whatever the record was asked. `known`: what was seen
 * to be its own before, to which a trace may point.
 */
export function seenOf<E extends { readonly resource: fhir4.FhirResource }>(
  entries: readonly E[],
  centre: string,
  known: ReadonlySet<string> = new Set(),
): readonly E[] {
  const own = entries.filter(({ resource }) => !isTrace(resource) && isOwn(resource, centre));
  const shown = new Set([...known, ...own.map(({ resource }) => placeOf(resource))]);
  const seen = new Set(own);
  return entries.filter((entry) => (isTrace(entry.resource) ? isOwn(entry.resource, centre, shown) : seen.has(entry)));
}

/** `Type/id`. */
export const placeOf = ({ resourceType, id }: fhir4.FhirResource): string => `${resourceType}/${id}`;

const isTrace = ({ resourceType }: fhir4.FhirResource): boolean => resourceType === 'Provenance';
