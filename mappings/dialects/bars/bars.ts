import type { Mapped } from '../../domain/mapped.ts';
import type { HeardMessage, IncomingContext, Message, ReadingDialect } from '../dialect.ts';
import { cancellationIn } from '../messaging/cancellation-in.ts';
import { incomingMessage } from '../messaging/incoming-message.ts';
import { fault } from '../messaging/not-carried.ts';
import { requestIn } from '../messaging/request-in.ts';

/**
 * UK BaRS-like messages (NHS England, Booking and Referral Standard, message-events-bars): a `servicerequest-request` without any Task.
 * It is only read: such a sender learns how it ended by telephone, since its `servicerequest-response` tells of an Encounter that a
 * centre does not have.
 */
export const bars: ReadingDialect = { read };

const REQUEST = 'servicerequest-request';

function read(message: Message, _context: IncomingContext): Mapped<HeardMessage> {
  const opened = incomingMessage(message);
  if (!opened.ok) return opened;
  const { messageId, event, focus, issues } = opened.value;
  if (event !== REQUEST) return { ok: false, issues: [NOT_A_REQUEST] };
  const request = focus.find((resource) => resource.resourceType === 'ServiceRequest');
  if (request === undefined) return { ok: false, issues: [NO_REQUEST] };
  // «update» takes back what is revoked or was an error, and says again what is active.
  const takenBack = request.status === 'revoked' || request.status === 'entered-in-error';
  const said = takenBack ? cancellationIn(request, opened.value) : requestIn(request, opened.value);
  if (!said.ok) return said;
  return { ok: true, value: { messageId, heard: [said.value.heard], issues: [...issues, ...said.value.issues] } };
}

const NOT_A_REQUEST = fault(
  'MessageHeader.eventCoding',
  `seul « ${REQUEST} » est lu ici ; pour un rendez-vous ou une réponse, appelez le centre.`,
  `only "${REQUEST}" is read here; for a booking or a response, call the centre.`,
  'not-supported',
);

const NO_REQUEST = fault(
  'MessageHeader.focus',
  'un ServiceRequest est attendu.',
  'a ServiceRequest is expected.',
  'value',
);
