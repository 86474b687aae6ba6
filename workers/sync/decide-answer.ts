import { actProvenance } from '../../mappings/concepts/act-provenance.ts';
import { answeredTask } from '../../mappings/concepts/answered-task.ts';
import type { AnswerEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { afterRatings, newRaters } from './after-ratings.ts';
import type { Decision, Write } from './decision.ts';
import { deliveriesFor } from './deliveries.ts';
import type { Present } from './present.ts';
import { referenceTo } from './references.ts';
import { referenceToTask, taskMeant } from './task-meant.ts';

/** An answer from a system or a person goes through the same state machine; what it cannot change is recorded with a warning. */
export function decideAnswer(event: AnswerEvent, present: Present): Decision {
  const meant = taskMeant(present, event, event.fromPartner ?? event.answer.recipient);
  if (meant.kind !== 'found') return meant.decision;
  const { task, request, concept } = meant;
  if (present.applied !== undefined)
    return { kind: 'unchanged', concept, again: event.answer.what, issues: [], deliver: deliveriesFor([task]) };

  const { task: answered, effect, issues } = answeredTask(task, event);
  const ratings = afterRatings(event, request, present);
  const provenance = actProvenance({
    event,
    targets: [referenceToTask(task), ...ratings.map(({ fullUrl, resource }) => referenceTo(resource, fullUrl))],
    activity: event.answer.what,
    implied: effect.kind === 'moves' ? effect.implied : [],
    saidBy: event.answer.saidBy,
    recordedBy: event.answer.recordedBy,
    channel: event.answer.channel ?? 'telephone',
    happenedAt: event.answer.happenedAt,
  });
  const writes: readonly Write[] = [
    ...(answered === undefined
      ? []
      : [{ resource: answered, fullUrl: `urn:uuid:${task.id ?? ''}`, ifMatch: task.meta?.versionId ?? '0' }]),
    ...newRaters(event, present),
    ...ratings,
    { resource: provenance, fullUrl: `urn:uuid:${event.exchangeId}` },
  ];
  return {
    kind: 'commit',
    writes,
    created: true,
    issues: [...issues, ...proposalFor(effect.kind === 'moves' ? effect.to : undefined)],
    deliver: deliveriesFor(answered === undefined ? [] : [answered]),
    concept,
    change: event.answer.what,
  };
}

/** A new recipient is a new disclosure: proposed to a person, never sent by itself. */
const proposalFor = (state: string | undefined): readonly Issue[] =>
  state !== 'rejected'
    ? []
    : [
        {
          severity: 'warning',
          code: 'business-rule',
          expression: 'Answer.what',
          text: {
            fr: 'Refusée : la boucle reste ouverte. Proposez un autre destinataire à la famille, puis révisez la demande avec ce destinataire et son accord.',
            en: 'Declined: the loop stays open. Propose another recipient to the family, then revise the request with that recipient and their agreement.',
          },
        },
      ];
