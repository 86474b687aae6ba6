import type { BusinessId } from '../journal.ts';
import type { Transaction, TransactionEntry } from '../protocols/transaction.ts';
import { textsAt } from '../reading.ts';
import { invalid, type ReceivedMessage, receivedMessage, resourceAt } from './message-bundle.ts';

/**
 * A CA:eReC message (Pan-Canadian eReferral-eConsult, 1.1.0-DFT, Messaging Events) as the office keeps it. The office makes the Task of a
 * request by itself, as the guide has it: none comes with it. Throws a 400 PartnerProblem that names the element.
 */
export function ereferralFrom(body: unknown): Transaction {
  const message = receivedMessage(body);
  return {
    messageId: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${message.id}` },
    bundle: message.bundle,
    entries: entriesOf(message),
  };
}

function entriesOf(message: ReceivedMessage): readonly TransactionEntry[] {
  switch (message.event) {
    case 'add-service-request':
    case 'notify-update-service-request':
      return requestEntries(message);
    case 'revoke-service-request':
      return [withdrawal(message)];
    // About what this office referred itself, or words: nothing to act on, the log has it.
    case 'notify-add-process-request':
    case 'notify-update-process-request':
    case 'notify-add-appointment':
    case 'send-communication-from-requester':
    case 'send-communication-from-provider':
      return [];
    default:
      throw invalid('MessageHeader.eventCoding.code', 'ce bureau ne le connaît pas', 'this office does not know it');
  }
}

const OWN_TASK = 'urn:stand-in:task';

function requestEntries(message: ReceivedMessage): readonly TransactionEntry[] {
  const { request, identifier } = requestIn(message);
  if (request.subject === undefined) throw invalid('ServiceRequest.subject', 'il manque', 'it is missing');
  const { bundle } = message;
  const child = resourceAt(bundle, request.subject.reference);
  const urlOf = (wanted: fhir4.FhirResource | undefined) =>
    bundle.entry?.find(({ resource }) => wanted !== undefined && resource === wanted)?.fullUrl;
  const focus = urlOf(request);
  const subject = urlOf(child);
  const task: fhir4.Task = {
    resourceType: 'Task',
    identifier: [{ ...identifier }],
    status: 'requested',
    intent: 'order',
    ...(focus === undefined ? {} : { focus: { reference: focus } }),
    ...(subject === undefined ? {} : { for: { reference: subject } }),
  };
  const others = (bundle.entry ?? []).flatMap(({ fullUrl, resource }): TransactionEntry[] =>
    resource === undefined || resource.resourceType === 'MessageHeader'
      ? []
      : [{ type: resource.resourceType, identifier: { system: OWN_TASK, value: fullUrl ?? '' }, fullUrl, resource }],
  );
  return [{ type: 'Task', identifier, fullUrl: OWN_TASK, resource: task }, ...others];
}

/** Revoked; with a Task that asks to abort, work that was accepted is to stop, and this office says when it has. */
function withdrawal(message: ReceivedMessage): TransactionEntry {
  const { request, identifier } = requestIn(message);
  const abort = message.focus.find((one) => textsAt(one, 'code.coding.code').includes('abort'));
  if (abort?.resourceType === 'Task') {
    const asked: fhir4.Task = { ...abort, focus: { identifier: { ...identifier } } };
    const own = { system: OWN_TASK, value: message.id };
    return { type: 'Task', identifier: own, fullUrl: OWN_TASK, resource: asked };
  }
  const status = request.status === 'entered-in-error' ? 'entered-in-error' : 'cancelled';
  const task: fhir4.Task = { resourceType: 'Task', identifier: [{ ...identifier }], status, intent: 'order' };
  return { type: 'Task', identifier, fullUrl: OWN_TASK, resource: task };
}

/** The request that a message is about: its focus, under a number that is not empty. */
function requestIn({ focus }: ReceivedMessage): {
  readonly request: fhir4.ServiceRequest;
  readonly identifier: BusinessId;
} {
  const request = focus.find((one) => one.resourceType === 'ServiceRequest');
  if (request === undefined) throw invalid('MessageHeader.focus', 'un ServiceRequest', 'a ServiceRequest');
  const [own] = request.identifier ?? [];
  if (!own?.system || !own.value) throw invalid('ServiceRequest.identifier', 'il manque', 'it is missing');
  return { request, identifier: { system: own.system, value: own.value } };
}
