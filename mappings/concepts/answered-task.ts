import { BUSINESS_STATUSES, DECLINE_REASONS } from '../../profiles/codes.ts';
import { surelyBefore } from '../../profiles/moment-span.ts';
import { senderOf } from '../domain/current-task.ts';
import type { AnswerGiven } from '../domain/lane-events.ts';
import {
  hasBegun,
  isOlder,
  isStopAsked,
  lastWordExtension,
  lastWordOf,
  sameMoment,
  wasAccepted,
} from '../domain/last-word.ts';
import type { Issue } from '../domain/mapped.ts';
import { receiptOf } from '../domain/receipt-on-task.ts';
import { type Circumstances, type Effect, effectOf } from '../domain/referral-effect.ts';
import { isReferralState, isTerminal, type ReferralState } from '../domain/referral-state.ts';
import { ANSWER_MEANINGS } from '../domain/referral-table.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import { factsAfter, sayTheSame, withFactsKept } from './answer-facts.ts';
import { CONTRADICTORY, recordedOnly } from './answer-warnings.ts';
import { codingOf } from './code-map.ts';

/** What an answer makes of a Task; without `task` it changes nothing there. */
export interface Answered {
  readonly task?: fhir4.Task;
  readonly effect: Effect;
  readonly issues: readonly Issue[];
  /** No news: our own update that comes back, or the owner's that stands already. */
  readonly echo: boolean;
  /** A person wrote down one thing and a system says another: a finding. */
  readonly contradicts: boolean;
}

/** Pure: the Task as the answer leaves it, through the one state machine (fhir.md §3). */
export function answeredTask(task: fhir4.Task, event: AnswerGiven): Answered {
  const { status } = task;
  if (!isReferralState(status)) return recorded({ kind: 'recorded-only', why: 'backward', keeps: 'nothing' });
  const effect = effectOfAnswer(event.answer, status, circumstancesOf(task, event));
  const contradicts = contradictsLastWord(task, status, event);
  const next =
    effect.kind === 'recorded-only'
      ? withFactsKept(task, event, effect.keeps)
      : enteredTask(task, effect.kind === 'moves' ? effect.to : status, effect, event);
  if (isEcho(task, next ?? task, effect, event)) return { effect, issues: [], echo: true, contradicts: false };
  // It says more, and beside it that the service has not begun: a pause may have been lost on the way.
  const unbegun = status === 'in-progress' && event.answer.stands === 'accepted' && effect.kind === 'says-more';
  const told = recorded(effect, contradicts);
  return {
    ...told,
    issues: unbegun ? [recordedOnly('backward'), ...told.issues] : told.issues,
    ...(next !== undefined && { task: next }),
  };
}

/** What it says may have begun before: then that is learnt by it, with no date. */
function effectOfAnswer(
  { what, stands }: AnswerGiven['answer'],
  from: ReferralState,
  circumstances: Circumstances,
): Effect {
  const begun = stands !== 'in-progress' ? undefined : effectOf('started', from, circumstances);
  if (begun?.kind === 'moves') return { ...begun, implied: [...begun.implied, begun.to] };
  return effectOf(what, from, circumstances);
}

const recorded = (effect: Effect, contradicts = false): Answered => ({
  effect,
  issues: [
    ...(effect.kind === 'recorded-only' ? [recordedOnly(effect.why)] : []),
    ...(contradicts ? [CONTRADICTORY] : []),
  ],
  echo: false,
  contradicts,
});

const circumstancesOf = (task: fhir4.Task, event: AnswerGiven): Circumstances => ({
  accepted: wasAccepted(task),
  started: hasBegun(task),
  stopAsked: isStopAsked(task),
  beforeCancellation: completedBeforeCancellation(task, event),
  older: isOlder(task, event.answer.happenedAt),
});

function enteredTask(task: fhir4.Task, status: ReferralState, effect: Effect, event: AnswerGiven): fhir4.Task {
  const { answer } = event;
  const { businessStatus: standingBusiness, ...rest } = task;
  const { statusReason: _before, ...unexplained } = rest;
  const because = reasonAfter(task, status, effect, event);
  // While accepted work is asked to stop, that is what everybody must see: the finer status stands in the last word.
  const asked = isStopAsked(task) && !isTerminal(status);
  const businessStatus = asked ? standingBusiness : (businessSaid(status, event) ?? standingBusiness);
  const facts = factsAfter(task, event);
  return {
    ...unexplained,
    status,
    lastModified: event.recordedAt,
    ...(businessStatus !== undefined && { businessStatus }),
    ...(because !== undefined && { statusReason: because }),
    ...facts,
    ...withLastWord({ ...task, ...facts }, status, effect, answer),
  };
}

function businessSaid(status: ReferralState, { answer }: AnswerGiven): fhir4.CodeableConcept | undefined {
  const { business } = ANSWER_MEANINGS[answer.what];
  if (business === undefined) return undefined;
  return {
    coding: [codingOf({ system: CODE_SYSTEMS.businessStatus, table: BUSINESS_STATUSES }, business)],
    // Words that are no reason say more about where it stands: a place on the list, a month.
    ...(answer.words !== undefined && isNoReason(status, answer.what) && { text: answer.words }),
  };
}

const isNoReason = (status: ReferralState, what: AnswerGiven['answer']['what']): boolean =>
  what === 'cancelled' || !NEEDS_REASON.has(status);

