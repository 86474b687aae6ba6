import type { DECLINE_REASONS, RECEIVER_PRIORITIES } from '../../profiles/codes.ts';
import { present } from '../concepts/present.ts';
import { senderNumberIn } from '../concepts/sender-number.ts';
import type { AnswerSaid } from '../domain/lane-events.ts';
import { lastWordOf } from '../domain/last-word.ts';
import { isReferralState } from '../domain/referral-state.ts';
import { ANSWER_MEANINGS } from '../domain/referral-table.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import type { TravellingAnswer } from './dialect.ts';

interface AnswerOnRecord {
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  /** The centre, as the recipient knows it. */
  readonly centre: string;
  readonly language: 'fr' | 'en';
  /** Letters of the centre for whoever asked, through its lens. */
  readonly letters?: readonly fhir4.DocumentReference[];
}

type What = AnswerSaid['what'];

/**
 * What whoever asked may know of how its request stands at the centre, built from nothing: the status, the reason of the centre's own, the
 * priority, the appointment, and the outcome that was written for sharing. A family's reason and the centre's own words stay here; words
 * leave only where they are the question that the centre asks. Undefined as long as there is nothing to say.
 */
export function travellingAnswer({
  task,
  request,
  centre,
  language,
  letters = [],
}: AnswerOnRecord): TravellingAnswer | undefined {
  const number = senderNumberIn(request);
  const what = whatIsSaid(task);
  if (number === undefined || what === undefined || !isReferralState(task.status)) return undefined;
  const thread = request.extension?.find(({ url }) => url === EXTENSIONS.thread)?.valueString;
  return present({
    number,
    state: task.status,
    answer: present({
      what,
      happenedAt: lastWordOf(task)?.at ?? task.lastModified ?? task.authoredOn ?? '',
      saidBy: centre,
      recordedBy: centre,
      channel: 'system' as const,
      ...becauseOf(task, what, language),
      priority: priorityIn(task),
      appointmentAt: outputIn(task, 'appointment')?.valueDateTime,
      outcome: outputIn(task, 'outcome')?.valueString,
    }),
    letters,
    thread,
  });
}

/** Of an answer, what tells only where the request stands: for whoever asked from another province that the centre has not assessed. */
export function bareAnswer({ number, state, thread, answer }: TravellingAnswer): TravellingAnswer {
  const { what, happenedAt, saidBy, recordedBy, channel, reason, words } = answer;
  const said = { what, happenedAt, saidBy, recordedBy, channel, reason, words: isOurs(words) ? words : undefined };
  return present({ number, state, thread, letters: [], answer: present(said) });
}

/** What the centre said last; of what nobody answered yet, that it was received. */
function whatIsSaid(task: fhir4.Task): What | undefined {
  const said = lastWordOf(task)?.what;
  if (said === undefined) return task.status === 'requested' ? 'acknowledged' : undefined;
  return OWNERS.find((what) => what === said);
}

const isWhat = (what: string): what is What => Object.hasOwn(ANSWER_MEANINGS, what);
const OWNERS: readonly What[] = Object.keys(ANSWER_MEANINGS)
  .filter(isWhat)
  .filter((what) => ANSWER_MEANINGS[what].by === 'owner');

/** A family's choice is told as an end, and nothing else. */
function becauseOf(task: fhir4.Task, what: What, language: 'fr' | 'en'): Partial<Pick<AnswerSaid, 'reason' | 'words'>> {
  const code = task.statusReason?.coding?.find(({ system }) => system === CODE_SYSTEMS.declineReason)?.code;
  if (code?.startsWith('family-')) return { words: ENDED[language] };
  const reason = REASONS.find((known) => known === code);
  const question = what === 'awaiting-information' ? task.statusReason?.text : undefined;
  return present({ reason, words: question });
}

const ENDED = { fr: 'Cette demande a pris fin.', en: 'This request has ended.' } as const;

const isOurs = (words: string | undefined): boolean => words === ENDED.fr || words === ENDED.en;

const REASONS: readonly NonNullable<AnswerSaid['reason']>[] = [
  'full',
  'out-of-territory',
  'not-eligible',
  'wrong-service',
  'duplicate',
  'not-reached',
] satisfies readonly (keyof typeof DECLINE_REASONS)[];

const PRIORITIES: readonly NonNullable<AnswerSaid['priority']>[] = [
  'P1',
  'P2',
  'P3',
  'P4',
] satisfies readonly (keyof typeof RECEIVER_PRIORITIES)[];

const priorityIn = ({ extension = [] }: fhir4.Task): AnswerSaid['priority'] => {
  const given = extension.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;
  return PRIORITIES.find((code) => code === given);
};

const outputIn = ({ output = [] }: fhir4.Task, code: string): fhir4.TaskOutput | undefined =>
  output.findLast(({ type }) =>
    type.coding?.some((coding) => coding.system === CODE_SYSTEMS.referralOutput && coding.code === code),
  );
