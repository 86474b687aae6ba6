import { counterpartOf, currentTask, isUnderWay } from '../../mappings/domain/current-task.ts';
import type { AnswerEvent, DispatchEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { referenceTo, tokenOf } from '../../mappings/domain/references.ts';
import { requestKindOf } from '../../mappings/domain/request-kind.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Decision } from './decision.ts';
import type { Present } from './present.ts';

type Meant =
  | {
      readonly kind: 'found';
      readonly task: fhir4.Task;
      readonly request: fhir4.ServiceRequest;
      readonly concept: string;
    }
  | { readonly kind: 'none'; readonly decision: Decision };

/** Which Task an act is about: that of the recipient named, else the only one under way, else the last one. Never a guess between two. */
export function taskMeant(present: Present, event: AnswerEvent | DispatchEvent, recipient: string | undefined): Meant {
  const none = (decision: Decision): Meant => ({ kind: 'none', decision });
  const identifier = { type: 'ServiceRequest', system: IDENTIFIERS.request(event.centre), value: event.request };
  const request = present.found.get(tokenOf(identifier));
  if (request?.resourceType !== 'ServiceRequest') return none({ kind: 'waits', awaits: [identifier] });

  const candidates =
    recipient === undefined ? present.tasks : present.tasks.filter((task) => counterpartOf(task) === recipient);
  if (candidates.filter(isUnderWay).length > 1)
    return none({ kind: 'refused', failure: 'invalidInput', issues: [SEVERAL] });
  const task = currentTask(candidates, request);
  const concept = requestKindOf(request);
  if (task === undefined || concept === undefined)
    return none({ kind: 'refused', failure: 'invalidInput', issues: [NOBODY_ASKED] });
  return { kind: 'found', task, request, concept };
}

/** The Task as the record holds it. */
export const referenceToTask = (task: fhir4.Task): fhir4.Reference => referenceTo(task, `Task/${task.id ?? ''}`);

const SEVERAL: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'recipient',
  text: {
    fr: 'Plusieurs destinataires ont cette demande : dites lequel (recipient).',
    en: 'Several recipients have this request: say which one (recipient).',
  },
};

const NOBODY_ASKED: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'recipient',
  text: {
    fr: 'Cette demande n’a pas ce destinataire. Révisez-la avec un destinataire et son accord, puis notez la réponse.',
    en: 'This request does not have this recipient. Revise it with a recipient and their agreement, then write down the answer.',
  },
};
