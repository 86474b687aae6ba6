import type { Issue, Mapped } from '../../domain/mapped.ts';
import { IDENTIFIERS } from '../../domain/systems.ts';
import type { Heard, RequestNumber } from '../dialect.ts';
import type { Incoming } from '../messaging/incoming-message.ts';
import { lettersIn } from '../messaging/letters-in.ts';
import { fault, notCarried, picked } from '../messaging/not-carried.ts';
import { partyIn } from '../messaging/party-in.ts';
import { numberIn } from '../messaging/request-in.ts';
import { unreadResources } from '../messaging/unread.ts';
import { narrativeWords, wordsAt } from '../messaging/words-in.ts';
import { type AppointmentSaid, appointmentIn } from './appointment-in.ts';
import { type TaskSaid, taskIn } from './task-in.ts';

type Several = Mapped<{ readonly heard: readonly Heard[]; readonly issues: readonly Issue[] }>;
type One = Mapped<{ readonly heard: Heard; readonly issues: readonly Issue[] }>;

/** What a message says about a request that exists: a Task with or without an Appointment, an Appointment alone, words. */
export function progressIn(incoming: Incoming, partner: string): Several {
  const ofType = <T extends fhir4.FhirResource['resourceType']>(type: T) =>
    incoming.focus.filter((one): one is Extract<fhir4.FhirResource, { resourceType: T }> => one.resourceType === type);
  const tasks = ofType('Task');
  const [appointment] = ofType('Appointment');
  const communications = ofType('Communication');
  if (tasks.length === 0 && appointment === undefined && communications.length === 0)
    return { ok: false, issues: [NOTHING_SAID] };

  const { letters, issues } = lettersIn(incoming.resources);
  // What is said of several requests at once does not tell of which the letters are: they might be about another child.
  const isClear = tasks.length + communications.length <= 1 || isAboutOne([...tasks, ...communications], incoming);
  const along = { incoming, partner, letters: isClear ? letters : [] };
  const all: readonly One[] = [
    ...tasks.map((task) => answerOf(task, appointment, along)),
    ...(tasks.length === 0 && appointment !== undefined ? [appointmentAlone(appointment, along)] : []),
    ...communications.map((communication) => noteOf(communication, along)),
  ];
  const faults = all.flatMap((one) => (one.ok ? [] : one.issues));
  if (faults.length > 0) return { ok: false, issues: faults };
  return {
    ok: true,
    value: {
      heard: all.flatMap((one) => (one.ok ? [one.value.heard] : [])),
      issues: [
        ...all.flatMap((one) => (one.ok ? one.value.issues : [])),
        ...issues,
        ...(isClear || letters.length === 0 ? [] : [notCarried('DocumentReference.context.related')]),
        // The request and the child come again with most messages, and were heard with the request.
        ...unreadResources(incoming, ({ resourceType }) => SAID_BEFORE.has(resourceType)),
      ],
    },
  };
}

const isAboutOne = (said: readonly (fhir4.Task | fhir4.Communication)[], incoming: Incoming): boolean =>
  new Set(said.map((one) => numberMeant([one], incoming)?.value)).size === 1;

const SAID_BEFORE: ReadonlySet<string> = new Set(['ServiceRequest', 'Patient', 'Task', 'Appointment', 'Communication']);

interface Along {
  readonly incoming: Incoming;
  readonly partner: string;
  readonly letters: readonly fhir4.DocumentReference[];
}

function answerOf(task: fhir4.Task, appointment: fhir4.Appointment | undefined, along: Along): One {
  const { incoming, partner, letters } = along;
  const number = numberMeant([task, ...(appointment === undefined ? [] : [appointment])], incoming);
  const said = taskIn(task, incoming, partner);
  if (number === undefined || !said.ok)
    return { ok: false, issues: [...(number === undefined ? [NO_NUMBER] : []), ...(said.ok ? [] : said.issues)] };
  const booked = appointment === undefined ? undefined : appointmentIn(appointment);
  return {
    ok: true,
    value: {
      heard: {
        kind: 'answer',
        number,
        answer: both(said.value, booked),
        letters,
        words: [...said.value.words, ...(booked?.words ?? [])],
      },
      issues: [...said.value.issues, ...(booked?.issues ?? [])],
    },
  };
}

/** Beside a Task that only goes on, an Appointment says more: booked, missed, on a list. */
function both({ answer, inOurWords }: TaskSaid, booked: AppointmentSaid | undefined): TaskSaid['answer'] {
  if (booked === undefined) return answer;
  const what = !inOurWords && GOING_ON.has(answer.what) ? (booked.what ?? answer.what) : answer.what;
  return { ...answer, what, ...(booked.appointmentAt !== undefined && { appointmentAt: booked.appointmentAt }) };
}

