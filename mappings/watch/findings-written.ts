import { uuidOf } from '../concepts/identity.ts';
import { activityOf } from '../concepts/provenance.ts';
import { PROFILES } from '../domain/systems.ts';
import { placeOf } from '../ledger/traces.ts';

type FindingTask = fhir4.Task & { readonly id: string };

/**
 * One transaction of findings, each with its trace: what is not there yet must not be there, and what is must not have changed. A finding has one
 * trace, under an id made from its own, revised with it: who changed it before stands in the versions of both, and there are never more traces than
 * findings. `by`: who wrote it; `at`: when (FHIR instant).
 */
export const findingsWritten = (
  tasks: readonly FindingTask[],
  by: fhir4.ProvenanceAgent,
  at: string,
): fhir4.Bundle<fhir4.FhirResource> => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: tasks.flatMap((task) => [
    {
      resource: task,
      fullUrl: `urn:uuid:${task.id}`,
      request: { method: 'PUT', url: placeOf(task), ifMatch: `W/"${task.meta?.versionId ?? '0'}"` },
    },
    traceEntry(task, by, at),
  ]),
});

function traceEntry(task: FindingTask, by: fhir4.ProvenanceAgent, at: string): fhir4.BundleEntry<fhir4.FhirResource> {
  const [identifier] = task.identifier ?? [];
  const id = uuidOf('finding-trace', task.id);
  const trace: fhir4.Provenance = {
    resourceType: 'Provenance',
    meta: { profile: [PROFILES.trace] },
    id,
    target: [{ reference: placeOf(task), type: 'Task', ...(identifier !== undefined && { identifier }) }],
    occurredDateTime: at,
    recorded: at,
    activity: activityOf(task.meta?.versionId !== undefined),
    agent: [by],
  };
  return { resource: trace, fullUrl: `urn:uuid:${id}`, request: { method: 'PUT', url: placeOf(trace) } };
}

/** Rules decide, for a centre: nobody said so. */
export const watchAgent = (centre: fhir4.Reference): fhir4.ProvenanceAgent => ({
  who: { type: 'Device', display: 'Passerelle' },
  onBehalfOf: centre,
});
