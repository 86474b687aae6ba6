import { BUSINESS_STATUSES, DECLINE_REASONS } from '../../../profiles/codes.ts';
import { codingOf } from '../../concepts/code-map.ts';
import type { AnswerSaid } from '../../domain/lane-events.ts';
import { ANSWER_MEANINGS } from '../../domain/referral-table.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../domain/systems.ts';
import type { OutgoingContext, TravellingAnswer, Written } from '../dialect.ts';
import { type MessageEntry, messageFrom, urlIn } from '../messaging/outgoing-message.ts';
import { type EVENTS, eventCoding, PROCESS_REQUEST } from './events.ts';
import { lost } from './losses.ts';
import { basedOn } from './thread.ts';

/** Answers for which CA:eReC has an event of their own; every other one changes the Task. */
const EVENT_OF: Readonly<Partial<Record<AnswerSaid['what'], keyof typeof EVENTS>>> = {
  acknowledged: 'addTask',
  waitlisted: 'addAppointment',
  scheduled: 'addAppointment',
};

/** Where an Appointment says what the Task's status cannot. */
const APPOINTMENT_OF: Readonly<Partial<Record<AnswerSaid['what'], fhir4.Appointment['status']>>> = {
  waitlisted: 'waitlist',
  scheduled: 'booked',
  'no-show': 'noshow',
};

/**
 * The owner's Task, based on the request of whoever asked: where it stands, and what this answer says. A notification is a message of its
 * own and no response to another, so that MessageHeader.response stays empty (CA:eReC, category «notification»).
 */
export function writeAnswer(travelling: TravellingAnswer, context: OutgoingContext): Written {
  const { number, answer, letters, thread } = travelling;
  const { messageId } = context;
  const on = basedOn(number, thread);
  const documents = letters.map(
    (letter, nth): MessageEntry => ({
      fullUrl: urlIn(messageId, 'DocumentReference', `${nth}`),
      resource: letter,
    }),
  );
  const appointment = appointmentOf(answer, on);
  const task: fhir4.Task = { ...taskOf(travelling, documents), basedOn: [on] };
  const own: MessageEntry = { fullUrl: urlIn(messageId, 'Task'), resource: task };
  return {
    message: messageFrom(
      {
        event: eventCoding(EVENT_OF[answer.what] ?? 'updateTask'),
        focus:
          appointment === undefined
            ? [own]
            : [{ fullUrl: urlIn(messageId, 'Appointment'), resource: appointment }, own],
        others: documents,
      },
      context,
    ),
    lost: [
      ...((answer.ratings ?? []).length > 0 ? [lost('Answer.ratings')] : []),
      ...(answer.passedOn === undefined ? [] : [lost('Answer.passedOn')]),
    ],
  };
}

function taskOf({ answer, state }: TravellingAnswer, documents: readonly MessageEntry[]): fhir4.Task {
  const { business } = ANSWER_MEANINGS[answer.what];
  const explained = EXPLAINED.has(state);
  const output: fhir4.TaskOutput[] = [
    ...(answer.outcome === undefined ? [] : [{ type: outputType('outcome'), valueString: answer.outcome }]),
    ...(answer.appointmentAt === undefined || INSTANT.test(answer.appointmentAt)
      ? []
      : [{ type: outputType('appointment'), valueDateTime: answer.appointmentAt }]),
    ...documents.map(({ fullUrl }) => ({ type: { text: 'document' }, valueReference: { reference: fullUrl } })),
  ];
  return {
    resourceType: 'Task',
    status: state,
    intent: 'order',
    code: PROCESS_REQUEST,
    lastModified: answer.happenedAt,
    owner: { display: answer.saidBy },
    ...(business !== undefined && {
      businessStatus: {
        coding: [codingOf({ system: CODE_SYSTEMS.businessStatus, table: BUSINESS_STATUSES }, business)],
        ...(answer.words !== undefined && !explained && { text: answer.words }),
      },
    }),
    ...((answer.reason !== undefined || (answer.words !== undefined && explained)) && {
      statusReason: {
        ...(answer.reason !== undefined && {
          coding: [codingOf({ system: CODE_SYSTEMS.declineReason, table: DECLINE_REASONS }, answer.reason)],
        }),
        ...(answer.words !== undefined && explained && { text: answer.words }),
      },
    }),
    ...(answer.priority !== undefined && {
      extension: [{ url: EXTENSIONS.receiverPriority, valueCode: answer.priority }],
    }),
    ...(output.length > 0 && { output }),
  };
}

/** States that a statusReason explains. */
const EXPLAINED: ReadonlySet<string> = new Set(['rejected', 'on-hold', 'failed', 'cancelled']);

const INSTANT = /T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * R4 wants an end beside a start (app-2), and we know only when it begins: both are the beginning, so that no length is invented. What is
 * known to the day only is no R4 instant, and stays in the Task's output.
 */
function appointmentOf(answer: AnswerSaid, on: fhir4.Reference): fhir4.Appointment | undefined {
  const status = APPOINTMENT_OF[answer.what];
  const at =
    answer.appointmentAt !== undefined && INSTANT.test(answer.appointmentAt) ? answer.appointmentAt : undefined;
  // Booked or missed without a time is no R4 appointment (app-3): the Task's own words say it.
  if (status === undefined ? at === undefined : status !== 'waitlist' && at === undefined) return undefined;
  return {
    resourceType: 'Appointment',
    status: status ?? 'booked',
    basedOn: [on],
    ...(at !== undefined && { start: at, end: at }),
    participant: [{ actor: { display: 'Enfant / Child' }, status: 'accepted' }],
  };
}

const outputType = (code: 'outcome' | 'appointment'): fhir4.CodeableConcept => ({
  coding: [{ system: CODE_SYSTEMS.referralOutput, code }],
  text: code,
});
