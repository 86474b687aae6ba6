import { knownTo } from '../../mappings/domain/known-to.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { referencesIn, type TypedIdentifier, tokenOf } from '../../mappings/domain/references.ts';

type Found = ReadonlyMap<string, fhir4.FhirResource>;

/**
 * What of the record is, to whoever wrote an event, as if it were not there: requests of the kinds that they may not know of, and what is about
 * one. A reading of it by its number finds nothing either (gateway/record/record-reader.ts).
 */
export function hiddenFromWriter(
  { hides }: Pick<ConceptEvent, 'hides'>,
  found: Found,
): ReadonlySet<fhir4.FhirResource> {
  if (hides === undefined) return new Set();
  const all = [...new Set(found.values())];
  const known = new Set(knownTo(all, hides));
  return new Set(all.filter((it) => !known.has(it)));
}

/** The requests that what stands under an event’s number is about, and that the event does not name itself: without them nobody sees that it is hidden. */
export function requestsToLookAt({ hides, root }: ConceptEvent, found: Found): readonly TypedIdentifier[] {
  const standing = hides === undefined ? undefined : found.get(tokenOf(root));
  return referencesIn(standing)
    .map(({ target }) => target)
    .filter((target) => target.type === 'ServiceRequest' && !found.has(tokenOf(target)));
}
