import type { AnswerSaid } from './lane-events.ts';

/** States of a request at one recipient: R4 Task.status, the part that we use (fhir.md §3). */
export const REFERRAL_STATES = [
  'draft',
  'requested',
  'received',
  'accepted',
  'in-progress',
  'on-hold',
  'rejected',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
] as const;

export type ReferralState = (typeof REFERRAL_STATES)[number];
export type Side = 'requester' | 'owner';

const TERMINAL: ReadonlySet<ReferralState> = new Set([
  'rejected',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
]);

export const isTerminal = (state: ReferralState): boolean => TERMINAL.has(state);

export const isReferralState = (status: string | undefined): status is ReferralState =>
  REFERRAL_STATES.some((state) => state === status);

/** What the owner may enter from each state. A skip forward is legal: a food bank answers once, when done. */
const OWNER_MOVES: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  draft: [],
  requested: ['received', 'accepted', 'rejected', 'on-hold', 'in-progress', 'completed', 'failed'],
  received: ['accepted', 'rejected', 'on-hold', 'in-progress', 'completed', 'failed'],
  // An acceptance may be withdrawn, with a reason.
  accepted: ['rejected', 'on-hold', 'in-progress', 'completed', 'failed'],
  'in-progress': ['on-hold', 'completed', 'failed'],
  'on-hold': ['accepted', 'rejected', 'in-progress', 'completed', 'failed'],
  rejected: [],
  completed: [],
  failed: [],
  cancelled: [],
  'entered-in-error': [],
};

const CANCELLABLE: ReadonlySet<ReferralState> = new Set([
  'draft',
  'requested',
  'received',
  'accepted',
  'in-progress',
  'on-hold',
]);

export interface Move {
  readonly from: ReferralState;
  readonly to: ReferralState;
  readonly by: Side;
  /** The owner's completion happened before the cancellation reached it. */
  readonly beforeCancellation?: boolean;
}

/** Whether the state machine of fhir.md §3 lets this move happen. The same state again is no move. */
export function mayMove({ from, to, by, beforeCancellation = false }: Move): boolean {
  if (from === to) return false;
  if (by === 'requester') {
    if (to === 'entered-in-error') return true;
    if (to === 'requested') return from === 'draft';
    return to === 'cancelled' && CANCELLABLE.has(from);
  }
  if (from === 'cancelled' && to === 'completed') return beforeCancellation;
  return OWNER_MOVES[from].includes(to);
}

/** Steps that a skip forward implies: recorded as implied, with no invented date. */
export function impliedSteps(from: ReferralState, to: ReferralState): readonly ReferralState[] {
  const path: readonly ReferralState[] = ['requested', 'accepted', 'in-progress', 'completed'];
  const start = path.indexOf(from === 'received' ? 'requested' : from === 'on-hold' ? 'accepted' : from);
  const end = to === 'failed' ? path.length - 1 : path.indexOf(to);
  return start === -1 || end === -1 ? [] : path.slice(start + 1, end);
}

type BusinessStatus =
  | 'acknowledged'
  | 'accepted'
  | 'declined'
  | 'waitlisted'
  | 'scheduled'
  | 'started'
  | 'no-show'
  | 'awaiting-information'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'family-told';

interface Meaning {
  /** The state that it enters; absent when it only says more about the present one. */
  readonly state?: ReferralState;
  /** States that it enters only from these: from others it says more about the present one. */
  readonly onlyFrom?: readonly ReferralState[];
  readonly business?: BusinessStatus;
  readonly by: Side;
}

const NOT_YET_ACCEPTED: readonly ReferralState[] = ['requested', 'received', 'on-hold'];

/** What each answer means to the state machine; BSeR business statuses beside it (fhir.md §3). */
export const ANSWER_MEANINGS: Readonly<Record<AnswerSaid['what'], Meaning>> = {
  acknowledged: { state: 'received', business: 'acknowledged', by: 'owner' },
  accepted: { state: 'accepted', business: 'accepted', by: 'owner' },
  declined: { state: 'rejected', business: 'declined', by: 'owner' },
  waitlisted: { state: 'accepted', onlyFrom: NOT_YET_ACCEPTED, business: 'waitlisted', by: 'owner' },
  scheduled: { state: 'accepted', onlyFrom: NOT_YET_ACCEPTED, business: 'scheduled', by: 'owner' },
  started: { state: 'in-progress', business: 'started', by: 'owner' },
  'no-show': { state: 'accepted', onlyFrom: NOT_YET_ACCEPTED, business: 'no-show', by: 'owner' },
  'awaiting-information': { state: 'on-hold', business: 'awaiting-information', by: 'owner' },
  completed: { state: 'completed', business: 'completed', by: 'owner' },
  failed: { state: 'failed', business: 'failed', by: 'owner' },
  'family-told': { business: 'family-told', by: 'requester' },
  'family-ended': { state: 'cancelled', business: 'cancelled', by: 'requester' },
  'entered-in-error': { state: 'entered-in-error', by: 'requester' },
};

/** What an answer does to a Task in a given state. */
export type Effect =
  | { readonly kind: 'moves'; readonly to: ReferralState; readonly implied: readonly ReferralState[] }
  | { readonly kind: 'says-more' }
  /** Late, repeated or backward: recorded, answered with a warning, changes nothing. */
  | { readonly kind: 'recorded-only'; readonly why: 'repeated' | 'terminal' | 'not-sent' | 'backward' };

/** The one place where an answer meets the state machine: systems and persons alike. */
export function effectOf(what: AnswerSaid['what'], from: ReferralState, beforeCancellation = false): Effect {
  const { state, onlyFrom, by } = ANSWER_MEANINGS[what];
  if (state === undefined) return from === 'draft' ? { kind: 'recorded-only', why: 'not-sent' } : { kind: 'says-more' };
  if (onlyFrom !== undefined && !onlyFrom.includes(from)) {
    if (from === 'accepted' || from === 'in-progress') return { kind: 'says-more' };
  } else if (mayMove({ from, to: state, by, beforeCancellation })) {
    return { kind: 'moves', to: state, implied: by === 'owner' ? impliedSteps(from, state) : [] };
  }
  if (from === 'draft') return { kind: 'recorded-only', why: 'not-sent' };
  if (from === state) return { kind: 'recorded-only', why: 'repeated' };
  return { kind: 'recorded-only', why: isTerminal(from) ? 'terminal' : 'backward' };
}
