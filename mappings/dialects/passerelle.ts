import { v5 as uuidFrom } from 'uuid';
import { BUSINESS_STATUSES, DECLINE_REASONS } from '../../profiles/codes.ts';
import { codingOf } from '../concepts/code-map.ts';
import type { Issue, Mapped } from '../domain/mapped.ts';
import { ANSWER_MEANINGS } from '../domain/referral-table.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import { answerFromTask } from './answer-from-task.ts';
import type {
  Dialect,
  Heard,
  HeardMessage,
  Message,
  OutgoingContext,
  RequestNumber,
  TravellingAnswer,
  TravellingCancellation,
  TravellingRequest,
  Written,
} from './dialect.ts';
import { passedOnFromTask } from './passed-on-from-task.ts';
import { taskElements } from './travelling-request.ts';

/**
 * Our own language, for partners whose server holds plain R4: a transaction of Task, request, the minimum about the child, and whom to
 * call back. It carries all that a lens lets through. Twice is harmless: every write is conditional.
 */
export const passerelle: Dialect = { writeRequest, writeCancellation, writeAnswer, read };

const FULL_URLS = '6f2d0a0e-0f6f-5d3c-9b57-2d8f5a4f7c31';

function writeRequest(
  { number, task, request, child, letters }: TravellingRequest,
  { messageId, sender, recipient }: OutgoingContext,
): Written {
  const url = (type: string, part = '') => urlIn(messageId, type, part);
  const centre = { system: IDENTIFIERS.centre, value: sender.id };
  const outgoing: fhir4.Task = {
    ...task,
    identifier: [number],
    focus: named(url('ServiceRequest'), request),
    ...(child !== undefined && { for: named(url('Patient'), child) }),
    requester: { reference: url('Organization'), identifier: centre, display: sender.name },
    owner: { identifier: { system: IDENTIFIERS.partner, value: recipient.id }, display: recipient.name },
  };
  const subject = child === undefined ? { display: WITHHELD } : named(url('Patient'), child);
  const organization: fhir4.Organization = {
    resourceType: 'Organization',
    identifier: [centre],
    name: sender.name,
    ...(sender.telephone !== undefined && { telecom: [{ system: 'phone', value: sender.telephone }] }),
  };
  return whole(messageId, [
    conditionalPut(url('Task'), outgoing, number),
    conditionalPut(url('ServiceRequest'), { ...request, subject }, request.identifier?.[0]),
    ...(child === undefined ? [] : [conditionalPut(url('Patient'), child, child.identifier?.[0])]),
    conditionalPut(url('Organization'), organization, centre),
    ...letters.map((letter) =>
      conditionalPut(
        url('DocumentReference', letter.identifier?.[0]?.value),
        { ...letter, context: { related: [named(url('ServiceRequest'), request)] } },
        letter.identifier?.[0],
      ),
    ),
  ]);
}

/**
 * The bare cancellation: number and «withdrawn», nothing else (fhir.md §6). Accepted work is its owner's to end: it is asked to stop by a
 * Task of its own whose code is `abort` (HL7's Clinical Order Workflows), and the owner's Task is left alone.
 */
function writeCancellation(
  { number, state, accepted, happenedAt }: TravellingCancellation,
  { messageId }: OutgoingContext,
): Written {
  if (accepted && state === 'cancelled') {
    const own = { system: IDENTIFIERS.message, value: messageId };
    const abort: fhir4.Task = {
      resourceType: 'Task',
      identifier: [own],
      status: 'requested',
      intent: 'order',
      code: { coding: [{ system: FOREIGN.taskCode, code: 'abort' }] },
      focus: { type: 'Task', identifier: number },
      ...(happenedAt !== undefined && { authoredOn: happenedAt }),
    };
    return whole(messageId, [conditionalPut(urlIn(messageId, 'Task'), abort, own)]);
  }
  const cancelled: fhir4.Task = {
    resourceType: 'Task',
    identifier: [number],
    status: state,
    intent: 'order',
    statusReason: { coding: [{ system: CODE_SYSTEMS.declineReason, code: 'withdrawn' }] },
  };
  return whole(messageId, [conditionalPut(urlIn(messageId, 'Task'), cancelled, number)]);
}

