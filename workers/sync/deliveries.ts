import type { DeliveryJob } from '../../gateway/queues.ts';
import { isAnswerUntold } from '../../mappings/domain/answer-untold.ts';
import { isAsked, isWithdrawn, partnerIn, senderOf } from '../../mappings/domain/current-task.ts';
import { lastWordOf } from '../../mappings/domain/last-word.ts';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';

/**
 * The deliveries that written Tasks call for: active ones, and those that ended on our side after they had left. Whether the recipient has
 * the newest version already is decided when the delivery runs, from what the record says then.
 */
export function deliveriesFor(resources: readonly fhir4.FhirResource[]): readonly DeliveryJob[] {
  return resources.flatMap((resource) => {
    if (resource.resourceType !== 'Task') return [];
    const task = resource.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value;
    const sender = senderOf(resource);
    if (sender !== undefined)
      return task !== undefined && isAnswerUntold(resource) ? [{ task, partner: sender, about: 'answer' }] : [];
    const partner = partnerIn(resource.owner);
    const due =
      isAsked(resource) || (isWithdrawn(resource) && (receiptOf(resource) ?? lastWordOf(resource)) !== undefined);
    return due && task !== undefined && partner !== undefined ? [{ task, partner }] : [];
  });
}
