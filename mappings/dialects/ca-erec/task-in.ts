import type { AnswerSaid } from '../../domain/lane-events.ts';
import type { Issue, Mapped } from '../../domain/mapped.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../domain/systems.ts';
import { answerFromTask } from '../answer-from-task.ts';
import type { WordsHeard } from '../dialect.ts';
import type { Incoming } from '../messaging/incoming-message.ts';
import { notCarried, picked } from '../messaging/not-carried.ts';
import { partyIn } from '../messaging/party-in.ts';
import { modifierIn } from '../messaging/request-in.ts';
import { conceptText, narrativeWords, wordsAt } from '../messaging/words-in.ts';

/** What the owner's Task says. */
export interface TaskSaid {
  readonly answer: AnswerSaid;
  /** It says so in our own business statuses: nothing beside it can mean more. */
  readonly inOurWords: boolean;
  readonly words: readonly WordsHeard[];
  readonly issues: readonly Issue[];
}

const TASK_ELEMENTS = [
  'status',
  'intent',
  'code',
  'lastModified',
  'owner',
  'businessStatus',
  'statusReason',
  'extension',
  'output',
  'note',
  'description',
  // Their own number of it, and what it hangs on: said by the message's other parts.
  'identifier',
  'basedOn',
  'focus',
  'for',
  'encounter',
  'requester',
  'authoredOn',
] as const satisfies readonly (keyof fhir4.Task)[];

/** A Task of CA:eReC as an answer: notes and what comes in foreign codes are words for a person. */
export function taskIn(task: fhir4.Task, incoming: Incoming, partner: string): Mapped<TaskSaid> {
  if (task.modifierExtension !== undefined) return { ok: false, issues: [modifierIn('Task')] };
  const { note, output = [], ...rest } = task;
  const happenedAt = task.lastModified ?? task.meta?.lastUpdated ?? incoming.madeAt;
  const by = partyIn(task.owner, incoming) ?? partyIn(incoming.header.author, incoming);
  const own = output.flatMap((one) => (isOurs(one) ? [one] : isPlain(one) ? [asOutcome(one)] : []));
  const foreign = output.filter((one) => !isOurs(one) && !isPlain(one) && one.valueString !== undefined);
  const said = answerFromTask(
    {
      ...rest,
      ...(happenedAt !== undefined && { lastModified: happenedAt }),
      ...(by !== undefined && { owner: { display: by.name } }),
      ...(own.length > 0 && { output: own }),
    },
    partner,
  );
  if (!said.ok) return said;
  const unknown = (task.extension ?? []).some(({ url }) => url !== EXTENSIONS.receiverPriority);
  return {
    ok: true,
    value: {
      answer: said.value.answer,
      inOurWords: (task.businessStatus?.coding ?? []).some(({ system }) => system === CODE_SYSTEMS.businessStatus),
      words: [
        ...wordsAt(
          'Task.note',
          (note ?? []).map(({ text }) => text),
        ),
        ...wordsAt('Task.description', [task.description]),
        ...wordsAt(
          'Task.output',
          foreign.map(({ type, valueString }) => labelled(type, valueString)),
        ),
        ...narrativeWords(task),
      ],
      issues: [
        ...picked(task, TASK_ELEMENTS).issues,
        ...said.value.issues,
        ...(unknown ? [notCarried('Task.extension')] : []),
        ...(output.some(isUnread) ? [notCarried('Task.output')] : []),
      ],
    },
  };
}

const isOurs = ({ type }: fhir4.TaskOutput): boolean =>
  (type.coding ?? []).some(({ system }) => system === CODE_SYSTEMS.referralOutput);

/** A result in words under no code: what the work gave (R4: «outputs produced as part of the task»). */
const isPlain = ({ type, valueString }: fhir4.TaskOutput): boolean =>
  valueString !== undefined && (type.coding ?? []).length === 0;

const asOutcome = (output: fhir4.TaskOutput): fhir4.TaskOutput => ({
  ...output,
  type: { coding: [{ system: CODE_SYSTEMS.referralOutput, code: 'outcome' }] },
});

/** Neither words nor a resource of the message: those are read by themselves. */
const isUnread = (output: fhir4.TaskOutput): boolean =>
  !isOurs(output) && output.valueString === undefined && output.valueReference === undefined;

const labelled = (type: fhir4.CodeableConcept, words: string | undefined): string =>
  [conceptText(type), words].filter((one) => one !== undefined).join(' : ');
