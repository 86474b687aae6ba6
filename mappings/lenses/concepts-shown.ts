import type { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';

/**
 * What of each concept any partner may see at all: of a circle the child alone, never a member nor how to reach one; of requests and letters what
 * the partner’s lens names; of everything else nothing, whatever the partner.
 */
export const CONCEPTS_SHOWN = {
  'care-circle': 'child-only',
  'social-prescription': 'through-lens',
  'legal-referral': 'through-lens',
  'service-referral': 'through-lens',
  letter: 'through-lens',
  'shared-assessment': 'never',
  'action-plan': 'never',
  contact: 'never',
  appointment: 'never',
  consent: 'never',
  'outcome-evaluation': 'never',
  enrolment: 'never',
  'request-note': 'never',
  resource: 'never',
  'mother-file': 'never',
} as const satisfies Readonly<Record<keyof typeof CONCEPT_PLURALS, 'child-only' | 'through-lens' | 'never'>>;