const GOING_ON: ReadonlySet<string> = new Set(['acknowledged', 'accepted', 'started']);

function appointmentAlone(appointment: fhir4.Appointment, { incoming, partner, letters }: Along): One {
  const number = numberMeant([appointment], incoming);
  const happenedAt = appointment.created ?? incoming.madeAt;
  if (number === undefined || happenedAt === undefined)
    return {
      ok: false,
      issues: [...(number === undefined ? [NO_NUMBER] : []), ...(happenedAt === undefined ? [NO_DATE] : [])],
    };
  const { what, appointmentAt, words, issues } = appointmentIn(appointment);
  if (what === undefined)
    return { ok: true, value: { heard: { kind: 'note', number, happenedAt, words, letters }, issues } };
  const { author, sender } = incoming.header;
  const by = partyIn(author, incoming) ?? partyIn(sender, incoming);
  const answer = {
    what,
    happenedAt,
    saidBy: by?.name ?? partner,
    recordedBy: partner,
    channel: 'system',
    ...(appointmentAt !== undefined && { appointmentAt }),
  } as const;
  return { ok: true, value: { heard: { kind: 'answer', number, answer, letters, words }, issues } };
}

const COMMUNICATION_ELEMENTS = [
  'status',
  'basedOn',
  'about',
  'subject',
  'sent',
  'received',
  'payload',
  'note',
  'sender',
  'recipient',
  'identifier',
  'inResponseTo',
] as const satisfies readonly (keyof fhir4.Communication)[];

/** A question or words, by either side. */
function noteOf(communication: fhir4.Communication, { incoming, letters }: Along): One {
  const number = numberMeant([communication], incoming);
  const happenedAt = communication.sent ?? communication.received ?? incoming.madeAt;
  if (number === undefined || happenedAt === undefined)
    return {
      ok: false,
      issues: [...(number === undefined ? [NO_NUMBER] : []), ...(happenedAt === undefined ? [NO_DATE] : [])],
    };
  const { payload = [], note = [] } = communication;
  const attached = payload.flatMap(({ contentAttachment: attachment }): readonly fhir4.DocumentReference[] =>
    attachment === undefined
      ? []
      : [{ resourceType: 'DocumentReference', status: 'current', content: [{ attachment }] }],
  );
  return {
    ok: true,
    value: {
      heard: {
        kind: 'note',
        number,
        happenedAt,
        words: [
          ...wordsAt(
            'Communication.payload',
            payload.map(({ contentString }) => contentString),
          ),
          ...wordsAt(
            'Communication.note',
            note.map(({ text }) => text),
          ),
          ...narrativeWords(communication),
        ],
        letters: [...letters, ...attached],
      },
      issues: picked(communication, COMMUNICATION_ELEMENTS).issues,
    },
  };
}

/** Ontario's and the pan-Canadian extension that names the referral in the header. */
const REFERRAL_IDENTIFIERS: ReadonlySet<string> = new Set([
  'http://ehealthontario.ca/fhir/StructureDefinition/ext-referral-identifier',
  'https://fhir.infoway-inforoute.ca/io/CA-eReC/StructureDefinition/Referral-Identifier-EXT',
]);

/** The number that is meant: `basedOn` and the request that it leads to, then the header; one of ours before any other. */
function numberMeant(
  about: readonly { readonly basedOn?: fhir4.Reference[] | undefined }[],
  { at, header, resources }: Incoming,
): RequestNumber | undefined {
  const named = about.flatMap(({ basedOn = [] }) =>
    basedOn.flatMap((reference) => {
      const request = at(reference);
      const own = request?.resourceType === 'ServiceRequest' ? (request.identifier ?? []) : [];
      return [...(reference.identifier === undefined ? [] : [reference.identifier]), ...own];
    }),
  );
  const inHeader = (header.extension ?? []).flatMap(({ url, valueIdentifier }) =>
    REFERRAL_IDENTIFIERS.has(url) && valueIdentifier !== undefined ? [valueIdentifier] : [],
  );
  const requests = resources.flatMap((one) => (one.resourceType === 'ServiceRequest' ? (one.identifier ?? []) : []));
  const all = [...named, ...inHeader, ...requests];
  return numberIn(all.filter(({ system }) => system === IDENTIFIERS.task)) ?? numberIn(all);
}

const NOTHING_SAID = fault(
  'MessageHeader.focus',
  'une Task, un Appointment ou une Communication est attendu.',
  'a Task, an Appointment or a Communication is expected.',
  'value',
);
const NO_NUMBER = fault(
  'Task.basedOn.identifier',
  'nommez la demande par le numéro sous lequel elle a été faite.',
  'name the request by the number under which it was made.',
);
const NO_DATE = fault(
  'Bundle.timestamp',
  'dites quand c’est arrivé, avec le décalage horaire.',
  'say when it happened, with its offset.',
);
