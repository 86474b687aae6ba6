/**
 * The life of a request, written small and from the prose of fhir.md §3, without our table: what each side holds, what its people may do, and what
 * becomes of what it hears. The real code is driven beside it.
 */
export type State =
  | 'draft'
  | 'requested'
  | 'received'
  | 'accepted'
  | 'in-progress'
  | 'on-hold'
  | 'rejected'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'entered-in-error';

export type OwnerAct =
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
  | 'cancelled';

export const OWNER_ACTS: readonly OwnerAct[] = [
  'acknowledged',
  'accepted',
  'declined',
  'waitlisted',
  'scheduled',
  'started',
  'no-show',
  'awaiting-information',
  'completed',
  'failed',
  'cancelled',
];

/** One side's view of the request. Times are minutes. */
export interface View {
  readonly state: State;
  readonly accepted: boolean;
  readonly begun: boolean;
  readonly stopAsked: boolean;
  /** When the last thing happened that counted; none before the owner has spoken. */
  readonly at: number;
}

export const ASKED: View = { state: 'requested', accepted: false, begun: false, stopAsked: false, at: -1 };

const FAR: Readonly<Partial<Record<State, number>>> = { requested: 0, received: 1, accepted: 2, 'in-progress': 3 };

export const hasEnded = ({ state }: View): boolean =>
  ['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'].includes(state);

/** How far an act goes on the way from asked to begun; the appointment and the waiting list are ways of having accepted. */
const REACHES: Readonly<Partial<Record<OwnerAct, State>>> = {
  acknowledged: 'received',
  accepted: 'accepted',
  waitlisted: 'accepted',
  scheduled: 'accepted',
  'no-show': 'accepted',
  started: 'in-progress',
};
const ONLY_SAYS_MORE: readonly OwnerAct[] = ['waitlisted', 'scheduled', 'no-show'];

/** What the owner's people may do next. */
export function ownerMay(view: View, act: OwnerAct): boolean {
  if (hasEnded(view) || view.state === 'draft') return false;
  if (act === 'cancelled') return view.stopAsked;
  if (act === 'declined') return view.state !== 'in-progress';
  const reaches = REACHES[act];
  if (reaches === undefined) return true;
  if (view.state === 'on-hold') return act !== 'acknowledged' || !view.accepted;
  const further = (FAR[reaches] ?? 0) > (FAR[view.state] ?? 0);
  return further || (view.accepted && ONLY_SAYS_MORE.includes(act));
}

