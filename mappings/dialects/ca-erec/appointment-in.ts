import type { AnswerSaid } from '../../domain/lane-events.ts';
import type { Issue } from '../../domain/mapped.ts';
import type { WordsHeard } from '../dialect.ts';
import { notCarried, picked } from '../messaging/not-carried.ts';
import { conceptText, narrativeWords, wordsAt } from '../messaging/words-in.ts';

/** What an Appointment says of a request. */
export interface AppointmentSaid {
  /** Absent where its status is no answer of the owner's: a proposal, a cancellation. */
  readonly what?: AnswerSaid['what'];
  readonly appointmentAt?: string;
  readonly words: readonly WordsHeard[];
  readonly issues: readonly Issue[];
}

/** R4 AppointmentStatus. Who was seen has begun to be served: the second clock runs to the first service in the person's presence. */
const SAID_BY_STATUS: Readonly<Partial<Record<fhir4.Appointment['status'], AnswerSaid['what']>>> = {
  booked: 'scheduled',
  noshow: 'no-show',
  waitlist: 'waitlisted',
  arrived: 'started',
  'checked-in': 'started',
  fulfilled: 'started',
};

const APPOINTMENT_ELEMENTS = [
  'status',
  'start',
  'end',
  'basedOn',
  'created',
  'participant',
  'identifier',
  'description',
  'comment',
  'patientInstruction',
  'cancelationReason',
] as const satisfies readonly (keyof fhir4.Appointment)[];

/** Its state and when it begins; a state that is no answer is told in words, for a person. */
export function appointmentIn(appointment: fhir4.Appointment): AppointmentSaid {
  const { status, start, end, description, comment, patientInstruction, cancelationReason } = appointment;
  const what = SAID_BY_STATUS[status];
  return {
    ...(what !== undefined && { what }),
    ...(what !== undefined && start !== undefined && { appointmentAt: start }),
    words: [
      ...(what === undefined ? wordsAt('Appointment.status', [[status, start].filter(Boolean).join(' : ')]) : []),
      ...wordsAt('Appointment.cancelationReason', [conceptText(cancelationReason)]),
      ...wordsAt('Appointment.description', [description]),
      ...wordsAt('Appointment.comment', [comment]),
      ...wordsAt('Appointment.patientInstruction', [patientInstruction]),
      ...narrativeWords(appointment),
    ],
    issues: [
      ...picked(appointment, APPOINTMENT_ELEMENTS).issues,
      ...(end !== undefined && end !== start ? [notCarried('Appointment.end')] : []),
    ],
  };
}
