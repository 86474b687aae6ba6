import type { DeliveryJob } from '../../gateway/queues.ts';
import { partnerIn } from '../../mappings/domain/current-task.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';

const ACTIVE = new Set(['requested', 'received', 'accepted', 'in-progress', 'on-hold']);

const wasDelivered = (task: fhir4.Task): boolean =>
  task.extension?.some(({ url }) => url === EXTENSIONS.delivery) ?? false;

/**
 * The deliveries that written Tasks call for: active ones, and those that ended on our side after they had left. Whether the recipient has
 * the newest version already is decided when the delivery runs, from what the record says then.
 */
export function deliveriesFor(resources: readonly fhir4.FhirResource[]): readonly DeliveryJob[] {
  return resources.flatMap((resource) => {
    if (resource.resourceType !== 'Task') return [];
    const task = resource.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value;
    const partner = partnerIn(resource.owner);
    const ended = resource.status === 'cancelled' || resource.status === 'entered-in-error';
    const due = ACTIVE.has(resource.status) || (ended && wasDelivered(resource));
    return due && task !== undefined && partner !== undefined ? [{ task, partner }] : [];
  });
}
