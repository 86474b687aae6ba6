import { expect, test } from '@jest/globals';
import { isReferralState, isTerminal, REFERRAL_STATES } from '../../../../mappings/domain/referral-state.ts';
import { TERMINAL } from './legal-moves.ts';

test('the terminal states are the five that fhir.md §3 names', () => {
  expect(REFERRAL_STATES.filter(isTerminal).sort()).toEqual([...TERMINAL].sort());
});

test('a Task.status that we do not use is not a state of ours', () => {
  expect(REFERRAL_STATES.every(isReferralState)).toBe(true);
  expect(['ready', 'toString', '', undefined].some(isReferralState)).toBe(false);
});
