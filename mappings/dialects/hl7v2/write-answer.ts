import { BUSINESS_STATUSES } from '../../../profiles/codes.ts';
import type { AnswerSaid } from '../../domain/lane-events.ts';
import { CODE_SYSTEMS } from '../../domain/systems.ts';
import type { OutgoingContext, TravellingAnswer, Written } from '../dialect.ts';
import { OUR_WORDS, STATUSES } from './answer-codes.ts';
import { conceptField } from './code-names.ts';
import { providerSegment, written } from './envelope.ts';
import { letterSegments } from './letters.ts';
import { lostWhere } from './losses.ts';
import { NOTES, noteSegments, withLineFeeds } from './notes.ts';
import { entityFrom, entityOfChild } from './numbers.ts';
import { NAME_WITHHELD } from './people.ts';
import { threadIn } from './thread.ts';
import { timestampFrom } from './timestamps.ts';
import { isOfAppointment, writeAppointment } from './write-appointment.ts';
import { components, segment, type Writable } from './write-segment.ts';

type Language = 'fr' | 'en';

/**
 * An answer as RRI: on I12, on I14 when it confirms that the work stopped, on I15 when it was asked for. An appointment, kept or not, is a SIU (fhir.md §3).
 * RF1-1 says where the request stands; our own word for the answer stands beside it, and is read back before it.
 */
export function writeAnswer(travelling: TravellingAnswer, context: OutgoingContext): Written {
  const { number, answer, state, letters, statusAsked } = travelling;
  if (isOfAppointment(answer) && statusAsked !== true) return writeAppointment(travelling, context);
  const { language } = context;
  const thread = threadIn(travelling.thread);
  const ours = thread.number ?? entityFrom(number);
  const slots = answerSlots(answer, language);
  const carried = letterSegments(letters, slots.length + 1);
  return written(
    { type: 'RRI', trigger: triggerOf(travelling), structure: 'RRI_I12', answered: false },
    [
      ...(thread.message === undefined ? [] : [segment('MSA', { 1: 'AA', 2: thread.message })]),
      segment('RF1', {
        1: components(...STATUSES[state], 'HL70283', answer.what, wordsOf(answer.what, language), OUR_WORDS),
        2: answer.priority && coded(CODE_SYSTEMS.receiverPriority, answer.priority, language),
        6: ours,
      }),
      providerSegment('RT', context.sender),
      segment('CTD', { 1: components('CP', 'Contact person', 'HL70131'), 2: components(answer.saidBy) }),
      providerSegment('RP', context.recipient),
      segment('PID', { 1: '1', 3: thread.child ?? entityOfChild(number), 5: NAME_WITHHELD }),
      segment('OBR', {
        1: '1',
        2: ours,
        4: components('answer', NOTES[language].answer, OUR_WORDS),
        7: timestampFrom(answer.happenedAt),
      }),
      ...noteSegments([{ kind: 'remark', text: answer.words }]),
      ...slots,
      ...carried.segments,
    ],
    [
      ...lostWhere({
        'Answer.words': answer.words !== undefined,
        'Answer.ratings': answer.ratings !== undefined,
      }),
      ...carried.losses,
    ],
    context,
  );
}

const triggerOf = ({ state, statusAsked }: TravellingAnswer): string =>
  statusAsked === true ? 'I15' : state === 'cancelled' ? 'I14' : 'I12';

/** What has a slot of its own: one OBX each, under our name for it. */
function answerSlots({ reason, appointmentAt, outcome, passedOn }: AnswerSaid, language: Language): readonly string[] {
  const slots: readonly (readonly [Slot, string, Writable])[] = [
    ['reason', 'CE', reason && coded(CODE_SYSTEMS.declineReason, reason, language)],
    ['appointment', 'TS', appointmentAt && timestampFrom(appointmentAt)],
    ['outcome', 'TX', withLineFeeds(outcome)],
    ['passed-on-to', 'ST', passedOn?.to],
    ['passed-on-number', 'ST', passedOn?.number],
    ['passed-on-status', 'ST', passedOn?.status],
  ];
  return slots
    .filter(([, , value]) => value !== undefined)
    .map(([slot, type, value], nth) =>
      segment('OBX', {
        1: String(nth + 1),
        2: type,
        3: components(slot, SLOTS[slot][language], OUR_WORDS),
        5: value,
        11: 'F',
      }),
    );
}

const SLOTS = {
  reason: { fr: 'Motif', en: 'Reason' },
  appointment: { fr: 'Rendez-vous', en: 'Appointment' },
  outcome: { fr: 'Ce que le service a donné', en: 'Outcome of the service' },
  'passed-on-to': { fr: 'Confiée à', en: 'Passed on to' },
  'passed-on-number': { fr: 'Numéro là-bas', en: 'Number there' },
  'passed-on-status': { fr: 'État là-bas', en: 'State there' },
} as const;

type Slot = keyof typeof SLOTS;

const coded = (system: string, code: string, language: Language): Writable =>
  conceptField([{ system, code }], undefined, language).field;

const wordsOf = (what: string, language: Language): string | undefined =>
  Object.entries(BUSINESS_STATUSES).find(([code]) => code === what)?.[1][language];
