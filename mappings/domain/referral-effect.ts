import { isTerminal, REFERRAL_STATES, type ReferralState, type Side } from './referral-state.ts';
import { type Act, type Cell, REFERRAL_TABLE, sideOf } from './referral-table.ts';

/** What decides a cell of the table that leaves it open. Each is false unless it is known. */
export interface Circumstances {
  /** The owner had accepted, also if it has paused since. */
  readonly accepted?: boolean;
  /** The service had begun, also if it has paused since. */
  readonly started?: boolean;
  /** The requester asked to stop accepted work. */
  readonly stopAsked?: boolean;
  /** It happened before the cancellation reached the owner. */
  readonly beforeCancellation?: boolean;
  /** It happened before what the owner last said. */
  readonly older?: boolean;
}

/** Why an act changes nothing: it is recorded, and answered with a warning. */
export type WhyRecordedOnly = 'repeated' | 'terminal' | 'not-sent' | 'backward' | 'out-of-order' | 'not-asked';

/** What an act does to a Task in a given state. */
export type Effect =
  | { readonly kind: 'moves'; readonly to: ReferralState; readonly implied: readonly ReferralState[] }
  | { readonly kind: 'says-more' }
  | { readonly kind: 'asks-to-stop' }
  | {
      readonly kind: 'recorded-only';
      readonly why: WhyRecordedOnly;
      /** Which of the facts that came with it (priority, appointment, outcome, first service) are kept all the same. */
      readonly keeps: 'nothing' | 'missing' | 'all';
    };

/** The one place where an act meets the state machine: systems, persons and revisions alike. */
export function effectOf(act: Act, from: ReferralState, circumstances: Circumstances = {}): Effect {
  const cell = settled(REFERRAL_TABLE[act][from], circumstances);
  const older = circumstances.older === true && sideOf(act) === 'owner';
  switch (cell) {
    case 'unsent':
      return { kind: 'recorded-only', why: 'not-sent', keeps: 'nothing' };
    case 'over':
      return { kind: 'recorded-only', why: 'terminal', keeps: 'nothing' };
    case 'unasked':
      return { kind: 'recorded-only', why: 'not-asked', keeps: 'nothing' };
    case 'past':
      return { kind: 'recorded-only', why: 'backward', keeps: 'missing' };
    case 'same':
      return { kind: 'recorded-only', why: 'repeated', keeps: older || isTerminal(from) ? 'missing' : 'all' };
    case 'stop':
      return { kind: 'asks-to-stop' };
    case 'more':
      return older ? OUT_OF_ORDER : { kind: 'says-more' };
    default: {
      if (cell.startsWith('⇢') && older) return OUT_OF_ORDER;
      const to = stateIn(cell) ?? from;
      return { kind: 'moves', to, implied: sideOf(act) === 'owner' ? impliedSteps(from, to, circumstances) : [] };
    }
  }
}

const OUT_OF_ORDER: Effect = { kind: 'recorded-only', why: 'out-of-order', keeps: 'missing' };

type Settled = Exclude<Cell, `${string}?`> | 'unasked';

/** A cell, once the circumstances are known. */
function settled(cell: Cell, { accepted, started, stopAsked, beforeCancellation }: Circumstances): Settled {
  switch (cell) {
    case 'stop?':
      return accepted === true ? 'stop' : '→ cancelled';
    case 'back?':
      return accepted === true ? 'past' : '⇢ received';
    case 'on?':
      return started === true ? '⇢ in-progress' : '⇢ accepted';
    case 'asked?':
      return stopAsked === true ? '→ cancelled' : 'unasked';
    case 'done?':
      return beforeCancellation === true ? '→ completed' : 'over';
    default:
      return cell;
  }
}

/** The state that a cell names after its arrow. */
const stateIn = (cell: Settled): ReferralState | undefined =>
  REFERRAL_STATES.find((state) => cell === `→ ${state}` || cell === `⇢ ${state}`);

/** Steps that a skip forward implies: recorded as implied, with no invented date. */
export function impliedSteps(
  from: ReferralState,
  to: ReferralState,
  { accepted = false, started = false }: Circumstances = {},
): readonly ReferralState[] {
  const path: readonly ReferralState[] = ['requested', 'accepted', 'in-progress', 'completed'];
  const paused = started ? 'in-progress' : accepted ? 'accepted' : 'requested';
  const start = path.indexOf(from === 'received' ? 'requested' : from === 'on-hold' ? paused : from);
  const end = to === 'failed' ? path.length - 1 : path.indexOf(to);
  return start === -1 || end === -1 ? [] : path.slice(start + 1, end);
}

export interface Move extends Circumstances {
  readonly from: ReferralState;
  readonly to: ReferralState;
  readonly by: Side;
}

/** Whether some act of this side makes this move in these circumstances. */
export const mayMove = ({ from, to, by, ...circumstances }: Move): boolean =>
  ACTS.some((act) => {
    const effect = effectOf(act, from, circumstances);
    return sideOf(act) === by && effect.kind === 'moves' && effect.to === to;
  });

/** Every act, in the order of the table. */
export const ACTS: readonly Act[] = Object.keys(REFERRAL_TABLE).filter((act): act is Act =>
  Object.hasOwn(REFERRAL_TABLE, act),
);
