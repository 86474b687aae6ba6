import { v5 as uuidFrom } from 'uuid';
import { BUSINESS_STATUSES } from '../../profiles/codes.ts';
import type { AnswerSaid } from '../domain/lane-events.ts';
import type { Issue, Mapped } from '../domain/mapped.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../domain/systems.ts';
import type { RequestSeen } from '../lenses/look-through.ts';

/** Who sends, as a recipient needs to know it: whom to call back. */
export interface SenderCard {
  readonly id: string;
  readonly name: string;
  readonly telephone: string;
}

export interface OutgoingContext {
  readonly messageId: string;
  readonly sender: SenderCard;
  readonly recipient: { readonly id: string; readonly name: string };
}

const FULL_URLS = '6f2d0a0e-0f6f-5d3c-9b57-2d8f5a4f7c31';
const TASK_DATA = ['intent', 'code', 'authoredOn', 'lastModified', 'priority', 'status'] as const;

/** A FHIR transaction for the recipient's own server: Task, request, the minimum about the child, and whom to call back. Twice is harmless: every write is conditional. */
export function requestMessage(
  task: fhir4.Task,
  seen: RequestSeen,
  { messageId, sender, recipient }: OutgoingContext,
): fhir4.Bundle<fhir4.FhirResource> {
  const url = (type: string) => `urn:uuid:${uuidFrom(`${type}|${messageId}`, FULL_URLS)}`;
  const senderReference: fhir4.Reference = {
    reference: url('Organization'),
    identifier: { system: IDENTIFIERS.centre, value: sender.id },
    display: sender.name,
  };
  const outgoing: fhir4.Task = {
    ...elementsOf(task),
    identifier: [{ system: IDENTIFIERS.task, value: seen.number }],
    focus: named(url('ServiceRequest'), seen.request),
    ...(seen.child !== undefined && { for: named(url('Patient'), seen.child) }),
    requester: senderReference,
    owner: { identifier: { system: IDENTIFIERS.partner, value: recipient.id }, display: recipient.name },
  };
  const subject = seen.child === undefined ? { display: WITHHELD } : named(url('Patient'), seen.child);
  const organization: fhir4.Organization = {
    resourceType: 'Organization',
    identifier: [{ system: IDENTIFIERS.centre, value: sender.id }],
    name: sender.name,
    telecom: [{ system: 'phone', value: sender.telephone }],
  };
  return message(messageId, [
    conditionalPut(url('Task'), outgoing, outgoing.identifier?.[0]),
    conditionalPut(url('ServiceRequest'), { ...seen.request, subject }, seen.request.identifier?.[0]),
    ...(seen.child === undefined ? [] : [conditionalPut(url('Patient'), seen.child, seen.child.identifier?.[0])]),
    conditionalPut(url('Organization'), organization, organization.identifier?.[0]),
  ]);
}

/** The bare cancellation: number and «withdrawn», nothing else (fhir.md §6). */
export function cancellationMessage(
  task: fhir4.Task,
  number: string,
  messageId: string,
): fhir4.Bundle<fhir4.FhirResource> {
  const identifier = { system: IDENTIFIERS.task, value: number };
  const cancelled: fhir4.Task = {
    resourceType: 'Task',
    identifier: [identifier],
    status: task.status === 'entered-in-error' ? 'entered-in-error' : 'cancelled',
    intent: 'order',
    statusReason: { coding: [{ system: CODE_SYSTEMS.declineReason, code: 'withdrawn' }] },
  };
  return message(messageId, [
    conditionalPut(`urn:uuid:${uuidFrom(`Task|${messageId}`, FULL_URLS)}`, cancelled, identifier),
  ]);
}

/** A reference inside the message, with the identifier beside it, for servers that give ids of their own. */
function named(
  reference: string,
  { resourceType: type, identifier }: fhir4.ServiceRequest | fhir4.Patient,
): fhir4.Reference {
  const own = identifier?.[0];
  return { reference, type, ...(own !== undefined && { identifier: own }) };
}

const WITHHELD = 'Enfant : identité transmise après l’acceptation / Child: identity given after acceptance';

const elementsOf = (task: fhir4.Task): fhir4.Task => ({
  resourceType: 'Task',
  status: task.status,
  intent: 'order',
  ...Object.fromEntries(TASK_DATA.flatMap((name) => (task[name] === undefined ? [] : [[name, task[name]]]))),
});

const message = (
  messageId: string,
  entry: fhir4.BundleEntry<fhir4.FhirResource>[],
): fhir4.Bundle<fhir4.FhirResource> => ({
  resourceType: 'Bundle',
  type: 'transaction',
  identifier: { system: IDENTIFIERS.message, value: messageId },
  entry,
});

const conditionalPut = (
  fullUrl: string,
  resource: fhir4.FhirResource,
  identifier: fhir4.Identifier | undefined,
): fhir4.BundleEntry<fhir4.FhirResource> => ({
  fullUrl,
  resource,
  request: {
    method: 'PUT',
    url: `${resource.resourceType}?identifier=${encodeURIComponent(`${identifier?.system}|${identifier?.value}`)}`,
  },
});

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
};

/** Business statuses that say more than the Task.status beside them. */
const SAID_BY_BUSINESS: Readonly<
  Record<string, { readonly what: AnswerSaid['what']; readonly beside: readonly Status[] }>
> = {
  waitlisted: { what: 'waitlisted', beside: ['received', 'accepted'] },
  scheduled: { what: 'scheduled', beside: ['accepted', 'in-progress'] },
  'no-show': { what: 'no-show', beside: ['accepted', 'in-progress'] },
};

const REASONS: readonly NonNullable<AnswerSaid['reason']>[] = [
  'full',
  'out-of-territory',
  'not-eligible',
  'wrong-service',
  'duplicate',
  'family-not-wanted',
  'family-not-now',
  'family-prefers-another',
  'family-moved',
  'not-reached',
];
const PRIORITIES: readonly NonNullable<AnswerSaid['priority']>[] = ['P1', 'P2', 'P3', 'P4'];

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
  const reason = REASONS.find((code) => code === reasonCode);
  const words = task.statusReason?.text ?? task.businessStatus?.text ?? task.note?.at(-1)?.text;
  const given = task.extension?.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;
  const priority = PRIORITIES.find((code) => code === given);
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
