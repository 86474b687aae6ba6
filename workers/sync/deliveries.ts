import type { DeliveryJob } from '../../gateway/lanes/queues.ts';
import { isAnswerUntold } from '../../mappings/domain/answer-untold.ts';
import { isAsked, isWithdrawn, partnerIn, senderOf, taskNumberOf } from '../../mappings/domain/current-task.ts';

/**
 * The deliveries that written Tasks call for: active ones, and those that were taken back. Whether the recipient has the newest version already, or
 * never had any, is decided when the delivery runs: a request that left without an answer has no receipt, and may have arrived.
 */
export function deliveriesFor(resources: readonly fhir4.FhirResource[]): readonly DeliveryJob[] {
  return resources.flatMap((resource) => {
    if (resource.resourceType !== 'Task') return [];
    const task = taskNumberOf(resource);
    const sender = senderOf(resource);
    if (sender !== undefined)
      return task !== undefined && isAnswerUntold(resource) ? [{ task, partner: sender, about: 'answer' }] : [];
    const partner = partnerIn(resource.owner);
    const due = isAsked(resource) || isWithdrawn(resource);
    return due && task !== undefined && partner !== undefined ? [{ task, partner }] : [];
  });
}