/** The Task under the number that whoever asked knows: where it stands, and only what this answer says. */
function writeAnswer({ number, answer, state, letters }: TravellingAnswer, { messageId }: OutgoingContext): Written {
  const { business } = ANSWER_MEANINGS[answer.what];
  const output: fhir4.TaskOutput[] = [
    ...(answer.appointmentAt === undefined
      ? []
      : [{ type: outputType('appointment'), valueDateTime: answer.appointmentAt }]),
    ...(answer.outcome === undefined ? [] : [{ type: outputType('outcome'), valueString: answer.outcome }]),
  ];
  const answered: fhir4.Task = {
    resourceType: 'Task',
    identifier: [number],
    status: state,
    intent: 'order',
    lastModified: answer.happenedAt,
    owner: { display: answer.saidBy },
    ...(business !== undefined && {
      businessStatus: {
        coding: [codingOf({ system: CODE_SYSTEMS.businessStatus, table: BUSINESS_STATUSES }, business)],
      },
    }),
    ...(answer.reason === undefined && answer.words === undefined
      ? {}
      : {
          statusReason: {
            ...(answer.reason !== undefined && {
              coding: [codingOf({ system: CODE_SYSTEMS.declineReason, table: DECLINE_REASONS }, answer.reason)],
            }),
            ...(answer.words !== undefined && { text: answer.words }),
          },
        }),
    ...(answer.priority !== undefined && {
      extension: [{ url: EXTENSIONS.receiverPriority, valueCode: answer.priority }],
    }),
    ...(output.length > 0 && { output }),
  };
  return whole(messageId, [
    conditionalPut(urlIn(messageId, 'Task'), answered, number),
    ...letters.map((letter) =>
      conditionalPut(
        urlIn(messageId, 'DocumentReference', letter.identifier?.[0]?.value),
        letter,
        letter.identifier?.[0],
      ),
    ),
  ]);
}

/** Every Task of a Bundle: asked for or taken back by whoever asks, answered by whoever owns it. */
function read(message: Message, { partner }: { readonly partner: string }): Mapped<HeardMessage> {
  if (message.form !== 'fhir') return { ok: false, issues: [NOT_FHIR] };
  const { entry = [], identifier } = message.bundle;
  const tasks = entry.flatMap(({ resource }) => (resource?.resourceType === 'Task' ? [resource] : []));
  if (tasks.length === 0) return { ok: false, issues: [NO_TASK] };
  const read = tasks.map((task) => heardIn(task, message.bundle, partner));
  const issues = read.flatMap((one) => (one.ok ? one.value.issues : one.issues));
  if (read.some(({ ok }) => !ok)) return { ok: false, issues };
  return {
    ok: true,
    value: {
      messageId: identifier?.value ?? '',
      heard: read.flatMap((one) => (one.ok ? [one.value.heard] : [])),
      issues,
    },
  };
}

type OneHeard = Mapped<{ readonly heard: Heard; readonly issues: readonly Issue[] }>;

function heardIn(task: fhir4.Task, bundle: fhir4.Bundle<fhir4.FhirResource>, partner: string): OneHeard {
  if (task.partOf !== undefined) {
    const said = passedOnFromTask(task, partner);
    return said.ok ? heard({ kind: 'answer', ...said.value, letters: [], words: [] }) : said;
  }
  const stopped = stopAskedIn(task);
  if (stopped !== undefined)
    return heard({
      kind: 'cancellation',
      number: stopped,
      state: 'cancelled',
      accepted: true,
      ...(task.authoredOn !== undefined && { happenedAt: task.authoredOn }),
      words: [],
    });
  const number = numberOf(task);
  if (number === undefined) return { ok: false, issues: [NO_NUMBER] };
  const letters = (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === 'DocumentReference' ? [resource] : [],
  );
  switch (task.status) {
    case 'draft':
    case 'requested':
      return requestIn(task, number, bundle, letters);
    case 'cancelled':
    case 'entered-in-error': {
      // Under our own number it is the owner's Task that was cancelled, which is an answer.
      if (number.system === IDENTIFIERS.task && task.status === 'cancelled' && task.lastModified !== undefined)
        return answerIn(task, number, letters, partner);
      const { status: state, lastModified: happenedAt } = task;
      const when = happenedAt === undefined ? {} : { happenedAt };
      return heard({ kind: 'cancellation', number, state, accepted: false, ...when, words: [] });
    }
    default:
      return answerIn(task, number, letters, partner);
  }
}

function answerIn(
  task: fhir4.Task,
  number: RequestNumber,
  letters: readonly fhir4.DocumentReference[],
  partner: string,
): OneHeard {
  const said = answerFromTask(task, partner);
  return said.ok
    ? heard({ kind: 'answer', number, answer: said.value.answer, letters, words: [] }, said.value.issues)
    : said;
}

/** The number of the Task that this one asks to stop. */
const stopAskedIn = ({ code, focus }: fhir4.Task): RequestNumber | undefined =>
  code?.coding?.some((it) => it.system === FOREIGN.taskCode && it.code === 'abort') === true
    ? requestNumber(focus?.identifier)
    : undefined;

