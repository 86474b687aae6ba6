import type { PRESCRIPTION_KINDS } from './codes.ts';

/** Codes of other people’s CodeSystems that we map to: none that was not read in its source. */

/** BSeR, `TaskBusinessStatusCS`: where a referral stands, with the words that it is published with. */
export const BSER_STATUSES = {
  '2.0': 'Service Request Created',
  '3.0': 'Service Request Accepted',
  '4.0': 'Service Request Declined',
  '5.1.1': 'Service Request Event Scheduled',
  '5.1.2': 'Scheduled Service Request Event Unattended',
  '5.1.3': 'Scheduled Service Request Event Cancelled',
  '5.1.4': 'Service Request Event Completed',
  '5.2': 'Service Request Cancellation Requested',
  '6.0': 'Service Request Fulfillment Cancelled',
  '7.0': 'Service Request Fulfillment Completed',
} as const;

/** FHIR R4 `task-status`: the states that a request may be in. */
export const TASK_STATUSES = {
  draft: 'Draft',
  requested: 'Requested',
  received: 'Received',
  accepted: 'Accepted',
  'in-progress': 'In Progress',
  'on-hold': 'On Hold',
  rejected: 'Rejected',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  'entered-in-error': 'Entered in Error',
} as const;

/** Gravity, `SDOHCC-CodeSystemTemporaryCodes`: domains. Their words differ between its versions. */
export const GRAVITY_DOMAINS = [
  'financial-insecurity',
  'food-insecurity',
  'homelessness',
  'housing-instability',
  'inadequate-housing',
  'language-access',
  'protective-factor',
  'social-connection',
  'stress',
] as const;

export type GravityDomain = (typeof GRAVITY_DOMAINS)[number];

/** The domain that a social prescription of each kind carries; most work on a protective factor. */
export const PRESCRIPTION_DOMAINS = {
  'arts-music': 'protective-factor',
  sport: 'protective-factor',
  play: 'protective-factor',
  mentoring: 'social-connection',
  recreation: 'protective-factor',
  'food-aid': 'food-insecurity',
  respite: 'stress',
  learning: 'protective-factor',
} as const satisfies Readonly<Record<keyof typeof PRESCRIPTION_KINDS, GravityDomain>>;

/** SNOMED CT, Global Patient Set (CC BY 4.0): kinds of referral. */
export const SNOMED_REFERRALS = {
  legal: '710910007',
  community: '710915002',
  communityMeals: '713109004',
} as const;