const ENDS: Readonly<Partial<Record<OwnerAct, State>>> = {
  declined: 'rejected',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** An appointment or an absence does not undo a service that has begun. */
const onFrom = (view: View, act: OwnerAct, reaches: State): State =>
  view.state === 'on-hold' && view.begun && ONLY_SAYS_MORE.includes(act) ? 'in-progress' : reaches;

/** The owner's own view after an act that it may do. */
export function ownerAfter(view: View, act: OwnerAct, at: number): View {
  const reaches = REACHES[act];
  const paused = act === 'awaiting-information' ? 'on-hold' : undefined;
  const further = reaches !== undefined && (view.state === 'on-hold' || (FAR[reaches] ?? 0) > (FAR[view.state] ?? 0));
  const state = ENDS[act] ?? paused ?? (further ? onFrom(view, act, reaches) : view.state);
  return {
    ...view,
    state,
    at,
    accepted: view.accepted || state === 'accepted' || state === 'in-progress',
    begun: view.begun || state === 'in-progress',
  };
}

/** What reaches the owner from the requester. */
export function ownerHears(
  view: View | undefined,
  told: 'request' | 'stop' | 'cancelled' | 'entered-in-error',
): View | undefined {
  if (told === 'request') return view ?? ASKED;
  if (view === undefined) return undefined;
  if (told === 'entered-in-error') return { ...view, state: told };
  if (hasEnded(view)) return view;
  return told === 'stop' ? { ...view, stopAsked: true } : { ...view, state: 'cancelled' };
}

/** An answer as it reaches the requester, whenever that is. */
export interface Heard {
  readonly act: OwnerAct;
  readonly at: number;
  /** The service had begun when this was said. */
  readonly begun: boolean;
  /** The cancellation had not reached the owner when it happened. */
  readonly beforeCancellation: boolean;
}

/** The requester's view after an answer: in any order, and as often as one likes. */
export function requesterHears(view: View, { act, at, begun, beforeCancellation }: Heard): View {
  const counts = (state: State): View => ({
    ...view,
    state,
    at,
    accepted: view.accepted || ['accepted', 'in-progress', 'completed'].includes(state),
    begun: view.begun || state === 'in-progress',
  });
  if (view.state === 'cancelled' && act === 'completed' && beforeCancellation) return counts('completed');
  if (hasEnded(view) || view.state === 'draft') return view;
  if (act === 'completed' || act === 'failed') return counts(ENDS[act] ?? view.state);
  if (act === 'cancelled') return view.stopAsked ? counts('cancelled') : view;

  const late = at < view.at;
  const reaches = begun ? 'in-progress' : REACHES[act];
  // An acceptance that is learnt late is still one.
  const noted =
    reaches === undefined || reaches === 'received'
      ? view
      : {
          ...view,
          accepted: view.accepted || view.at >= 0,
          begun: view.begun || (act === 'started' && view.at >= 0),
        };
  if (act === 'declined') {
    if (view.state === 'requested' || view.state === 'received') return counts('rejected');
    return view.state === 'in-progress' || late ? view : counts('rejected');
  }
  if (act === 'awaiting-information') return late ? view : counts('on-hold');
  if (reaches === undefined) return view;
  if (view.state === 'on-hold') {
    if (late) return noted;
    return reaches === 'received' && view.accepted ? view : counts(onFrom(view, act, reaches));
  }
  if ((FAR[reaches] ?? 0) > (FAR[view.state] ?? 0)) return counts(reaches);
  if (ONLY_SAYS_MORE.includes(act)) return late ? noted : counts(view.state);
  return noted;
}

/** What the requester's people do. */
export type RequesterAct = 'withdrawn' | 'consent-withdrawn' | 'family-ended' | 'entered-in-error';

export function requesterAfter(view: View, act: RequesterAct): View {
  if (act === 'entered-in-error') return { ...view, state: 'entered-in-error', stopAsked: false };
  if (hasEnded(view)) return view;
  // A cancel of accepted work is a request; what the family takes back stops at once.
  if (act === 'withdrawn' && view.accepted) return { ...view, stopAsked: true };
  return { ...view, state: 'cancelled', stopAsked: false };
}

/** The moves of the prose, one step each: a skip is legal when its steps are. */
const STEPS: Readonly<Record<State, readonly State[]>> = {
  draft: ['requested'],
  requested: ['received', 'accepted', 'rejected', 'on-hold', 'in-progress', 'completed', 'failed'],
  received: ['accepted', 'rejected', 'on-hold', 'in-progress', 'completed', 'failed'],
  accepted: ['rejected', 'on-hold', 'in-progress', 'completed', 'failed'],
  'in-progress': ['on-hold', 'completed', 'failed'],
  'on-hold': ['received', 'accepted', 'rejected', 'in-progress', 'completed', 'failed'],
  rejected: [],
  completed: [],
  failed: [],
  cancelled: ['completed'],
  'entered-in-error': [],
};

/** Whether a Task may go from one state to the next, whoever did it. */
export const isLegalStep = (from: State, to: State): boolean =>
  from === to ||
  STEPS[from].includes(to) ||
  (to === 'entered-in-error' && from !== to) ||
  (to === 'cancelled' && !hasEnded({ ...ASKED, state: from }));

/** Two views that may differ for good: what ended there before the cancellation reached it, and a pause that never arrived here and was told to a person. */
export function mayDiffer(ours: View, theirs: View): 'crossed' | 'pause-lost' | undefined {
  if (ours.state === 'cancelled' && (theirs.state === 'rejected' || theirs.state === 'failed')) return 'crossed';
  if (ours.state === 'in-progress' && (theirs.state === 'accepted' || theirs.state === 'rejected')) return 'pause-lost';
  return undefined;
}
