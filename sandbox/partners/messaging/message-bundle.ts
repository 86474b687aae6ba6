import { v5 as uuidFrom } from 'uuid';
import { PartnerProblem } from '../problem.ts';
import { valuesAt } from '../reading.ts';

const IDS = '5a0c1b8e-2a53-5b0e-9f3e-0d6f6a1c7b21';

/** The same id for the same words: a message that is sent again is the same message. */
export const idFrom = (...words: readonly string[]): string => uuidFrom(words.join('|'), IDS);

/** A resource of a message; its id is its name in the message. */
export type Named = fhir4.FhirResource & { readonly id: string };

export interface MessageParts {
  readonly id: string;
  readonly at: string;
  /** Base of the addresses under which the resources stand in the message. */
  readonly base: string;
  readonly header: Omit<fhir4.MessageHeader, 'resourceType' | 'id'>;
  readonly resources: readonly Named[];
}

/** A FHIR R4 message: the header first, then what it talks about. */
export function messageBundle({ id, at, base, header, resources }: MessageParts): fhir4.Bundle<fhir4.FhirResource> {
  const all: readonly Named[] = [{ ...header, resourceType: 'MessageHeader', id }, ...resources];
  return {
    resourceType: 'Bundle',
    id: idFrom('bundle', id),
    type: 'message',
    timestamp: at,
    entry: all.map((resource) => ({ fullUrl: `${base}/${resource.resourceType}/${resource.id}`, resource })),
  };
}

/** The answer to a message on the same connection (R4 §2.4.1: `MessageHeader.response`). */
export const acknowledgement = (message: ReceivedMessage, base: string, at: string): fhir4.Bundle<fhir4.FhirResource> =>
  messageBundle({
    id: idFrom('acknowledgement', message.id),
    at,
    base,
    header: {
      eventCoding: message.header.eventCoding ?? {},
      source: { endpoint: base },
      response: { identifier: message.id, code: 'ok' },
    },
    resources: [],
  });

/** A message that came in, with its header and what the header points to. */
export interface ReceivedMessage {
  readonly id: string;
  readonly event: string;
  readonly header: fhir4.MessageHeader;
  readonly focus: readonly fhir4.FhirResource[];
  readonly bundle: fhir4.Bundle<fhir4.FhirResource>;
}

/** Reads a message with base R4 and nothing else in mind. Throws a 400 PartnerProblem that names the element. */
export function receivedMessage(body: unknown): ReceivedMessage {
  if (!isRecord(body) || body.resourceType !== 'Bundle' || body.type !== 'message') {
    throw invalid('Bundle.type', '« message » est attendu', '“message” is expected');
  }
  const [first] = valuesAt(body, 'entry.resource');
  if (!isRecord(first) || first.resourceType !== 'MessageHeader') {
    throw invalid('Bundle.entry[0]', 'l’en-tête du message vient d’abord', 'the message header comes first');
  }
  // The members that we rely on are looked at one by one below; the rest is kept as it came.
  const bundle = body as unknown as fhir4.Bundle<fhir4.FhirResource>;
  const header = first as unknown as fhir4.MessageHeader;
  if (typeof header.id !== 'string') throw invalid('MessageHeader.id', 'il manque', 'it is missing');
  const event = header.eventCoding?.code;
  if (event === undefined) throw invalid('MessageHeader.eventCoding.code', 'il manque', 'it is missing');
  const focus = (header.focus ?? []).map(({ reference }) => {
    const found = resourceAt(bundle, reference);
    if (found === undefined) throw invalid('MessageHeader.focus', 'ne mène à rien ici', 'leads nowhere here');
    return found;
  });
  return { id: header.id, event, header, focus, bundle };
}

/** What a reference inside a message leads to. */
export const resourceAt = (
  { entry = [] }: fhir4.Bundle<fhir4.FhirResource>,
  reference: string | undefined,
): fhir4.FhirResource | undefined =>
  reference === undefined
    ? undefined
    : entry.find(
        ({ fullUrl, resource }) =>
          fullUrl === reference ||
          fullUrl?.endsWith(`/${reference}`) ||
          reference === `${resource?.resourceType}/${resource?.id}`,
      )?.resource;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A 400 that names the element. */
export const invalid = (path: string, fr: string, en: string): PartnerProblem =>
  new PartnerProblem(400, { fr: `${path} : ${fr}.`, en: `${path}: ${en}.` }, path);
