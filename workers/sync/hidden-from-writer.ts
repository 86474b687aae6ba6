import type { Agreed } from '../../gateway/disclosure/closed-by.ts';
import { knownTo } from '../../mappings/domain/known-to.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import { type RequestKind, requestKindOf } from '../../mappings/domain/request-kind.ts';
import { referencesIn, type TypedIdentifier, tokenOf } from './references.ts';

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

const isOfKind = (request: fhir4.ServiceRequest, kinds: readonly RequestKind[]): boolean => {
  const kind = requestKindOf(request);
  return kind !== undefined && kinds.includes(kind);
};

/** Of the Tasks that ask something about the child, those of which whoever wrote an event may not know: what becomes of them by it is not told to them. */
export const askedHiddenFromWriter = (
  { hides = [] }: Pick<ConceptEvent, 'hides'>,
  agreed: Pick<Agreed, 'asked'> | undefined,
): readonly fhir4.Task[] =>
  (agreed?.asked ?? []).flatMap(({ task, request }) => (isOfKind(request, hides) ? [task] : []));

/** The requests that what stands under an event’s number is about, and that the event does not name itself: without them nobody sees that it is hidden. */
export function requestsToLookAt({ hides, root }: ConceptEvent, found: Found): readonly TypedIdentifier[] {
  const standing = hides === undefined ? undefined : found.get(tokenOf(root));
  return referencesIn(standing)
    .map(({ target }) => target)
    .filter((target) => target.type === 'ServiceRequest' && !found.has(tokenOf(target)));
}
