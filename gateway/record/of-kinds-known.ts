import { ABOUT_NO_REQUEST, isTagged } from '../../mappings/domain/kinds-tagged.ts';
import { REQUEST_KINDS_ALL, type RequestKind } from '../../mappings/domain/request-kind.ts';
import { CODE_SYSTEMS } from '../../mappings/domain/systems.ts';
import type { SearchParams } from './fhir-store.ts';

/**
 * What a search adds for somebody who may not know of some kinds of requests: it names what it wants, requests of the other kinds and what was
 * tagged as being about those or about none (mappings/domain/kinds-tagged.ts). So the record loads as little of what is hidden as of what is not there;
 * asked for what it is not to be (`:not`), it would first gather everything hidden that it holds.
 */
export function ofKindsKnown(type: string, hides: readonly RequestKind[]): SearchParams {
  if (hides.length === 0) return {};
  const kinds = REQUEST_KINDS_ALL.filter((kind) => !hides.includes(kind));
  const tokens = [...kinds.map((code) => ({ system: CODE_SYSTEMS.requestKind, code })), ABOUT_NO_REQUEST]
    .map(({ system, code }) => `${system}|${code}`)
    .join(',');
  if (type === 'ServiceRequest') return { category: tokens };
  return isTagged(type) ? { _tag: tokens } : {};
}
