import { surelyBefore } from '../../profiles/moment-span.ts';
import { isAnswerUntold } from './answer-untold.ts';
import { currentTask, senderOf } from './current-task.ts';
import { isStopAsked, lastWordOf } from './last-word.ts';
import { receiptOf } from './receipt-on-task.ts';
import { isReferralState, isTerminal, type ReferralState } from './referral-state.ts';
import { ANSWER_MEANINGS } from './referral-table.ts';

/** Where a request stands, told from the request and its Tasks. */
export interface Loop {
  readonly state: ReferralState | 'not-addressed';
  /** Nothing is left for anybody to do. */
  readonly closed: boolean;
  readonly why:
    | 'family-told'
    | 'family-ended'
    /** What let its recipient have it was taken back, refused or narrowed: it ended at once, and whoever has it is told only that. */
    | 'agreement-taken-back'
    /** A new request took its place: the thread goes on there. */
    | 'replaced'
    | 'under-way'
    /** The recipient asked for more and has not been given it yet. */
    | 'awaiting-information'
    /** A newer version left for the recipient since it asked for more. */
    | 'information-given'
    /** The recipient had accepted, was asked to stop, and has not answered. */
    | 'cancel-requested'
    | 'family-not-told'
    | 'not-sent'
    | 'not-addressed'
    | 'declined-nothing-proposed'
    | 'in-error'
    /** Of an inbound referral: nobody has answered; whoever asked does not know the answer yet; or does. */
    | 'to-answer'
    | 'sender-not-told'
    | 'answered';
}

/**
 * The loop is closed when no Task is under way and it is written that child or parent was told how it ended; what the family itself
 * ended is closed at once (fhir.md §3). A refusal by the partner with nobody else asked leaves it open: somebody must propose another.
 */
export function loopOf(
  tasks: readonly fhir4.Task[],
  request: fhir4.ServiceRequest | undefined,
  { replaced = false }: { readonly replaced?: boolean } = {},
): Loop {
  const current = currentTask(tasks, request);
  if (current === undefined || !isReferralState(current.status))
    return { state: 'not-addressed', closed: false, why: 'not-addressed' };
  if (senderOf(current) !== undefined) return inboundLoopOf(current, current.status);
  const { status: state } = current;
  const open = (why: Loop['why']): Loop => ({ state, closed: false, why });
  if (state === 'draft') return open('not-sent');
  if (!isTerminal(state)) return open(whyUnderWay(current));
  if (replaced) return { state, closed: true, why: 'replaced' };
  if (state === 'entered-in-error') return { state, closed: true, why: 'in-error' };
  if (reasonOf(current) === 'family-took-back') return { state, closed: true, why: 'agreement-taken-back' };
  if (endedByFamily(current)) return { state, closed: true, why: 'family-ended' };
  if (businessOf(current) === 'family-told') return { state, closed: true, why: 'family-told' };
  return open(state === 'rejected' ? 'declined-nothing-proposed' : 'family-not-told');
}

/** Who has to do something now. */
function whyUnderWay(task: fhir4.Task): Loop['why'] {
  if (isStopAsked(task)) return 'cancel-requested';
  const last = lastWordOf(task);
  if (task.status !== 'on-hold' || last?.what !== 'awaiting-information') return 'under-way';
  const given = receiptOf(task)?.at;
  return given !== undefined && surelyBefore(last.at, given) ? 'information-given' : 'awaiting-information';
}

/** What a partner asked of the centre: closed once it has ended and whoever asked knows how, or took it back. */
function inboundLoopOf(task: fhir4.Task, state: ReferralState): Loop {
  const open = (why: Loop['why']): Loop => ({ state, closed: false, why });
  if (isAnswerUntold(task)) return open('sender-not-told');
  if (state === 'entered-in-error') return { state, closed: true, why: 'in-error' };
  if (isTerminal(state)) return { state, closed: true, why: 'answered' };
  if (isStopAsked(task)) return open('cancel-requested');
  return open(lastWordOf(task) === undefined ? 'to-answer' : 'under-way');
}

const reasonOf = ({ statusReason }: fhir4.Task): string | undefined => statusReason?.coding?.[0]?.code;

const businessOf = ({ businessStatus }: fhir4.Task): string | undefined => businessStatus?.coding?.[0]?.code;

/** Reasons of the centre: what it took back itself, or gave to another, was not ended by the family. */
const OF_THE_CENTRE: ReadonlySet<string | undefined> = new Set(['withdrawn', 'another-recipient']);

/** A service that was given was not ended by the family, whatever reason came with it; a family need give no reason. */
function endedByFamily(task: fhir4.Task): boolean {
  const reason = reasonOf(task);
  if (task.status === 'completed') return false;
  if (reason?.startsWith('family-') === true) return true;
  const { business } = ANSWER_MEANINGS['family-ended'];
  return task.status === 'cancelled' && businessOf(task) === business && !OF_THE_CENTRE.has(reason);
}
