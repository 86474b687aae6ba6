import type { Issue } from '../../domain/mapped.ts';
import { FOREIGN } from '../../domain/systems.ts';
import { callTheCentreFirst } from '../call-the-centre-first.ts';
import type { OutgoingContext, TravellingCancellation, TravellingRequest, Written } from '../dialect.ts';
import {
  type MessageEntry,
  messageFrom,
  recipientEntries,
  recipientRole,
  senderRole,
  urlIn,
} from '../messaging/outgoing-message.ts';
import { eventCoding } from './events.ts';
import { lost } from './losses.ts';

/**
 * add-service-request, or notify-update-service-request once one has left. The Task is the recipient's to make. Systems there show no
 * extension of ours: the first note says whom to call, beside the safe contact itself.
 */
export function writeRequest(travelling: TravellingRequest, context: OutgoingContext): Written {
  const { number, task, request, child, letters } = travelling;
  const { messageId, sender, recipient, language, first } = context;
  const patient = urlIn(messageId, 'Patient');
  const documents = letters.map(
    (letter, nth): MessageEntry => ({
      fullUrl: urlIn(messageId, 'DocumentReference', `${nth}`),
      resource: { ...letter, ...(child !== undefined && { subject: { reference: patient } }) },
    }),
  );
  const asked: fhir4.ServiceRequest = {
    ...request,
    identifier: [{ ...number }],
    subject: child === undefined ? { display: WITHHELD[language] } : { reference: patient },
    requester: senderRole(messageId),
    performer: [recipientRole(messageId)],
    note: [{ text: callTheCentreFirst(language, sender.telephone) }, ...(request.note ?? [])],
    ...(documents.length > 0 && { supportingInfo: documents.map(({ fullUrl }) => ({ reference: fullUrl })) }),
  };
  return {
    message: messageFrom(
      {
        event: eventCoding(first ? 'addRequest' : 'updateRequest'),
        focus: [{ fullUrl: urlIn(messageId, 'ServiceRequest'), resource: asked }],
        others: [
          ...(child === undefined ? [] : [{ fullUrl: patient, resource: child }]),
          ...recipientEntries(messageId, recipient),
          ...documents,
        ],
      },
      context,
    ),
    lost: lostOf(task, request),
  };
}

const WITHHELD = {
  fr: 'Enfant : identité donnée plus tard par le centre',
  en: 'Child: identity given later by the centre',
} as const;

const lostOf = (task: fhir4.Task, request: fhir4.ServiceRequest): readonly Issue[] =>
  task.priority !== undefined && task.priority !== (request.priority ?? 'routine') ? [lost('Task.priority')] : [];

const INSTANT = /T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * revoke-service-request: number and that it is revoked, nothing else. CA:eReC has this one event for both sides of acceptance; where work
 * had been accepted a Task with R4's code `abort` goes along, since stopping it is then the recipient's to decide.
 */
export function writeCancellation(cancellation: TravellingCancellation, context: OutgoingContext): Written {
  const { number, state, accepted, happenedAt } = cancellation;
  const { messageId } = context;
  const instant = happenedAt !== undefined && INSTANT.test(happenedAt) ? happenedAt : undefined;
  const revoked: fhir4.ServiceRequest = {
    resourceType: 'ServiceRequest',
    ...(instant !== undefined && { meta: { lastUpdated: instant } }),
    identifier: [{ ...number }],
    status: state === 'entered-in-error' ? 'entered-in-error' : 'revoked',
    intent: 'order',
    subject: { type: 'Patient' },
  };
  const request = urlIn(messageId, 'ServiceRequest');
  const abort: fhir4.Task = {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: FOREIGN.taskCode, code: 'abort' }] },
    basedOn: [{ reference: request, identifier: { ...number } }],
  };
  return {
    message: messageFrom(
      {
        event: eventCoding('revokeRequest'),
        focus: [
          { fullUrl: request, resource: revoked },
          ...(accepted ? [{ fullUrl: urlIn(messageId, 'Task'), resource: abort }] : []),
        ],
        others: [],
      },
      context,
    ),
    lost: happenedAt !== undefined && instant === undefined ? [lost('ServiceRequest.meta.lastUpdated')] : [],
  };
}
