import type { ReferralState, Side } from '../../../../mappings/domain/referral-state.ts';

type Moves = Readonly<Record<ReferralState, readonly ReferralState[]>>;

/**
 * The moves of fhir.md §3, written from its text and not from our code, one line of the text after the other:
 * «draft → requested → (received) → accepted | rejected»; «requested, received, accepted, in-progress ↔ on-hold»; «on-hold → accepted | rejected»;
 * «accepted → rejected»; «accepted, in-progress, on-hold → in-progress | completed | failed»; «a forward skip is legal».
 */
export const OWNER_MAY: Moves = {
  draft: [],
  requested: ['received', 'accepted', 'rejected', 'on-hold', 'in-progress', 'completed', 'failed'],
  received: ['accepted', 'rejected', 'on-hold', 'in-progress', 'completed', 'failed'],
  accepted: ['rejected', 'on-hold', 'in-progress', 'completed', 'failed'],
  'in-progress': ['on-hold', 'completed', 'failed'],
  'on-hold': ['accepted', 'rejected', 'in-progress', 'completed', 'failed'],
  rejected: [],
  completed: [],
  failed: [],
  cancelled: [],
  'entered-in-error': [],
};

/** «draft, requested, received, accepted, in-progress, on-hold → cancelled; any state → entered-in-error by the requester». */
export const REQUESTER_MAY: Moves = {
  draft: ['requested', 'cancelled', 'entered-in-error'],
  requested: ['cancelled', 'entered-in-error'],
  received: ['cancelled', 'entered-in-error'],
  accepted: ['cancelled', 'entered-in-error'],
  'in-progress': ['cancelled', 'entered-in-error'],
  'on-hold': ['cancelled', 'entered-in-error'],
  rejected: ['entered-in-error'],
  completed: ['entered-in-error'],
  failed: ['entered-in-error'],
  cancelled: ['entered-in-error'],
  'entered-in-error': [],
};

export const TERMINAL: readonly ReferralState[] = ['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'];

const UNDER_WAY: readonly ReferralState[] = ['requested', 'received', 'accepted', 'in-progress', 'on-hold'];

/** What the text lets depend on more than the state. */
export interface Known {
  /** «↔ on-hold»: back to where it was before the pause, which is `received` only if it had not been accepted. */
  readonly accepted?: boolean;
  /** «A cancel of accepted work is a request»: its owner ends it. */
  readonly stopAsked?: boolean;
  /** «cancelled → completed when the owner's completion happened before the cancellation reached it». */
  readonly beforeCancellation?: boolean;
}

/** Whether the text lets it happen. */
export function textAllows(
  from: ReferralState,
  to: ReferralState,
  by: Side,
  { accepted = false, stopAsked = false, beforeCancellation = false }: Known = {},
): boolean {
  if (by === 'requester') return REQUESTER_MAY[from].includes(to);
  if (from === 'on-hold' && to === 'received') return !accepted;
  if (to === 'cancelled') return stopAsked && UNDER_WAY.includes(from);
  return OWNER_MAY[from].includes(to) || (from === 'cancelled' && to === 'completed' && beforeCancellation);
}
