import type { DeadLetters } from '../../gateway/dead-letters.ts';
import type { FhirStore } from '../../gateway/fhir-store.ts';
import { identifierToken } from '../../gateway/identifier-token.ts';
import type { DeliveryJob } from '../../gateway/queues.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { deliveriesFor } from '../sync/deliveries.ts';

/**
 * Looks for requests that are in the record and were never sent, and for accepted work that was asked to stop and whose recipient was not
 * told; queues them: what is queued twice is sent once. What was set aside waits for a person, or for a newer version of the request.
 */
export function queueUnsentRequests(
  store: FhirStore,
  deliver: (job: DeliveryJob) => Promise<void>,
  letters: Pick<DeadLetters, 'list'>,
): () => Promise<number> {
  return async () => {
    const [tasks, toStop] = await Promise.all([
      store.search('Task', { status: 'requested', intent: 'order', code: 'fulfill' }),
      store.search('Task', { 'business-status': identifierToken(CODE_SYSTEMS.businessStatus, 'cancel-requested') }),
    ]);
    const unsent = tasks.filter(
      (task) =>
        task.resourceType === 'Task' &&
        task.identifier?.some(({ system }) => system === IDENTIFIERS.task) &&
        !task.extension?.some(({ url }) => url === EXTENSIONS.delivery),
    );
    const untold = toStop.filter((task) => task.resourceType === 'Task' && receiptOf(task)?.stage !== 'stop');
    const setAside = new Set((await letters.list({ kind: 'delivery' })).map(({ task }) => task));
    const due = deliveriesFor([...unsent, ...untold]).filter(({ task }) => !setAside.has(task));
    for (const job of due) await deliver(job);
    return due.length;
  };
}
