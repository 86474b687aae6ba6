import { ACTS, type Answer, DECLINE_REASONS } from '../acts.ts';
import { isLetter, letterDocument } from '../letter-document.ts';
import { localDateTime } from '../local-time.ts';
import type { Answered } from '../task-from-answer.ts';
import { idFrom, messageBundle, type Named } from './message-bundle.ts';

/** Ontario's system of the event codes; CA:eReC has the same codes. */
export const EVENTS = 'https://ehealthontario.ca/fhir/CodeSystem/message-event-code';

/** CA:eReC has no codes for these two: the centre's guide documents its own for all its partners. */
const REASONS = 'https://fhir.passerelle.example/CodeSystem/decline-reason';
const PRIORITY = 'https://fhir.passerelle.example/StructureDefinition/psc-receiver-priority';

/** This office, as its messages name it. */
export interface Sender {
  readonly id: string;
  readonly name: string;
}

export const baseOf = ({ id }: Sender): string => `https://${id}.example/fhir`;

/** Our own Task for a request of the centre: `basedOn` it, as CA:eReC has it; an appointment or a question goes along inside. */
export function taskOf(answer: Answer, { identifier, status, now }: Answered): fhir4.Task {
  const happenedAt = answer.happenedAt ?? localDateTime(now);
  const id = idFrom('task', identifier.value, happenedAt, now.toISOString(), JSON.stringify(answer));
  const along = alongWith(answer, { id, happenedAt, identifier });
  const { act, by, note, letter } = answer;
  const parts = [
    ...(along === undefined ? [] : [along]),
    ...(letter === undefined ? [] : [{ ...letterDocument(letter, happenedAt), id: idFrom('letter', id) }]),
  ];
  return {
    resourceType: 'Task',
    id,
    basedOn: [{ type: 'ServiceRequest', identifier: { ...identifier } }],
    // A missed or a new appointment does not undo a service that has begun.
    status: (act === 'no-show' || act === 'schedule') && status === 'in-progress' ? status : ACTS[act].status,
    intent: 'order',
    code: { text: 'process-request' },
    lastModified: happenedAt,
    ...(by === undefined ? {} : { owner: { display: by } }),
    ...(note === undefined ? {} : { note: [{ time: happenedAt, text: note }] }),
    ...ownFacts(answer),
    ...(parts.length === 0 ? {} : { contained: parts }),
  };
}

function ownFacts(answer: Answer): Partial<fhir4.Task> {
  switch (answer.act) {
    case 'accept':
      return answer.priority === undefined ? {} : { extension: [{ url: PRIORITY, valueCode: answer.priority }] };
    case 'decline':
      return {
        statusReason: {
          coding: [{ system: REASONS, code: answer.reason }],
          text: answer.text ?? DECLINE_REASONS[answer.reason][answer.lang ?? 'en'],
        },
      };
    case 'ask-for-more':
    case 'fail':
      return { statusReason: { text: answer.text } };
    case 'complete':
      return answer.outcome === undefined
        ? {}
        : { output: [{ type: { text: 'outcome' }, valueString: answer.outcome }] };
    default:
      return {};
  }
}

interface Thread {
  readonly id: string;
  readonly happenedAt: string;
  readonly identifier: Answered['identifier'];
}

const HOUR_MS = 3_600_000;

