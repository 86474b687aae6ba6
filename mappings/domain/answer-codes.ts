import type { AnswerSaid } from './lane-events.ts';

/** Every reason that an answer may give, by the partner or by the family (fhir.md §3). */
export const ANSWER_REASONS: readonly NonNullable<AnswerSaid['reason']>[] = [
  'full',
  'out-of-territory',
  'not-eligible',
  'wrong-service',
  'duplicate',
  'family-not-wanted',
  'family-not-now',
  'family-prefers-another',
  'family-moved',
  'not-reached',
];

/** Priorities that a CLSC gives after its intake (MSSS 7.03 and 7.04). */
export const ANSWER_PRIORITIES: readonly NonNullable<AnswerSaid['priority']>[] = ['P1', 'P2', 'P3', 'P4'];
