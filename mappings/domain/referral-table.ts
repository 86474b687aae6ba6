import type { BUSINESS_STATUSES } from '../../profiles/codes.ts';
import type { AnswerSaid } from './lane-events.ts';
import type { REFERRAL_STATES, ReferralState, Side } from './referral-state.ts';

/** Everything that either side does to a request at one recipient: what is answered, and what a revision of the request asks. */
export type Act = AnswerSaid['what'] | 'asked' | 'withdrawn';

/**
 * What an act does in a state.
 * `→ state` moves there, a skip forward included, even if we learn it late. `⇢ state` moves there, unless it happened before what stands.
 */
export type Cell =
  | `→ ${ReferralState}`
  | `⇢ ${ReferralState}`
  /** Says more about the state that stands, unless it happened before what stands. */
  | 'more'
  /** It stands already. */
  | 'same'
  /** The request is further on. */
  | 'past'
  /** The request has ended. */
  | 'over'
  /** It has not left. */
  | 'unsent'
  /** Accepted work goes on until its owner answers: the request to stop it is delivered. */
  | 'stop'
  /** The same for what had been accepted before the pause; else it is cancelled. */
  | 'stop?'
  /** Back to `received`, if it had not been accepted before the pause; else it is past. */
  | 'back?'
  /** On from the pause, unless it happened before what stands: in progress if it had begun, else accepted. */
  | 'on?'
  /** Cancelled, if the requester asked to stop; else nobody asked. */
  | 'asked?'
  /** Completed, if that happened before the cancellation reached the owner; else it is over. */
  | 'done?';

type Row = Readonly<Record<ReferralState, Cell>>;
type OneEach<States> = { readonly [K in keyof States]: Cell };
type Cells = OneEach<typeof REFERRAL_STATES>;

const row = (...[draft, requested, received, accepted, inProgress, onHold, ...ended]: Cells): Row => {
  const [rejected, completed, failed, cancelled, inError] = ended;
  return {
    draft,
    requested,
    received,
    accepted,
    'in-progress': inProgress,
    'on-hold': onHold,
    rejected,
    completed,
    failed,
    cancelled,
    'entered-in-error': inError,
  };
};

// biome-ignore format: it is read as a table.
/** THE state machine (fhir.md §3): who does what, from which state to which, and what late, repeated and backward acts do. `mappings/README.md` shows it. */
export const REFERRAL_TABLE: Readonly<Record<Act, Row>> = {
  // By the requester.      draft           requested         received         accepted         in-progress      on-hold          rejected         completed        failed           cancelled        entered-in-error
  asked:                row('→ requested',  'same',           'same',          'same',          'same',          'same',          'over',          'over',          'over',          'over',          'over'),
  withdrawn:            row('→ cancelled',  '→ cancelled',    '→ cancelled',   'stop',          'stop',          'stop?',         'over',          'over',          'over',          'same',          'over'),
  'family-ended':       row('→ cancelled',  '→ cancelled',    '→ cancelled',   '→ cancelled',   '→ cancelled',   '→ cancelled',   'over',          'over',          'over',          'same',          'over'),
  'entered-in-error':   row('→ entered-in-error', '→ entered-in-error', '→ entered-in-error', '→ entered-in-error', '→ entered-in-error', '→ entered-in-error', '→ entered-in-error', '→ entered-in-error', '→ entered-in-error', '→ entered-in-error', 'same'),
  'family-told':        row('unsent',       'more',           'more',          'more',          'more',          'more',          'more',          'more',          'more',          'more',          'more'),
  // By the owner.
  acknowledged:         row('unsent',       '→ received',     'same',          'past',          'past',          'back?',         'over',          'over',          'over',          'over',          'over'),
  accepted:             row('unsent',       '→ accepted',     '→ accepted',    'same',          'past',          '⇢ accepted',    'over',          'over',          'over',          'over',          'over'),
  declined:             row('unsent',       '→ rejected',     '→ rejected',    '⇢ rejected',    'past',          '⇢ rejected',    'same',          'over',          'over',          'over',          'over'),
  waitlisted:           row('unsent',       '→ accepted',     '→ accepted',    'more',          'more',          'on?',    'over',          'over',          'over',          'over',          'over'),
  scheduled:            row('unsent',       '→ accepted',     '→ accepted',    'more',          'more',          'on?',    'over',          'over',          'over',          'over',          'over'),
  started:              row('unsent',       '→ in-progress',  '→ in-progress', '→ in-progress', 'same',          '⇢ in-progress', 'over',          'over',          'over',          'over',          'over'),
  'no-show':            row('unsent',       '→ accepted',     '→ accepted',    'more',          'more',          'on?',    'over',          'over',          'over',          'over',          'over'),
  'awaiting-information': row('unsent',     '⇢ on-hold',      '⇢ on-hold',     '⇢ on-hold',     '⇢ on-hold',     'more',          'over',          'over',          'over',          'over',          'over'),
  completed:            row('unsent',       '→ completed',    '→ completed',   '→ completed',   '→ completed',   '→ completed',   'over',          'same',          'over',          'done?',         'over'),
  failed:               row('unsent',       '→ failed',       '→ failed',      '→ failed',      '→ failed',      '→ failed',      'over',          'over',          'same',          'over',          'over'),
  cancelled:            row('unsent',       'asked?',         'asked?',        'asked?',        'asked?',        'asked?',        'over',          'over',          'over',          'same',          'over'),
  'passed-on':          row('unsent',       'more',           'more',          'more',          'more',          'more',          'over',          'over',          'over',          'over',          'over'),
};

interface Meaning {
  /** BSeR's business status and ours (fhir.md §3); absent when it leaves that as it is. */
  readonly business?: Exclude<keyof typeof BUSINESS_STATUSES, 'cancel-requested'>;
  readonly by: Side;
}

/** Who says each answer, and the business status that it enters. */
export const ANSWER_MEANINGS: Readonly<Record<AnswerSaid['what'], Meaning>> = {
  acknowledged: { business: 'acknowledged', by: 'owner' },
  accepted: { business: 'accepted', by: 'owner' },
  declined: { business: 'declined', by: 'owner' },
  waitlisted: { business: 'waitlisted', by: 'owner' },
  scheduled: { business: 'scheduled', by: 'owner' },
  started: { business: 'started', by: 'owner' },
  'no-show': { business: 'no-show', by: 'owner' },
  'awaiting-information': { business: 'awaiting-information', by: 'owner' },
  completed: { business: 'completed', by: 'owner' },
  failed: { business: 'failed', by: 'owner' },
  cancelled: { business: 'cancelled', by: 'owner' },
  'passed-on': { by: 'owner' },
  'family-told': { business: 'family-told', by: 'requester' },
  'family-ended': { business: 'cancelled', by: 'requester' },
  'entered-in-error': { by: 'requester' },
};

const isAnswer = (act: Act): act is AnswerSaid['what'] => Object.hasOwn(ANSWER_MEANINGS, act);

/** Whose act it is: a revision of the request is the requester's. */
export const sideOf = (act: Act): Side => (isAnswer(act) ? ANSWER_MEANINGS[act].by : 'requester');