/** States that FHIR's statusReason explains (fhir.md §2, Fulfilment). */
const NEEDS_REASON: ReadonlySet<string> = new Set(['rejected', 'on-hold', 'failed', 'cancelled']);

/** A reason belongs to the state that it was given for: the next state brings its own, or none. */
function reasonAfter(
  task: fhir4.Task,
  status: ReferralState,
  effect: Effect,
  event: AnswerGiven,
): fhir4.CodeableConcept | undefined {
  const { what } = event.answer;
  const said = NEEDS_REASON.has(status) ? reasonSaid(event) : undefined;
  // It stopped because we asked: our reason stays, the owner's words stand beside it.
  if (what === 'cancelled' && effect.kind === 'moves') return task.statusReason ?? reasonOf('withdrawn');
  if (effect.kind === 'moves') return said;
  // What is missing may be another thing than the first time.
  return what === 'awaiting-information' ? (said ?? task.statusReason) : task.statusReason;
}

function reasonSaid({ answer: { reason, words } }: AnswerGiven): fhir4.CodeableConcept | undefined {
  if (reason === undefined && words === undefined) return undefined;
  return {
    ...(reason !== undefined && { coding: reasonOf(reason).coding }),
    text: words ?? DECLINE_REASONS[reason ?? 'withdrawn'].fr,
  };
}

const reasonOf = (code: keyof typeof DECLINE_REASONS): { coding: fhir4.Coding[]; text: string } => ({
  coding: [codingOf({ system: CODE_SYSTEMS.declineReason, table: DECLINE_REASONS }, code)],
  text: DECLINE_REASONS[code].fr,
});

/** What the owner said last takes the place of what it said before; that it passed the request on says nothing of its own state. */
function withLastWord(
  task: fhir4.Task,
  status: ReferralState,
  effect: Effect,
  { what, happenedAt, channel = 'telephone' }: AnswerGiven['answer'],
): Pick<fhir4.Task, 'extension'> {
  if (ANSWER_MEANINGS[what].by !== 'owner' || what === 'passed-on') return {};
  const implied = effect.kind === 'moves' && effect.implied.includes('accepted');
  const accepted = wasAccepted(task) || wasAccepted({ ...task, status }) || implied;
  const begun = hasBegun(task) || status === 'in-progress';
  const others = (task.extension ?? []).filter(({ url }) => url !== EXTENSIONS.lastWord);
  return { extension: [...others, lastWordExtension({ what, at: happenedAt, how: channel, accepted, begun })] };
}

/** The owner's completion counts when it happened before the cancellation reached the owner; a date without a time decides it only when all of that day was before. */
function completedBeforeCancellation(task: fhir4.Task, { answer }: AnswerGiven): boolean {
  if (task.status !== 'cancelled' || answer.what !== 'completed') return false;
  const reachedAt = cancellationReachedAt(task);
  return reachedAt === undefined || surelyBefore(answer.happenedAt, reachedAt);
}

/** When the owner was told, or had stopped by itself as it was asked to; undefined as long as it may not know. */
function cancellationReachedAt(task: fhir4.Task): string | undefined {
  // What a partner asks of us and took back reached us when it was written here.
  if (senderOf(task) !== undefined) return task.lastModified;
  const last = lastWordOf(task);
  if (last?.what === 'cancelled') return last.at;
  const receipt = receiptOf(task);
  return receipt?.stage === 'cancellation' || receipt?.stage === 'error' ? receipt.at : undefined;
}

/** Only systems send back what they were told: what a person writes down twice is recorded twice. */
function isEcho(task: fhir4.Task, next: fhir4.Task, effect: Effect, { fromPartner, answer }: AnswerGiven): boolean {
  if (fromPartner === undefined || answer.what === 'passed-on' || !sayTheSame(task, next)) return false;
  if (task.status === 'cancelled' && answer.what === 'cancelled') return true;
  const last = lastWordOf(task);
  return (
    last?.what === answer.what &&
    saysItself(last.how) &&
    sameMoment(last.at, answer.happenedAt) &&
    (effect.kind === 'says-more' || (effect.kind === 'recorded-only' && effect.why === 'repeated'))
  );
}

/** By the owner's own hand, in its system or on the secure page; else a person of the centre wrote it down. */
const saysItself = (how: string | undefined): boolean => how === 'system' || how === 'web-page';

const ENDINGS: ReadonlySet<string> = new Set(['declined', 'completed', 'failed', 'cancelled']);

/** Whether a person and a system disagree on how it ended, or on whether it was accepted at all. */
function contradictsLastWord(task: fhir4.Task, status: ReferralState, { answer, fromPartner }: AnswerGiven): boolean {
  const { what, happenedAt } = answer;
  const last = lastWordOf(task);
  const sameSource = saysItself(last?.how) === (fromPartner !== undefined);
  if (last === undefined || sameSource || ANSWER_MEANINGS[what].by !== 'owner' || last.what === what) return false;
  if (isTerminal(status)) {
    const endedByOwner = ENDINGS.has(last.what);
    const goesOn = what !== 'acknowledged' && what !== 'passed-on' && !isOlder(task, happenedAt);
    return endedByOwner && (ENDINGS.has(what) || goesOn);
  }
  return what === 'declined' && wasAccepted(task);
}
