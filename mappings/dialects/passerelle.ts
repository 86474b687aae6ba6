import { v5 as uuidFrom } from 'uuid';
import { BUSINESS_STATUSES, DECLINE_REASONS } from '../../profiles/codes.ts';
import { codingOf } from '../concepts/code-map.ts';
import { ANSWER_MEANINGS } from '../domain/referral-table.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import { readMessage } from './by-focus/read-message.ts';
import type {
  Dialect,
  OutgoingContext,
  TravellingAnswer,
  TravellingCancellation,
  TravellingRequest,
  Written,
} from './dialect.ts';

/**
 * Our own language, for partners whose server holds plain R4: a transaction of Task, request, the minimum about the child, and whom to
 * call back. It carries all that a lens lets through. Twice is harmless: every write is conditional.
 */
export const passerelle: Dialect = { writeRequest, writeCancellation, writeAnswer, read: readMessage };

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
