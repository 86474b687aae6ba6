import type { Issue, Mapped } from '../../domain/mapped.ts';
import type { Message } from '../dialect.ts';
import { withoutForbidden } from '../never-kept.ts';
import { fault } from './not-carried.ts';

/** A FHIR message that came in (R4 §2.4), already without what is never kept. */
export interface Incoming {
  readonly messageId: string;
  /** Code of the event. */
  readonly event: string;
  readonly header: fhir4.MessageHeader;
  /** What the message is about. */
  readonly focus: readonly fhir4.FhirResource[];
  /** Everything behind the header. */
  readonly resources: readonly fhir4.FhirResource[];
  /** What a reference leads to inside the message. */
  readonly at: (reference: fhir4.Reference | undefined) => fhir4.FhirResource | undefined;
  /** When the message was made. */
  readonly madeAt?: string;
  /** What was taken out. */
  readonly issues: readonly Issue[];
}

/** Opens a message: its header first, its focus inside. Gives everything that is wrong at once. */
export function incomingMessage(message: Message): Mapped<Incoming> {
  if (message.form !== 'fhir') return { ok: false, issues: [NOT_FHIR] };
  const { resource: bundle, issues } = withoutForbidden(message.bundle);
  const { entry = [], timestamp } = bundle;
  const [first, ...rest] = entry;
  const header = first?.resource;
  const typed = bundle.type === 'message' ? [] : [NOT_A_MESSAGE];
  if (header?.resourceType !== 'MessageHeader') return { ok: false, issues: [...typed, NO_HEADER] };

  const at = targetsIn(entry);
  const targets = (header.focus ?? []).map((reference, nth) => ({ nth, resource: at(reference) }));
  const focus = targets.flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
  const lost = targets.flatMap(({ nth, resource }) => (resource === undefined ? [nowhere(nth)] : []));
  const event = header.eventCoding?.code;
  const messageId = messageIdIn(bundle);
  const faults = [
    ...typed,
    ...lost,
    ...(event === undefined ? [NO_EVENT] : []),
    ...(messageId === undefined ? [NO_ID] : []),
    ...(targets.length === 0 && header.response === undefined ? [NO_FOCUS] : []),
  ];
  if (event === undefined || messageId === undefined || faults.length > 0) return { ok: false, issues: faults };
  return {
    ok: true,
    value: {
      messageId,
      event,
      header,
      focus,
      resources: rest.flatMap(({ resource }) => resource ?? []),
      at,
      ...(timestamp !== undefined && { madeAt: timestamp }),
      issues,
    },
  };
}

/** The sender's own id of a message: of its header, else of the Bundle. Never empty; whatever the shape of what came. */
export function messageIdIn(bundle: unknown): string | undefined {
  const first = [memberOf(bundle, 'entry')].flat()[0];
  return [
    memberOf(memberOf(first, 'resource'), 'id'),
    uuidIn(memberOf(first, 'fullUrl')),
    memberOf(memberOf(bundle, 'identifier'), 'value'),
    memberOf(bundle, 'id'),
  ].find((one): one is string => typeof one === 'string' && one !== '');
}

/** A member of what may be anything. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

type Entry = fhir4.BundleEntry<fhir4.FhirResource>;

/**
 * A fullUrl as it stands, or `Type/id` of an entry: many senders write the second beside a `urn:uuid:` fullUrl, or with none. What may mean
 * two entries means none.
 */
function targetsIn(entries: readonly Entry[]): Incoming['at'] {
  const only = (found: readonly Entry[]) => (found.length === 1 ? found[0]?.resource : undefined);
  return (reference) => {
    const wanted = reference?.reference;
    if (wanted === undefined) return undefined;
    const exact = entries.filter(({ fullUrl }) => fullUrl === wanted);
    if (exact.length > 0) return only(exact);
    const [, type, id] = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/.+)?$/s.exec(wanted) ?? [];
    return only(
      entries.filter(
        ({ fullUrl, resource }) =>
          type !== undefined &&
          resource?.resourceType === type &&
          (resource.id === id || fullUrl === `urn:uuid:${id}` || fullUrl?.endsWith(`/${type}/${id}`)),
      ),
    );
  };
}

const uuidIn = (fullUrl: unknown): string | undefined => /^urn:uuid:(.+)$/.exec(String(fullUrl))?.[1];

const NOT_FHIR = fault('Bundle', 'un message FHIR est attendu.', 'a FHIR message is expected.', 'structure');
const NOT_A_MESSAGE = fault('Bundle.type', 'doit être « message ».', 'must be "message".', 'value');
const NO_HEADER = fault(
  'Bundle.entry[0].resource',
  'le MessageHeader vient d’abord.',
  'the MessageHeader comes first.',
  'structure',
);
const NO_EVENT = fault('MessageHeader.eventCoding', 'dites l’événement par son code.', 'say the event by its code.');
const NO_ID = fault(
  'MessageHeader.id',
  'donnez au message un id, le même quand il est renvoyé.',
  'give the message an id, the same one when it is sent again.',
);
const NO_FOCUS = fault('MessageHeader.focus', 'dites de quoi parle le message.', 'say what the message is about.');
const nowhere = (nth: number): Issue =>
  fault(
    `MessageHeader.focus[${nth}]`,
    'ne mène à aucune ressource du message ; joignez-la.',
    'leads to no resource of the message; include it.',
    'not-found',
  );
