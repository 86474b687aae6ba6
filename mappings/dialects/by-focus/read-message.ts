import { v5 as uuidFrom } from 'uuid';
import type { Mapped } from '../../domain/mapped.ts';
import { FOREIGN, IDENTIFIERS } from '../../domain/systems.ts';
import type { HeardMessage, IncomingContext, Message, RequestNumber } from '../dialect.ts';
import { fault } from '../messaging/not-carried.ts';
import { wordsAt } from '../messaging/words-in.ts';
import { lettersOfNobody } from './letters-of.ts';
import { type OpenedBundle, openedBundle } from './opened-bundle.ts';
import { answerIn, passedOnIn } from './read-answer.ts';
import { requestOf } from './read-request.ts';
import { asksToStop } from './said-by-task.ts';
import { heardOf, type TaskRead } from './task-read.ts';

const MESSAGES = 'c2b6a2a0-52cb-5c62-8d0e-0a1f5c9f3b77';

/**
 * Every Task of a Bundle: an answer to a request of ours, a request that is passed on, one that is made of us, or one taken back. The same
 * thing said again, by a notification and then by a poll, is the same message: its id is made from what it says.
 */
export function readMessage(message: Message, { partner }: IncomingContext): Mapped<HeardMessage> {
  const opened = openedBundle(message);
  if (!opened.ok) return opened;
  const read = opened.value.tasks.map((task) => taskIn(task, opened.value, partner));
  const issues = [
    ...opened.value.issues,
    ...lettersOfNobody(opened.value),
    ...read.flatMap((one) => (one.ok ? one.value.issues : one.issues)),
  ];
  if (read.some(({ ok }) => !ok)) return { ok: false, issues };
  const heard = read.flatMap((one) => (one.ok ? one.value.heard : []));
  return { ok: true, value: { messageId: uuidFrom(JSON.stringify(heard), MESSAGES), heard, issues } };
}

function taskIn(task: fhir4.Task, opened: OpenedBundle, partner: string): TaskRead {
  if (task.modifierExtension !== undefined) return { ok: false, issues: [MODIFIED] };
  const ours = task.identifier?.find(isOurs)?.value ?? requestNumberIn(task, opened);
  if (isAbort(task)) return abortIn(task);
  if (ours !== undefined) return answerIn(task, { system: IDENTIFIERS.task, value: ours }, opened, partner);
  const parent = parentIn(task, opened);
  if (parent !== undefined) return passedOnIn(task, { system: IDENTIFIERS.task, value: parent }, opened, partner);
  const number = numberOf(task);
  if (number === undefined) return { ok: false, issues: [NO_NUMBER] };
  const { status, lastModified } = task;
  const happened = lastModified === undefined ? {} : { happenedAt: lastModified };
  if (status === 'cancelled' || status === 'entered-in-error')
    return heardOf({
      kind: 'cancellation',
      number,
      state: status,
      accepted: false,
      ...happened,
      words: reasonIn(task),
    });
  if (asksToStop(task))
    return heardOf({
      kind: 'cancellation',
      number,
      state: 'cancelled',
      accepted: true,
      ...happened,
      words: reasonIn(task),
    });
  if (status === 'draft' || status === 'requested') return requestOf(task, number, opened);
  // It is ours to answer: what comes back is what we said.
  return { ok: true, value: { heard: [], issues: [] } };
}

const isOurs = ({ system, value }: fhir4.Identifier): boolean =>
  system === IDENTIFIERS.task && value !== undefined && value !== '';

/** A Task of the owner's own that only the request ties to ours. */
function requestNumberIn(task: fhir4.Task, { at }: OpenedBundle): string | undefined {
  if (task.partOf !== undefined || task.basedOn !== undefined) return undefined;
  const focus = at(task.focus, task);
  const numbers = [
    ...(task.focus?.identifier === undefined ? [] : [task.focus.identifier]),
    ...(focus?.resourceType === 'ServiceRequest' ? (focus.identifier ?? []) : []),
  ];
  return numbers.find(isOurs)?.value;
}

/** The Task or request of ours that a Task of theirs is a part of: they passed it on (fhir.md §3). */
function parentIn(task: fhir4.Task, { at }: OpenedBundle): string | undefined {
  const focus = at(task.focus, task);
  const above = [
    ...(task.partOf ?? []),
    ...(task.basedOn ?? []),
    ...(focus?.resourceType === 'ServiceRequest' ? (focus.basedOn ?? []) : []),
  ];
  const numbers = above.flatMap((reference) => {
    const target = at(reference, task);
    const own = target?.resourceType === 'Task' || target?.resourceType === 'ServiceRequest' ? target.identifier : [];
    return [...(reference.identifier === undefined ? [] : [reference.identifier]), ...(own ?? [])];
  });
  return numbers.find(isOurs)?.value;
}

const isAbort = ({ code }: fhir4.Task): boolean =>
  code?.coding?.some((coding) => coding.system === FOREIGN.taskCode && coding.code === 'abort') === true;

/** Whoever asked of us wants it stopped: a Task of its own whose focus is theirs (COW). */
function abortIn(task: fhir4.Task): TaskRead {
  const { system, value } = task.focus?.identifier ?? {};
  if (value === undefined || value === '') return { ok: false, issues: [NO_FOCUS] };
  const number: RequestNumber = { ...(system !== undefined && { system }), value };
  const happened = task.lastModified === undefined ? {} : { happenedAt: task.lastModified };
  return heardOf({
    kind: 'cancellation',
    number,
    state: 'cancelled',
    accepted: true,
    ...happened,
    words: reasonIn(task),
  });
}

const reasonIn = ({ statusReason, note = [] }: fhir4.Task) => [
  // Withdrawn, in our own codes, is no more than the cancellation says.
  ...(statusReason?.coding?.some(({ code }) => code === 'withdrawn') === true
    ? []
    : wordsAt('Task.statusReason', [statusReason?.text])),
  ...wordsAt(
    'Task.note',
    note.map(({ text }) => text),
  ),
];

/** The number of whoever asks: the one typed as the placer's, else the first. */
function numberOf({ identifier = [] }: fhir4.Task): RequestNumber | undefined {
  const filled = identifier.filter(({ value }) => value !== undefined && value !== '');
  const isPlacers = ({ type }: fhir4.Identifier) => type?.coding?.some(({ code }) => code === 'PLAC') === true;
  const own = filled.find(isPlacers) ?? filled[0];
  return own?.value === undefined
    ? undefined
    : { ...(own.system !== undefined && { system: own.system }), value: own.value };
}

const NO_NUMBER = fault(
  'Task.identifier',
  'donnez à la Task un numéro qui ne soit pas vide : la réponse le nommera.',
  'give the Task a number that is not empty: the answer will name it.',
);
const NO_FOCUS = fault(
  'Task.focus.identifier',
  'nommez la Task à arrêter par son numéro.',
  'name the Task to stop by its number.',
);
const MODIFIED = fault(
  'Task.modifierExtension',
  'change le sens d’une façon que nous ne connaissons pas ; retirez-la.',
  'changes the meaning in a way that we do not know; leave it out.',
  'extension',
);
