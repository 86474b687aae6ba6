import { requestKindOf } from '../domain/request-kind.ts';
import { labelsOnRequest } from '../lenses/labels.ts';
import { OPENED_REQUESTS } from './opens.ts';

/** A request of which something passes, with its Tasks. */
export interface OpenedRequest {
  readonly kind: (typeof OPENED_REQUESTS)[number];
  readonly request: fhir4.ServiceRequest;
  readonly tasks: readonly fhir4.Task[];
}

/** Withdrawn and mistaken ones say nothing that still holds. */
const STANDING: ReadonlySet<string> = new Set(['active', 'on-hold', 'completed']);

/**
 * The requests of a file that emergency access may read of: of a kind that is named, that stand, that neither they, nor their Tasks, nor the child’s
 * file bears a label, and that the young person did not ask alone.
 */
export function openedRequests(
  resources: readonly fhir4.FhirResource[],
  patient: fhir4.Patient,
): readonly OpenedRequest[] {
  return resources.flatMap((request) => {
    if (request.resourceType !== 'ServiceRequest' || !STANDING.has(request.status)) return [];
    const kind = OPENED_REQUESTS.find((it) => it === requestKindOf(request));
    const tasks = resources.filter((it): it is fhir4.Task => it.resourceType === 'Task' && refersTo(it.focus, request));
    return kind === undefined || labelsOnRequest(request, patient, ...tasks).length > 0
      ? []
      : [{ kind, request, tasks }];
  });
}

/** By the record’s id, or by the number that we write beside it. */
export function refersTo(reference: fhir4.Reference | undefined, { id, identifier }: fhir4.ServiceRequest): boolean {
  if (reference?.reference !== undefined && reference.reference === `ServiceRequest/${id}`) return true;
  const { system, value } = reference?.identifier ?? {};
  return value !== undefined && (identifier ?? []).some((it) => it.system === system && it.value === value);
}