const heard = (what: Heard, issues: readonly Issue[] = []): OneHeard => ({ ok: true, value: { heard: what, issues } });

/** A request that is asked of us: its references named their targets inside the Bundle, and so far nowhere else. */
function requestIn(
  task: fhir4.Task,
  number: RequestNumber,
  bundle: fhir4.Bundle<fhir4.FhirResource>,
  letters: readonly fhir4.DocumentReference[],
): OneHeard {
  const at = (reference: string | undefined) =>
    (bundle.entry ?? []).find(({ fullUrl }) => reference !== undefined && fullUrl === reference)?.resource;
  const request = at(task.focus?.reference);
  if (request?.resourceType !== 'ServiceRequest') return { ok: false, issues: [NO_REQUEST] };
  const child = at(request.subject.reference);
  const asking = at(task.requester?.reference);
  const telephone =
    asking?.resourceType === 'Organization'
      ? asking.telecom?.find(({ system }) => system === 'phone')?.value
      : undefined;
  const name = task.requester?.display;
  const centre = task.owner?.identifier?.system === IDENTIFIERS.centre ? task.owner.identifier.value : undefined;
  return heard({
    kind: 'request',
    ...(centre !== undefined && { centre }),
    request: {
      number,
      task: taskElements(task),
      request: { ...request, subject: { type: 'Patient' } },
      ...(child?.resourceType === 'Patient' && { child }),
      letters: letters.map(({ context: _context, ...letter }) => letter),
    },
    ...(name !== undefined && {
      askedBy: {
        id: task.requester?.identifier?.value ?? '',
        name,
        ...(telephone !== undefined && { telephone }),
      },
    }),
    words: [],
  });
}

const numberOf = ({ identifier = [] }: fhir4.Task): RequestNumber | undefined => {
  const [own] = identifier.filter(({ value }) => value !== undefined && value !== '');
  return requestNumber(own);
};

const requestNumber = (own: fhir4.Identifier | undefined): RequestNumber | undefined =>
  own?.value === undefined ? undefined : { ...(own.system !== undefined && { system: own.system }), value: own.value };

/** A reference inside the message, with the identifier beside it, for servers that give ids of their own. */
function named(
  reference: string,
  { resourceType: type, identifier }: fhir4.ServiceRequest | fhir4.Patient,
): fhir4.Reference {
  const own = identifier?.[0];
  return { reference, type, ...(own !== undefined && { identifier: own }) };
}

const WITHHELD = 'Enfant : identité transmise après l’acceptation / Child: identity given after acceptance';

const outputType = (code: 'appointment' | 'outcome'): fhir4.CodeableConcept => ({
  coding: [{ system: CODE_SYSTEMS.referralOutput, code }],
});

const urlIn = (messageId: string, type: string, part = ''): string =>
  `urn:uuid:${uuidFrom(`${type}|${messageId}${part === '' ? '' : `|${part}`}`, FULL_URLS)}`;

const whole = (messageId: string, entry: fhir4.BundleEntry<fhir4.FhirResource>[]): Written => ({
  message: {
    form: 'fhir',
    bundle: {
      resourceType: 'Bundle',
      type: 'transaction',
      identifier: { system: IDENTIFIERS.message, value: messageId },
      entry,
    },
  },
  lost: [],
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
    url: `${resource.resourceType}?identifier=${encodeURIComponent(`${identifier?.system ?? ''}|${identifier?.value}`)}`,
  },
});

const fault = (expression: string, fr: string, en: string): Issue => ({
  severity: 'error',
  code: 'required',
  expression,
  text: { fr, en },
});

const NOT_FHIR: Issue = {
  severity: 'error',
  code: 'not-supported',
  text: { fr: 'Un Bundle FHIR est attendu ici.', en: 'A FHIR Bundle is expected here.' },
};
const NO_TASK = fault(
  'Bundle.entry',
  'Aucune Task dans ce Bundle : ajoutez celle qui porte la demande ou la réponse.',
  'No Task in this Bundle: add the one that carries the request or the answer.',
);
const NO_NUMBER = fault(
  'Task.identifier',
  'La Task n’a pas de numéro : ajoutez Task.identifier, jamais vide.',
  'The Task has no number: add Task.identifier, never empty.',
);
const NO_REQUEST = fault(
  'Task.focus',
  'Task.focus doit mener à une ServiceRequest du même Bundle, par son fullUrl.',
  'Task.focus must lead to a ServiceRequest in the same Bundle, by its fullUrl.',
);
