import { BUSINESS_STATUSES, DECLINE_REASONS } from '../../profiles/codes.ts';
import type { AnswerEvent } from '../domain/lane-events.ts';
import type { Issue } from '../domain/mapped.ts';
import { ANSWER_MEANINGS, type Effect, effectOf, isReferralState } from '../domain/referral-state.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import { codingOf } from './code-map.ts';

/** What an answer makes of a Task; without `task` it is only recorded. */
export interface Answered {
  readonly task?: fhir4.Task;
  readonly effect: Effect;
  readonly issues: readonly Issue[];
}

/** Pure: the Task as the answer leaves it, through the one state machine (fhir.md §3). */
export function answeredTask(task: fhir4.Task, event: AnswerEvent): Answered {
  if (!isReferralState(task.status))
    return { effect: { kind: 'recorded-only', why: 'backward' }, issues: [warning('backward')] };
  const { answer } = event;
  const effect = effectOf(answer.what, task.status, completedBeforeCancellation(task, event));
  if (effect.kind === 'recorded-only') return { effect, issues: [warning(effect.why)] };

  const status = effect.kind === 'moves' ? effect.to : task.status;
  const { business } = ANSWER_MEANINGS[answer.what];
  const reason = statusReason(event);
  return {
    effect,
    issues: [],
    task: {
      ...task,
      status,
      lastModified: event.recordedAt,
      ...(business !== undefined && {
        businessStatus: {
          coding: [codingOf({ system: CODE_SYSTEMS.businessStatus, table: BUSINESS_STATUSES }, business)],
        },
      }),
      ...(effect.kind === 'moves' && reason !== undefined && { statusReason: reason }),
      ...withExtensions(task, event),
      ...withOutputs(task, event),
      ...withExecution(task, event, status),
    },
  };
}

/** The owner's completion counts when it happened before the cancellation was known; same-day dates without a time do not decide it. */
function completedBeforeCancellation(task: fhir4.Task, { answer }: AnswerEvent): boolean {
  return (
    task.status === 'cancelled' &&
    answer.what === 'completed' &&
    Date.parse(answer.happenedAt) < Date.parse(task.lastModified ?? '')
  );
}

function statusReason({ answer }: AnswerEvent): fhir4.CodeableConcept | undefined {
  if (answer.reason === undefined && answer.words === undefined) return undefined;
  return {
    ...(answer.reason !== undefined && {
      coding: [codingOf({ system: CODE_SYSTEMS.declineReason, table: DECLINE_REASONS }, answer.reason)],
    }),
    text: answer.words ?? DECLINE_REASONS[answer.reason ?? 'withdrawn'].fr,
  };
}

function withExtensions(task: fhir4.Task, { answer }: AnswerEvent): Pick<fhir4.Task, 'extension'> {
  if (answer.priority === undefined) return {};
  const others = (task.extension ?? []).filter(({ url }) => url !== EXTENSIONS.receiverPriority);
  return { extension: [...others, { url: EXTENSIONS.receiverPriority, valueCode: answer.priority }] };
}

/** One appointment and one outcome at a time: a new one takes the place of the one before, which stays in the history. */
function withOutputs(task: fhir4.Task, { answer }: AnswerEvent): Pick<fhir4.Task, 'output'> {
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

const outputType = (code: 'appointment' | 'outcome'): fhir4.CodeableConcept => ({
  coding: [{ system: CODE_SYSTEMS.referralOutput, code }],
});

function withExecution(
  task: fhir4.Task,
  { answer }: AnswerEvent,
  status: fhir4.Task['status'],
): Pick<fhir4.Task, 'executionPeriod'> {
  const period = task.executionPeriod ?? {};
  if (answer.what === 'started' && status === 'in-progress')
    return { executionPeriod: { ...period, start: answer.happenedAt } };
  // A period that ends before it starts is refused by FHIR (per-1); Provenance keeps what was said.
  const ordered = period.start === undefined || Date.parse(period.start) <= Date.parse(answer.happenedAt);
  return status === 'completed' && ordered ? { executionPeriod: { ...period, end: answer.happenedAt } } : {};
}

const WARNINGS = {
  repeated: {
    fr: 'Cet état était déjà noté : la réponse est gardée, rien ne change.',
    en: 'This state was already noted: the answer is kept, nothing changes.',
  },
  terminal: {
    fr: 'La demande est déjà terminée : la réponse est gardée, rien ne change. Pour corriger, faites une nouvelle demande.',
    en: 'The request has already ended: the answer is kept, nothing changes. To correct it, make a new request.',
  },
  'not-sent': {
    fr: 'La demande n’est pas encore partie (aucun accord ne nomme ce destinataire) : la réponse est gardée, rien ne change.',
    en: 'The request has not left yet (no agreement names this recipient): the answer is kept, nothing changes.',
  },
  backward: {
    fr: 'La demande est déjà plus loin : la réponse est gardée, rien ne change.',
    en: 'The request is already further on: the answer is kept, nothing changes.',
  },
} as const;

const warning = (why: keyof typeof WARNINGS): Issue => ({
  severity: 'warning',
  code: 'business-rule',
  expression: 'Answer.what',
  text: WARNINGS[why],
});
