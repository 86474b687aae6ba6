import { taskNumberOf } from '../domain/current-task.ts';
import type { AnswerEvent } from '../domain/lane-events.ts';
import { FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { uuidOf } from './identity.ts';
import { present } from './present.ts';
import { authoredOn } from './referral-task.ts';

type PassedOn = NonNullable<AnswerEvent['answer']['passedOn']>;

export interface PassedOnSource {
  readonly event: AnswerEvent;
  readonly passedOn: PassedOn;
  /** The recipient's own Task, and the request behind it, as the record holds them. */
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  /** What is written already of it. */
  readonly standing?: fhir4.Task | undefined;
}

/** How what a recipient passed on is known: by the recipient's own number and the number or the words that it gives. */
export const passedOnIdentifier = (task: fhir4.Task, { number, to }: PassedOn): fhir4.Identifier => ({
  system: IDENTIFIERS.passedOn,
  value: uuidOf('passed-on', taskNumberOf(task) ?? '', ...(number === undefined ? ['to', to] : ['number', number])),
});

/**
 * A request that its recipient passed on to somebody else, as a Task of its own: `basedOn` our request, `partOf` the recipient's Task (fhir.md §2). It says who has it
 * now, in words; it is no Task of ours and answers nothing: the recipient still does.
 */
export function passedOnTask({ event, passedOn, task, request, standing }: PassedOnSource): fhir4.Task {
  const { answer, recordedAt } = event;
  const { to, number, status } = passedOn;
  const partner = task.owner;
  return present({
    resourceType: 'Task',
    id: standing?.id,
    meta: present({ profile: [PROFILES.passedOn], security: task.meta?.security }),
    identifier: [
      passedOnIdentifier(task, passedOn),
      ...(number === undefined ? [] : [present({ value: number, assigner: partner && unlinked(partner) })]),
    ],
    basedOn: [pointing(request, IDENTIFIERS.request(event.centre))],
    partOf: [pointing(task, IDENTIFIERS.task)],
    status: status ?? standing?.status ?? 'requested',
    intent: 'order',
    code: { coding: [{ system: FOREIGN.taskCode, code: 'fulfill' }] },
    for: task.for,
    authoredOn: standing?.authoredOn ?? authoredOn(answer.happenedAt, recordedAt),
    lastModified: recordedAt,
    requester: partner,
    owner: { display: to },
    note: answer.words === undefined ? standing?.note : [{ text: answer.words }],
  });
}

/** By number only: whoever gave a number out is named, and leads nowhere. */
const unlinked = ({ identifier, type }: fhir4.Reference): fhir4.Reference => present({ identifier, type });

const pointing = (to: fhir4.Task | fhir4.ServiceRequest, system: string): fhir4.Reference =>
  present({
    reference: `${to.resourceType}/${to.id ?? ''}`,
    type: to.resourceType,
    identifier: to.identifier?.find((it) => it.system === system),
  });
