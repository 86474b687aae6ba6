import type { AnswerGiven } from '../domain/lane-events.ts';
import { lastWordExtension, lastWordOf } from '../domain/last-word.ts';
import type { Effect } from '../domain/referral-effect.ts';
import { isReferralState, isTerminal } from '../domain/referral-state.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import { fhirPeriodFrom, periodFrom } from './period.ts';
import { present } from './present.ts';

type Facts = Pick<fhir4.Task, 'extension' | 'output' | 'executionPeriod'>;

/** The facts that an answer brings beside its state: priority, appointment, outcome, and when the service ran. What it does not speak of stays. */
export const factsAfter = (task: fhir4.Task, event: AnswerGiven): Facts => ({
  ...withPriority(task, event),
  ...withOutputs(task, event),
  ...withExecution(task, event),
});

/** The Task with the facts that an answer brings though it changes no state; undefined if it brings none that is kept. */
export function withFactsKept(
  task: fhir4.Task,
  event: AnswerGiven,
  keeps: Extract<Effect, { kind: 'recorded-only' }>['keeps'],
): fhir4.Task | undefined {
  if (keeps === 'nothing') return undefined;
  const { answer } = event;
  const first = keeps === 'missing';
  const { priority, appointmentAt, outcome, what, ...said } = answer;
  const kept: AnswerGiven = {
    ...event,
    answer: present({
      ...said,
      what,
      priority: first && priorityOf(task) !== undefined ? undefined : priority,
      appointmentAt: first && hasOutput(task, 'appointment') ? undefined : appointmentAt,
      outcome: first && hasOutput(task, 'outcome') ? undefined : outcome,
    }),
  };
  const extended = withAcceptance({ ...task, ...withPriority(task, kept) }, what);
  const next: fhir4.Task = {
    ...extended,
    ...withOutputs(task, kept),
    ...(what === 'started' && isUnderWayState(task.status) && withExecution(task, kept)),
  };
  return sayTheSame(task, next) ? undefined : { ...next, lastModified: event.recordedAt };
}

const isUnderWayState = (status: string): boolean => isReferralState(status) && !isTerminal(status);

const priorityOf = ({ extension = [] }: fhir4.Task): string | undefined =>
  extension.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;

function withPriority(task: fhir4.Task, { answer }: AnswerGiven): Pick<fhir4.Task, 'extension'> {
  if (answer.priority === undefined || answer.priority === priorityOf(task)) return {};
  const others = (task.extension ?? []).filter(({ url }) => url !== EXTENSIONS.receiverPriority);
  return { extension: [...others, { url: EXTENSIONS.receiverPriority, valueCode: answer.priority }] };
}

const ACCEPTANCES: ReadonlySet<string> = new Set(['accepted', 'waitlisted', 'scheduled', 'no-show', 'started']);

/** An acceptance or a start that we learn of late still says that the work had been accepted, or had begun. */
function withAcceptance(task: fhir4.Task, what: string): fhir4.Task {
  const last = lastWordOf(task);
  if (last === undefined || !ACCEPTANCES.has(what)) return task;
  const others = (task.extension ?? []).filter(({ url }) => url !== EXTENSIONS.lastWord);
  return {
    ...task,
    extension: [...others, lastWordExtension({ ...last, accepted: true, begun: last.begun || what === 'started' })],
  };
}

type Output = 'appointment' | 'outcome';

const hasOutput = ({ output = [] }: fhir4.Task, code: Output): boolean =>
  output.some(({ type }) => type.coding?.[0]?.code === code);

/** One appointment and one outcome at a time: a new one takes the place of the one before, which stays in the history. */
function withOutputs(task: fhir4.Task, { answer }: AnswerGiven): Pick<fhir4.Task, 'output'> {
  const said: fhir4.TaskOutput[] = [
    ...(answer.appointmentAt === undefined
      ? []
      : [{ type: outputType('appointment'), valueDateTime: answer.appointmentAt }]),
    ...(answer.outcome === undefined ? [] : [{ type: outputType('outcome'), valueString: answer.outcome }]),
  ];
  if (said.length === 0) return {};
  const codes = new Set(said.map(({ type }) => type.coding?.[0]?.code));
  return { output: [...(task.output ?? []).filter(({ type }) => !codes.has(type.coding?.[0]?.code)), ...said] };
}

const outputType = (code: Output): fhir4.CodeableConcept => ({
  coding: [{ system: CODE_SYSTEMS.referralOutput, code }],
});

/** What starts again after a pause has started before: the first service is what the second clock runs to. */
function withExecution(task: fhir4.Task, { answer }: AnswerGiven): Pick<fhir4.Task, 'executionPeriod'> {
  const { what, happenedAt } = answer;
  const { start } = periodFrom(task.executionPeriod ?? {});
  if (what === 'started') return start === undefined ? { executionPeriod: { start: happenedAt } } : {};
  return what === 'completed' ? { executionPeriod: fhirPeriodFrom(present({ start, end: happenedAt })) } : {};
}

/** Whether two Tasks say the same, whatever the order of their parts and the time at which they were written. */
export const sayTheSame = (
  { lastModified: _one, ...task }: fhir4.Task,
  { lastModified: _other, ...other }: fhir4.Task,
): boolean => inOrder(task) === inOrder(other);

/** A text that is the same for the same content. */
function inOrder(node: unknown): string {
  if (Array.isArray(node)) return `[${node.map(inOrder).sort().join()}]`;
  if (typeof node !== 'object' || node === null) return JSON.stringify(node) ?? '';
  const members = Object.entries(node).filter(([, value]) => value !== undefined);
  return `{${members
    .map(([key, value]) => `${key}:${inOrder(value)}`)
    .sort()
    .join()}}`;
}
