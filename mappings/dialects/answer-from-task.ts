import { BUSINESS_STATUSES } from '../../profiles/codes.ts';
import { ANSWER_PRIORITIES, ANSWER_REASONS } from '../domain/answer-codes.ts';
import type { AnswerSaid } from '../domain/lane-events.ts';
import type { Issue, Mapped } from '../domain/mapped.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';

type Status = fhir4.Task['status'];

/** What a Task.status says by itself, without a business status. `ready` is accepted from peers, and never sent to them. */
const SAID_BY_STATUS: Partial<Record<Status, AnswerSaid['what']>> = {
  received: 'acknowledged',
  ready: 'accepted',
  accepted: 'accepted',
  rejected: 'declined',
  'in-progress': 'started',
  'on-hold': 'awaiting-information',
  completed: 'completed',
  failed: 'failed',
  // It stopped, as it was asked to.
  cancelled: 'cancelled',
};

/** Business statuses that say more than the Task.status beside them. */
const SAID_BY_BUSINESS: Readonly<
  Record<string, { readonly what: AnswerSaid['what']; readonly beside: readonly Status[] }>
> = {
  waitlisted: { what: 'waitlisted', beside: ['received', 'accepted'] },
  scheduled: { what: 'scheduled', beside: ['accepted', 'in-progress'] },
  'no-show': { what: 'no-show', beside: ['accepted', 'in-progress'] },
};

const isStanding = (status: Status): status is 'accepted' | 'in-progress' =>
  status === 'accepted' || status === 'in-progress';

/** A recipient's Task, as an answer. What it says in codes that we do not know is told as a warning, never guessed. */
export function answerFromTask(
  task: fhir4.Task,
  partner: string,
): Mapped<{ readonly answer: AnswerSaid; readonly issues: readonly Issue[] }> {
  const business = codeIn(task.businessStatus, CODE_SYSTEMS.businessStatus);
  const more = business === undefined ? undefined : SAID_BY_BUSINESS[business];
  const what = more?.beside.includes(task.status) ? more.what : SAID_BY_STATUS[task.status];
  const happenedAt = task.lastModified;
  if (what === undefined) return { ok: false, issues: [notAnAnswer] };
  if (happenedAt === undefined) return { ok: false, issues: [noDate] };

  const reasonCode = codeIn(task.statusReason, CODE_SYSTEMS.declineReason);
  const reason = ANSWER_REASONS.find((code) => code === reasonCode);
  const words = task.statusReason?.text ?? task.businessStatus?.text;
  const given = task.extension?.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;
  const priority = ANSWER_PRIORITIES.find((code) => code === given);
  const appointmentAt = outputOf(task, 'appointment')?.valueDateTime;
  const outcome = outputOf(task, 'outcome')?.valueString;
  const by = task.note?.at(-1)?.authorString ?? task.owner?.display;
  return {
    ok: true,
    value: {
      answer: {
        what,
        happenedAt,
        saidBy: by ?? partner,
        recordedBy: partner,
        channel: 'system',
        ...(more?.what === what && isStanding(task.status) && { stands: task.status }),
        ...(reason !== undefined && { reason }),
        ...(words !== undefined && { words }),
        ...(priority !== undefined && { priority }),
        ...(appointmentAt !== undefined && { appointmentAt }),
        ...(outcome !== undefined && { outcome }),
      },
      issues: [
        ...(isCoded(task.businessStatus) && !BUSINESS_CODES.has(business ?? '')
          ? [unknownCode('Task.businessStatus')]
          : []),
        ...(isCoded(task.statusReason) && reason === undefined ? [unknownCode('Task.statusReason')] : []),
        ...(given !== undefined && priority === undefined ? [unknownCode('Task.extension')] : []),
      ],
    },
  };
}

const BUSINESS_CODES: ReadonlySet<string> = new Set(Object.keys(BUSINESS_STATUSES));

const isCoded = (concept: fhir4.CodeableConcept | undefined): boolean =>
  concept?.coding?.some(({ code }) => code !== undefined) ?? false;

const codeIn = (concept: fhir4.CodeableConcept | undefined, system: string): string | undefined =>
  concept?.coding?.find((coding) => coding.system === system)?.code;

const outputOf = (task: fhir4.Task, code: string): fhir4.TaskOutput | undefined =>
  task.output?.findLast(({ type }) => codeIn(type, CODE_SYSTEMS.referralOutput) === code);

const notAnAnswer: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'Task.status',
  text: {
    fr: 'Ce statut n’est pas une réponse. Le destinataire peut dire : received, accepted, rejected, in-progress, on-hold, completed ou failed.',
    en: 'This status is not an answer. The owner may say: received, accepted, rejected, in-progress, on-hold, completed or failed.',
  },
};

const noDate: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'Task.lastModified',
  text: {
    fr: 'Dites quand c’est arrivé : Task.lastModified, avec le décalage horaire.',
    en: 'Say when it happened: Task.lastModified, with its offset.',
  },
};

const unknownCode = (expression: string): Issue => ({
  severity: 'warning',
  code: 'not-supported',
  expression,
  text: {
    fr: `${expression} : code inconnu, le texte seul est gardé.`,
    en: `${expression}: unknown code, only the text is kept.`,
  },
});
