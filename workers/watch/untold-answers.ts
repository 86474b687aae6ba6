import type { DeadLetters } from '../../gateway/dead-letters.ts';
import type { FhirStore } from '../../gateway/fhir-store.ts';
import type { DeliveryJob } from '../../gateway/queues.ts';
import { PROFILES } from '../../mappings/domain/systems.ts';
import { deliveriesFor } from '../sync/deliveries.ts';

const DAY_MS = 86_400_000;
/** As long as Redis remembers what it was to send, and longer than anybody leaves a stopped gateway. */
const LOOK_BACK_MS = 30 * DAY_MS;

/** Looks for answers of the centre that stand in the record and that whoever asked was never told, and queues them: what is queued twice is sent once. */
export function queueUntoldAnswers(
  store: FhirStore,
  deliver: (job: DeliveryJob) => Promise<void>,
  letters: Pick<DeadLetters, 'list'>,
  now: () => Date,
): () => Promise<number> {
  return async () => {
    const since = new Date(now().getTime() - LOOK_BACK_MS).toISOString();
    const tasks = await store.search('Task', { _profile: PROFILES.inboundTask, _lastUpdated: `ge${since}` });
    const setAside = new Set((await letters.list({ kind: 'delivery' })).map(({ task }) => task));
    const due = deliveriesFor(tasks).filter(({ task }) => !setAside.has(task));
    for (const job of due) await deliver(job);
    return due.length;
  };
}
