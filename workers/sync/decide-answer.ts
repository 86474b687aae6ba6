import { actProvenance } from '../../mappings/concepts/act-provenance.ts';
import { ECHO, PROPOSE_ANOTHER } from '../../mappings/concepts/answer-warnings.ts';
import { answeredInbound, isOwners, NOT_OURS_TO_SAY } from '../../mappings/concepts/answered-inbound.ts';
import { answeredTask } from '../../mappings/concepts/answered-task.ts';
import { senderOf } from '../../mappings/domain/current-task.ts';
import type { AnswerEvent } from '../../mappings/domain/lane-events.ts';
import { referenceTo } from '../../mappings/domain/references.ts';
import { afterRatings, newRaters } from './after-ratings.ts';
import { answerLetters } from './answer-letters.ts';
import type { Decision, Write } from './decision.ts';
import { deliveriesFor } from './deliveries.ts';
import { distinct } from './letters-received.ts';
import { passedOnWrite } from './passed-on.ts';
import type { Present } from './present.ts';
import { referenceToTask, taskMeant } from './task-meant.ts';

/** An answer from a system or a person goes through the same state machine; what it cannot change is recorded with a warning. */
export function decideAnswer(event: AnswerEvent, present: Present): Decision {
  const meant = taskMeant(present, event, event.fromPartner ?? event.answer.recipient);
  if (meant.kind !== 'found') return meant.decision;
  const { task, request, concept } = meant;
  if (present.applied !== undefined)
    return { kind: 'unchanged', concept, again: event.answer.what, issues: [], deliver: deliveriesFor([task]) };

  const isInbound = senderOf(task) !== undefined;
  if (isInbound && !isOwners(event.answer.what))
    return { kind: 'refused', failure: 'invalidInput', issues: [NOT_OURS_TO_SAY] };
  const answered = isInbound ? answeredInbound(task, event) : answeredTask(task, event);
  const { task: next, effect, issues, echo, contradicts } = answered;
  const passedOn = passedOnWrite(event, task, request, present);
  const letters = answerLetters(event, present);
  if (echo || passedOn === 'echo')
    return letters.length === 0
      ? { kind: 'unchanged', concept, issues: [ECHO], deliver: [] }
      : { kind: 'commit', writes: letters, created: true, issues: [ECHO], deliver: [], concept, change: 'letter' };
  const ratings = afterRatings(event, request, present);
  const provenance = actProvenance({
    event,
    targets: [
      referenceToTask(task),
      ...[...passedOn, ...ratings].map(({ fullUrl, resource }) =>
        referenceTo(resource, resource.id === undefined ? fullUrl : `${resource.resourceType}/${resource.id}`),
      ),
    ],
    activity: event.answer.what,
    contradicts,
    implied: effect.kind === 'moves' ? effect.implied : [],
    saidBy: event.answer.saidBy,
    recordedBy: event.answer.recordedBy,
    channel: event.answer.channel ?? 'telephone',
    happenedAt: event.answer.happenedAt,
  });
  const writes: readonly Write[] = [
    ...(next === undefined
      ? []
      : [{ resource: next, fullUrl: `urn:uuid:${task.id ?? ''}`, ifMatch: task.meta?.versionId ?? '0' }]),
    ...passedOn,
    ...newRaters(event, present),
    ...ratings,
    ...letters,
    { resource: provenance, fullUrl: `urn:uuid:${event.exchangeId}` },
  ];
  return {
    kind: 'commit',
    writes: distinct(writes),
    created: true,
    issues: [
      ...issues,
      ...(!isInbound && effect.kind === 'moves' && effect.to === 'rejected' ? [PROPOSE_ANOTHER] : []),
    ],
    deliver: deliveriesFor(next === undefined ? [] : [next]),
    concept,
    change: event.answer.what,
  };
}
