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
