import { sayTheSame } from '../../mappings/concepts/answer-facts.ts';
import { passedOnIdentifier, passedOnTask } from '../../mappings/concepts/passed-on-task.ts';
import type { AnswerEvent } from '../../mappings/domain/lane-events.ts';
import { isReferralState, isTerminal } from '../../mappings/domain/referral-state.ts';
import type { Write } from './decision.ts';
import type { Present } from './present.ts';

/** The Task by which a recipient passed a request on, new or revised; nothing once the recipient's own has ended, `echo` when the record says it already. */
export function passedOnWrite(
  event: AnswerEvent,
  task: fhir4.Task,
  request: fhir4.ServiceRequest,
  present: Present,
): readonly Write[] | 'echo' {
  const { what, passedOn } = event.answer;
  if (what !== 'passed-on' || passedOn === undefined || task.status === 'draft') return [];
  if (isReferralState(task.status) && isTerminal(task.status)) return [];
  const own = passedOnIdentifier(task, passedOn);
  const standing = present.passedOn.find(({ identifier }) => identifier?.some(({ value }) => value === own.value));
  const resource = passedOnTask({ event, passedOn, task, request, standing });
  if (standing === undefined)
    return [
      {
        resource,
        fullUrl: `urn:uuid:${own.value}`,
        ifNoneExist: `identifier=${encodeURIComponent(`${own.system}|${own.value}`)}`,
      },
    ];
  const { meta: _meta, ...written } = standing;
  const { meta: _desired, ...desired } = resource;
  if (event.fromPartner !== undefined && sayTheSame(written, desired)) return 'echo';
  return [{ resource, fullUrl: `urn:uuid:${own.value}`, ifMatch: standing.meta?.versionId ?? '0' }];
}