/** What says more than the Task's status can: an appointment and its state, a question in words. */
function alongWith(answer: Answer, { id, happenedAt, identifier }: Thread): fhir4.Resource | undefined {
  const basedOn = [{ type: 'ServiceRequest', identifier: { ...identifier } }];
  const appointment = (status: fhir4.Appointment['status'], more: Partial<fhir4.Appointment>): fhir4.Appointment => ({
    resourceType: 'Appointment',
    id: idFrom('appointment', id),
    status,
    basedOn,
    created: happenedAt,
    participant: [{ actor: { display: 'Child' }, status: 'accepted' }],
    ...more,
  });
  switch (answer.act) {
    case 'schedule':
      return appointment('booked', {
        start: answer.at,
        end: localDateTime(new Date(Date.parse(answer.at) + HOUR_MS)),
      });
    case 'no-show':
      return appointment('noshow', { start: happenedAt, end: happenedAt });
    case 'waitlist': {
      const position = answer.position === undefined ? [] : [`position: ${answer.position}`];
      const until = answer.until === undefined ? [] : [`until about ${answer.until}`];
      const description = ['Wait-listed', ...position, ...until].join(', ');
      return appointment('waitlist', { description });
    }
    case 'ask-for-more': {
      const question: fhir4.Communication = {
        resourceType: 'Communication',
        id: idFrom('communication', id),
        status: 'completed',
        basedOn,
        sent: happenedAt,
        payload: [{ contentString: answer.text }],
      };
      return question;
    }
    default:
      return undefined;
  }
}

const isAppointment = (one: fhir4.Resource): one is fhir4.Appointment => one.resourceType === 'Appointment';
const isCommunication = (one: fhir4.Resource): one is fhir4.Communication => one.resourceType === 'Communication';

interface AnswerMessages {
  readonly first: fhir4.Bundle<fhir4.FhirResource>;
  readonly question?: fhir4.Bundle<fhir4.FhirResource>;
}

/** The message that carries one Task, and the question that follows it. */
export function answerMessages(task: fhir4.Task, sender: Sender): AnswerMessages {
  const { contained = [], id = '', ...rest } = task;
  const own: Named = { ...rest, id };
  const appointment = contained.find(isAppointment);
  const asked = contained.find(isCommunication);
  const event =
    task.status === 'received'
      ? 'notify-add-process-request'
      : appointment !== undefined && appointment.status !== 'noshow'
        ? 'notify-add-appointment'
        : 'notify-update-process-request';
  // The guide lets a message have more than one focus: the appointment, and what it makes of the Task.
  const focus = appointment === undefined ? [own] : [{ ...appointment, id: appointment.id ?? '' }, own];
  const at = task.lastModified ?? '';
  const letters = contained.filter(isLetter).map((one) => ({ ...one, id: one.id ?? '' }));
  const first = outgoing({ event, at, focus, sender, others: letters });
  if (asked === undefined) return { first };
  const communication: Named = { ...asked, id: asked.id ?? '' };
  return {
    first,
    question: outgoing({ event: 'send-communication-from-provider', at, focus: [communication], sender }),
  };
}

export interface Outgoing {
  readonly event: string;
  readonly at: string;
  readonly focus: readonly Named[];
  readonly others?: readonly Named[];
  readonly author?: Named;
  readonly sender: Sender;
}

/** A message of this office, under an id made of what it talks about. */
export function outgoing({ event, at, focus, others = [], author, sender }: Outgoing) {
  const organization: Named = {
    resourceType: 'Organization',
    id: idFrom('organization', sender.id),
    identifier: [{ system: `${baseOf(sender)}/NamingSystem/organization`, value: sender.id }],
    name: sender.name,
    telecom: [{ system: 'phone', value: '613 555-0160', use: 'work' }],
  };
  const role: Named = author ?? {
    resourceType: 'PractitionerRole',
    id: idFrom('role', sender.id),
    organization: { reference: `Organization/${organization.id}` },
  };
  const instant = new Date(at).toISOString();
  return messageBundle({
    id: idFrom('message', event, ...focus.map(({ id }) => id), at),
    at: instant,
    base: baseOf(sender),
    header: {
      eventCoding: { system: EVENTS, code: event, display: event },
      destination: [{ name: 'Passerelle', endpoint: 'https://passerelle.example/fhir/$process-message' }],
      sender: { reference: `Organization/${organization.id}` },
      author: { reference: `PractitionerRole/${role.id}` },
      source: { name: sender.name, endpoint: `${baseOf(sender)}/$process-message` },
      focus: focus.map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` })),
    },
    resources: [...focus, role, organization, ...others],
  });
}
