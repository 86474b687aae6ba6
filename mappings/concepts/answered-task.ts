import { BUSINESS_STATUSES, DECLINE_REASONS } from '../../profiles/codes.ts';
import { surelyBefore } from '../../profiles/moment-span.ts';
import type { AnswerEvent } from '../domain/lane-events.ts';
import type { Issue } from '../domain/mapped.ts';
import { receiptOf } from '../domain/receipt-on-task.ts';
import { ANSWER_MEANINGS, type Effect, effectOf, isReferralState } from '../domain/referral-state.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import { codingOf } from './code-map.ts';
import { fhirPeriodFrom, periodFrom } from './period.ts';
import { present } from './present.ts';

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
  const explained = NEEDS_REASON.has(status);
  const reason = explained ? statusReason(event) : undefined;
  // A reason belongs to the state that it was given for: the next state brings its own, or none.
  const { statusReason: before, ...rest } = task;
  const because = effect.kind === 'moves' ? reason : before;
  return {
    effect,
    issues: [],
    task: {
      ...rest,
      status,
      lastModified: event.recordedAt,
      ...(business !== undefined && {
        businessStatus: {
          coding: [codingOf({ system: CODE_SYSTEMS.businessStatus, table: BUSINESS_STATUSES }, business)],
          // Words that are no reason say more about where it stands: a place on the list, a month.
          ...(answer.words !== undefined && !explained && { text: answer.words }),
        },
      }),
      ...(because !== undefined && { statusReason: because }),
      ...withExtensions(task, event),
      ...withOutputs(task, event),
      ...withExecution(task, event),
    },
  };
}

/** States that FHIR's statusReason explains (fhir.md §2, Fulfilment). */
const NEEDS_REASON: ReadonlySet<string> = new Set(['rejected', 'on-hold', 'failed', 'cancelled']);

/** The owner's completion counts when it happened before the cancellation reached the owner; a date without a time decides it only when all of that day was before. */
function completedBeforeCancellation(task: fhir4.Task, { answer }: AnswerEvent): boolean {
  if (task.status !== 'cancelled' || answer.what !== 'completed') return false;
  const receipt = receiptOf(task);
  // The owner has the request and was not told yet.
  if (receipt !== undefined && receipt.stage !== 'cancellation') return true;
  const reachedAt = receipt?.at ?? task.lastModified;
  return reachedAt !== undefined && surelyBefore(answer.happenedAt, reachedAt);
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

/** What starts again after a pause has started before: the first service is what the second clock runs to. */
function withExecution(task: fhir4.Task, { answer }: AnswerEvent): Pick<fhir4.Task, 'executionPeriod'> {
  const { what, happenedAt } = answer;
  const { start } = periodFrom(task.executionPeriod ?? {});
  if (what === 'started') return start === undefined ? { executionPeriod: { start: happenedAt } } : {};
  return what === 'completed' ? { executionPeriod: fhirPeriodFrom(present({ start, end: happenedAt })) } : {};
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
