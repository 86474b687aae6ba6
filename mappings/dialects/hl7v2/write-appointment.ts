import { BUSINESS_STATUSES } from '../../../profiles/codes.ts';
import type { AnswerSaid } from '../../domain/lane-events.ts';
import type { OutgoingContext, TravellingAnswer, Written } from '../dialect.ts';
import { OUR_WORDS } from './answer-codes.ts';
import { written } from './envelope.ts';
import { lostWhere } from './losses.ts';
import { noteSegments } from './notes.ts';
import { entityFrom, entityOfChild } from './numbers.ts';
import { NAME_WITHHELD } from './people.ts';
import { threadIn } from './thread.ts';
import { timestampFrom } from './timestamps.ts';
import { components, segment } from './write-segment.ts';

/** SIU event and filler status (table 0278) of each answer about an appointment. */
const EVENTS = {
  scheduled: { trigger: 'S12', status: 'Booked' },
  'no-show': { trigger: 'S26', status: 'Noshow' },
} as const;

type Event = keyof typeof EVENTS;

const isEvent = (what: AnswerSaid['what']): what is Event => Object.hasOwn(EVENTS, what);

/** Whether an answer is news of an appointment; one that is made without a time is no appointment for a calendar. */
export const isOfAppointment = ({ what, appointmentAt }: AnswerSaid): boolean =>
  isEvent(what) && (what === 'no-show' || appointmentAt !== undefined);

/** An appointment made (S12) or missed (S26); the sender's number of the request is its placer order number. */
export function writeAppointment(
  { number, answer, letters, thread: said }: TravellingAnswer,
  context: OutgoingContext,
): Written {
  const { language } = context;
  const event: Event = answer.what === 'no-show' ? 'no-show' : 'scheduled';
  const thread = threadIn(said);
  const theirs = thread.number ?? entityFrom(number);
  const at = answer.appointmentAt && timestampFrom(answer.appointmentAt);
  const person = components(undefined, answer.saidBy);
  return written(
    { type: 'SIU', trigger: EVENTS[event].trigger, structure: 'SIU_S12', answered: false },
    [
      segment('SCH', {
        1: theirs,
        2: entityFrom({ value: number.value }),
        6: components(event, BUSINESS_STATUSES[event][language], OUR_WORDS),
        // Until v2.4 the time stands here; since, in TQ1.
        11: at && components(undefined, undefined, undefined, at),
        16: person,
        20: person,
        25: components(EVENTS[event].status, undefined, 'HL70278'),
        26: theirs,
      }),
      ...(at === undefined ? [] : [segment('TQ1', { 1: '1', 7: at })]),
      ...noteSegments([{ kind: 'remark', text: answer.words }]),
      segment('PID', { 1: '1', 3: thread.child ?? entityOfChild(number), 5: NAME_WITHHELD }),
      segment('RGS', { 1: '1' }),
    ],
    lostWhere({
      'Answer.happenedAt': true,
      'Answer.words': answer.words !== undefined,
      'Answer.reason': answer.reason !== undefined,
      'Answer.priority': answer.priority !== undefined,
      'Answer.outcome': answer.outcome !== undefined,
      'Answer.ratings': answer.ratings !== undefined,
      'DocumentReference.content': letters.length > 0,
    }),
    context,
  );
}
