import type { AnswerSaid } from '../../domain/lane-events.ts';
import type { ReferralState } from '../../domain/referral-state.ts';

/** Name, in a CE, of our own words for answers and their parts. */
export const OUR_WORDS = '99PAN';

/** Where a request stands, in table 0283: accepted, pending, rejected, expired. */
export const STATUSES = {
  draft: ['P', 'Pending'],
  requested: ['P', 'Pending'],
  received: ['P', 'Pending'],
  'on-hold': ['P', 'Pending'],
  accepted: ['A', 'Accepted'],
  'in-progress': ['A', 'Accepted'],
  completed: ['A', 'Accepted'],
  rejected: ['R', 'Rejected'],
  failed: ['E', 'Expired'],
  cancelled: ['E', 'Expired'],
  'entered-in-error': ['E', 'Expired'],
} as const satisfies Readonly<Record<ReferralState, readonly [string, string]>>;

type What = AnswerSaid['what'];

/** What each status of table 0283 says by itself. */
export const SAID_BY_STATUS: Readonly<Record<string, What>> = {
  P: 'acknowledged',
  A: 'accepted',
  R: 'declined',
  E: 'failed',
};

/** The same on a cancellation (I14): that the work stops. Rejected, it goes on; pending, nothing is said yet. */
export const SAID_OF_CANCELLATION: Readonly<Record<string, What>> = { A: 'cancelled', E: 'cancelled' };

/** What an owner may say, as our own code beside the status; the requester's acts are nobody's answer. */
const OWNER_SAYS: readonly What[] = [
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
  'passed-on',
];

export const ownerSays = (code: string): What | undefined => OWNER_SAYS.find((what) => what === code);
