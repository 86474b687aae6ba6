import { isTagged, tokensOfTags } from '../../mappings/domain/kinds-tagged.ts';
import { REQUEST_KINDS_ALL, type RequestKind } from '../../mappings/domain/request-kind.ts';
import type { SearchParams } from './fhir-store.ts';

/**
 * What a search adds for somebody who may not know of some kinds of requests: it names what it wants, requests of the other kinds and what was
 * tagged as being about those or about none (mappings/domain/kinds-tagged.ts). So the record loads as little of what is hidden as of what is not there;
 * asked for what it is not to be (`:not`), it would first gather everything hidden that it holds.
 */
export function ofKindsKnown(type: string, hides: readonly RequestKind[]): SearchParams {
  if (hides.length === 0) return {};
  const tokens = tokensOfTags(REQUEST_KINDS_ALL.filter((kind) => !hides.includes(kind)));
  if (type === 'ServiceRequest') return { category: tokens };
  return isTagged(type) ? { _tag: tokens } : {};
}
