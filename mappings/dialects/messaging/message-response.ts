import { CANONICAL } from '../../../profiles/canonical.ts';
import { memberOf, messageIdIn } from './incoming-message.ts';

/** What is answered: enough of a message to name it. */
export interface Asked {
  readonly messageId: string;
  readonly event: { readonly system?: string; readonly code: string };
}

/** R4 id and code: what the answer says again must be R4, whatever came. */
const ID = /^[A-Za-z0-9.-]{1,64}$/;
const CODE = /^\S+(?: \S+)*$/;
const URI = /^\S+$/;

/** The message that can be answered, if what came is one: it names itself and its event. Looks at anything, checked or not. */
export function askedIn(body: unknown): Asked | undefined {
  const header = memberOf([memberOf(body, 'entry')].flat()[0], 'resource');
  const messageId = messageIdIn(body);
  const coding = memberOf(header, 'eventCoding');
  const [system, code] = [memberOf(coding, 'system'), memberOf(coding, 'code')];
  if (memberOf(header, 'resourceType') !== 'MessageHeader' || messageId === undefined || !ID.test(messageId))
    return undefined;
  if (typeof code !== 'string' || !CODE.test(code)) return undefined;
  return { messageId, event: { ...(typeof system === 'string' && URI.test(system) && { system }), code } };
}

export interface MessageResponse extends Asked {
  /** Of this answer: the same for the same message and code. */
  readonly id: string;
  readonly code: NonNullable<fhir4.MessageHeader['response']>['code'];
  /** Hints and warnings, or what is wrong. */
  readonly details?: fhir4.OperationOutcome;
}

/** The message that answers a message on the same connection (R4 §2.4.3, MessageHeader.response). */
export function messageResponse({
  messageId,
  event,
  id,
  code,
  details,
}: MessageResponse): fhir4.Bundle<fhir4.FhirResource> {
  const outcome = `urn:uuid:${id.replace(/^.{8}/, 'd0d0d0d0')}`;
  const answering: fhir4.MessageHeader = {
    resourceType: 'MessageHeader',
    id,
    eventCoding: { ...event },
    source: { name: 'Passerelle', endpoint: `${CANONICAL}/$process-message` },
    response: { identifier: messageId, code, ...(details !== undefined && { details: { reference: outcome } }) },
  };
  return {
    resourceType: 'Bundle',
    type: 'message',
    entry: [
      { fullUrl: `urn:uuid:${id}`, resource: answering },
      ...(details === undefined ? [] : [{ fullUrl: outcome, resource: details }]),
    ],
  };
}
