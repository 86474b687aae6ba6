import { REQUEST_KINDS } from '../../profiles/codes.ts';
import { CODE_SYSTEMS } from './systems.ts';

export type RequestKind = keyof typeof REQUEST_KINDS;

export const isRequestKind = (code: string | undefined): code is RequestKind =>
  code !== undefined && Object.hasOwn(REQUEST_KINDS, code);

export const REQUEST_KINDS_ALL: readonly RequestKind[] = Object.keys(REQUEST_KINDS).filter(isRequestKind);

/** Which of the three requests a ServiceRequest is, since they share one numbering; undefined for a plan's own services. */
export function requestKindOf(resource: fhir4.FhirResource): RequestKind | undefined {
  const categories = resource.resourceType === 'ServiceRequest' ? (resource.category ?? []) : [];
  return categories
    .flatMap(({ coding }) => coding ?? [])
    .filter(({ system }) => system === CODE_SYSTEMS.requestKind)
    .map(({ code }) => code)
    .find(isRequestKind);
}
