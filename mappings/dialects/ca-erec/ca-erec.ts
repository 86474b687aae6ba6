import type { Issue, Mapped } from '../../domain/mapped.ts';
import type { Dialect, Heard, HeardMessage, IncomingContext, Message } from '../dialect.ts';
import { cancellationIn } from '../messaging/cancellation-in.ts';
import { type Incoming, incomingMessage } from '../messaging/incoming-message.ts';
import { fault } from '../messaging/not-carried.ts';
import { requestIn } from '../messaging/request-in.ts';
import { progressIn } from './progress-in.ts';
import { threadFrom } from './thread.ts';
import { writeAnswer } from './write-answer.ts';
import { writeCancellation, writeRequest } from './write-request.ts';

/**
 * CA:eReC, the Pan-Canadian eReferral-eConsult messages that Ontario's eReferral speaks: FHIR messages, the owner's Task `basedOn` the
 * request. What is lost stands in mappings/README.md.
 */
export const caErec: Dialect = { writeRequest, writeCancellation, writeAnswer, read };

type Said = Mapped<{ readonly heard: readonly Heard[]; readonly issues: readonly Issue[] }>;
type Reader = (incoming: Incoming, partner: string) => Said;

/** Every event that is read. `send-communication` is Ontario's earlier name of the two after it. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['add-service-request', requests],
  ['notify-update-service-request', requests],
  ['revoke-service-request', cancellations],
  ['notify-add-process-request', progressIn],
  ['notify-update-process-request', progressIn],
  ['notify-add-appointment', progressIn],
  ['send-communication', progressIn],
  ['send-communication-from-requester', progressIn],
  ['send-communication-from-provider', progressIn],
]);

function read(message: Message, { partner }: IncomingContext): Mapped<HeardMessage> {
  const opened = incomingMessage(message);
  if (!opened.ok) return opened;
  const { messageId, event, header, focus, issues } = opened.value;
  // An acknowledgement that comes by itself: whoever sent the message has had it answered already.
  if (header.response !== undefined && focus.length === 0) return { ok: true, value: { messageId, heard: [], issues } };
  const reader = READERS.get(event);
  if (reader === undefined) return { ok: false, issues: [UNKNOWN_EVENT] };
  const said = reader(opened.value, partner);
  if (!said.ok) return said;
  return { ok: true, value: { messageId, heard: said.value.heard, issues: [...issues, ...said.value.issues] } };
}

/** Asked, asked otherwise, or taken back by a status that says so. */
function requests(incoming: Incoming): Said {
  return ofRequests(incoming, (request) => {
    if (request.status === 'revoked' || request.status === 'entered-in-error') return cancellationIn(request, incoming);
    const asked = requestIn(request, incoming);
    if (!asked.ok) return asked;
    const { heard, issues } = asked.value;
    return { ok: true, value: { heard: { ...heard, thread: threadFrom(request) }, issues } };
  });
}

function cancellations(incoming: Incoming): Said {
  return ofRequests(incoming, (request) => cancellationIn(request, incoming));
}

type OneSaid = Mapped<{ readonly heard: Heard; readonly issues: readonly Issue[] }>;

function ofRequests({ focus }: Incoming, one: (request: fhir4.ServiceRequest) => OneSaid): Said {
  const asked = focus.flatMap((resource) => (resource.resourceType === 'ServiceRequest' ? [one(resource)] : []));
  if (asked.length === 0) return { ok: false, issues: [NO_REQUEST] };
  const faults = asked.flatMap((each) => (each.ok ? [] : each.issues));
  if (faults.length > 0) return { ok: false, issues: faults };
  return {
    ok: true,
    value: {
      heard: asked.flatMap((each) => (each.ok ? [each.value.heard] : [])),
      issues: asked.flatMap((each) => (each.ok ? each.value.issues : [])),
    },
  };
}

const NO_REQUEST = fault(
  'MessageHeader.focus',
  'un ServiceRequest est attendu.',
  'a ServiceRequest is expected.',
  'value',
);

const UNKNOWN_EVENT = fault(
  'MessageHeader.eventCoding',
  `cet événement n’est pas lu ici. Sont lus : ${[...READERS.keys()].join(', ')}.`,
  `this event is not read here. Read are: ${[...READERS.keys()].join(', ')}.`,
  'not-supported',
);
