import { v5 as uuidFrom } from 'uuid';
import { IDENTIFIERS } from '../../domain/systems.ts';
import type { Message, OutgoingContext, PartyCard } from '../dialect.ts';

export interface MessageDraft {
  readonly event: fhir4.Coding;
  readonly reason?: fhir4.CodeableConcept;
  /** What the message is about: entries of it. */
  readonly focus: readonly MessageEntry[];
  /** What the focus refers to. */
  readonly others: readonly MessageEntry[];
}

export interface MessageEntry {
  readonly fullUrl: string;
  readonly resource: fhir4.FhirResource;
}

const FULL_URLS = '9f1b7c52-3a0e-5c1d-8d4b-6a2e1f0c7b95';

/** Where a part of a message stands in it: made from the message's id, so that sending again gives the same bytes. */
export const urlIn = (messageId: string, type: string, part = ''): string =>
  `urn:uuid:${uuidFrom(`${type}|${part}|${messageId}`, FULL_URLS)}`;

/** A FHIR message (R4 §2.4): header, focus, what it refers to, and whom to call back. */
export function messageFrom({ event, reason, focus, others }: MessageDraft, context: OutgoingContext): Message {
  const { messageId, at, sender, recipient } = context;
  const header: fhir4.MessageHeader = {
    resourceType: 'MessageHeader',
    id: messageId,
    eventCoding: event,
    // R4 lets an endpoint be a name that nothing resolves: who answers finds ours in its own settings.
    source: {
      name: sender.name,
      endpoint: addressOf(IDENTIFIERS.centre, sender),
      ...(sender.telephone !== undefined && { contact: { system: 'phone', value: sender.telephone } }),
    },
    destination: [{ name: recipient.name, endpoint: addressOf(IDENTIFIERS.partner, recipient) }],
    sender: { reference: urlIn(messageId, 'Organization') },
    author: senderRole(messageId),
    ...(reason !== undefined && { reason }),
    focus: focus.map(({ fullUrl }) => ({ reference: fullUrl })),
  };
  const entries: readonly MessageEntry[] = [
    { fullUrl: `urn:uuid:${messageId}`, resource: header },
    ...focus,
    ...others,
    ...partyEntries(messageId, 'sender', IDENTIFIERS.centre, sender),
  ];
  return {
    form: 'fhir',
    bundle: {
      resourceType: 'Bundle',
      type: 'message',
      identifier: { system: IDENTIFIERS.message, value: messageId },
      timestamp: at,
      entry: [...entries],
    },
  };
}

/** Who sends, as author and requester: a role of an organization, with nobody's name. */
export const senderRole = (messageId: string): fhir4.Reference => ({ reference: urlIn(messageId, 'PractitionerRole') });

/** Who receives, as performer. */
export const recipientRole = (messageId: string): fhir4.Reference => ({
  reference: urlIn(messageId, 'PractitionerRole', 'recipient'),
});

/** The role and the organization of who receives, where a message asks something of it. */
export const recipientEntries = (messageId: string, recipient: PartyCard): readonly MessageEntry[] =>
  partyEntries(messageId, 'recipient', IDENTIFIERS.partner, recipient);

function partyEntries(
  messageId: string,
  side: 'sender' | 'recipient',
  system: string,
  { id, name, telephone }: PartyCard,
): readonly MessageEntry[] {
  const part = side === 'sender' ? '' : side;
  const organization = urlIn(messageId, 'Organization', part);
  return [
    {
      fullUrl: urlIn(messageId, 'PractitionerRole', part),
      resource: { resourceType: 'PractitionerRole', organization: { reference: organization } },
    },
    {
      fullUrl: organization,
      resource: {
        resourceType: 'Organization',
        identifier: [{ system, value: id }],
        name,
        ...(telephone !== undefined && { telecom: [{ system: 'phone', value: telephone }] }),
      },
    },
  ];
}

const addressOf = (system: string, { id }: PartyCard): string => `${system}/${id}`;
