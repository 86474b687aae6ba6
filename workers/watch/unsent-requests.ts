import type { FhirStore } from '../../gateway/fhir-store.ts';
import type { DeliveryJob } from '../../gateway/queues.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { deliveriesFor } from '../sync/deliveries.ts';

/** Looks for requests that are in the record and were never sent, and queues them: what is queued twice is sent once. */
export function queueUnsentRequests(
  store: FhirStore,
  deliver: (job: DeliveryJob) => Promise<void>,
): () => Promise<number> {
  return async () => {
    const tasks = await store.search('Task', { status: 'requested', intent: 'order', code: 'fulfill' });
    const unsent = tasks.filter(
      (task) =>
        task.resourceType === 'Task' &&
        task.identifier?.some(({ system }) => system === IDENTIFIERS.task) &&
        !task.extension?.some(({ url }) => url === EXTENSIONS.delivery),
    );
    const due = deliveriesFor(unsent);
    for (const job of due) await deliver(job);
    return due.length;
  };
}
