import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ANSWER_MEANINGS,
  effectOf,
  impliedSteps,
  isReferralState,
  isTerminal,
  mayMove,
  REFERRAL_STATES,
  type ReferralState,
} from '../../../../mappings/domain/referral-state.ts';
import { OWNER_MAY, TERMINAL, textAllows } from './legal-moves.ts';

type What = keyof typeof ANSWER_MEANINGS;
const ANSWERS = Object.keys(ANSWER_MEANINGS) as What[];
const EVERY_MOVE = REFERRAL_STATES.flatMap((from) =>
  REFERRAL_STATES.flatMap((to) =>
    (['requester', 'owner'] as const).flatMap((by) =>
      [false, true].map((beforeCancellation) => ({ from, to, by, beforeCancellation })),
    ),
  ),
);
const EVERY_ANSWER = ANSWERS.flatMap((what) =>
  REFERRAL_STATES.flatMap((from) => [false, true].map((before) => ({ what, from, before }))),
);

test('each move of each side is legal exactly when fhir.md §3 says so', () => {
  expect(EVERY_MOVE).toHaveLength(11 * 11 * 2 * 2);
  const differing = EVERY_MOVE.filter(
    (move) => mayMove(move) !== textAllows(move.from, move.to, move.by, move.beforeCancellation),
  );
  expect(differing).toEqual([]);
});

test('the terminal states are the five that fhir.md §3 names', () => {
  expect(REFERRAL_STATES.filter(isTerminal).sort()).toEqual([...TERMINAL].sort());
});

test('a Task.status that we do not use is not a state of ours', () => {
  expect(REFERRAL_STATES.every(isReferralState)).toBe(true);
  expect(['ready', 'toString', '', undefined].some(isReferralState)).toBe(false);
});

test('no answer ever makes an illegal move', () => {
  const illegal = EVERY_ANSWER.filter(({ what, from, before }) => {
    const effect = effectOf(what, from, before);
    return effect.kind === 'moves' && !textAllows(from, effect.to, ANSWER_MEANINGS[what].by, before);
  });
  expect(illegal).toEqual([]);
});

test('an answer whose own state is legal moves there, whatever else it says', () => {
  const held = EVERY_ANSWER.filter(({ what, from, before }) => {
    const { state, onlyFrom, by } = ANSWER_MEANINGS[what];
    if (state === undefined || (onlyFrom !== undefined && !onlyFrom.includes(from))) return false;
    return textAllows(from, state, by, before) && effectOf(what, from, before).kind !== 'moves';
  });
  expect(held).toEqual([]);
});

test('the same answer again moves nothing', () => {
  for (const { what, from, before } of EVERY_ANSWER) {
    const first = effectOf(what, from, before);
    if (first.kind === 'moves') expect(effectOf(what, first.to, before).kind).not.toBe('moves');
  }
});

test('whatever is answered, and in whatever order, a terminal state is left by the two moves only', () => {
  const acts = fc.array(fc.record({ what: fc.constantFrom(...ANSWERS), before: fc.boolean() }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom('draft' as const, 'requested' as const), acts, (start, said) => {
      let state: ReferralState = start;
      for (const { what, before } of said) {
        const effect = effectOf(what, state, before);
        if (effect.kind !== 'moves') continue;
        const inError = effect.to === 'entered-in-error' && ANSWER_MEANINGS[what].by === 'requester';
        const doneBefore = state === 'cancelled' && effect.to === 'completed' && before;
        if (TERMINAL.includes(state)) expect(inError || doneBefore).toBe(true);
        state = effect.to;
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the owner moves nothing that has not been sent, and nothing that was entered in error', () => {
  for (const from of ['draft', 'entered-in-error'] as const)
    for (const what of ANSWERS.filter((it) => ANSWER_MEANINGS[it].by === 'owner'))
      expect([what, effectOf(what, from, true).kind]).toEqual([what, 'recorded-only']);
});

test.each([
  ['accepted', 'draft', 'not-sent'],
  ['family-told', 'draft', 'not-sent'],
  ['accepted', 'accepted', 'repeated'],
  ['completed', 'completed', 'repeated'],
  ['accepted', 'rejected', 'terminal'],
  ['waitlisted', 'completed', 'terminal'],
  ['completed', 'cancelled', 'terminal'],
  ['acknowledged', 'accepted', 'backward'],
  ['accepted', 'in-progress', 'backward'],
  ['declined', 'in-progress', 'backward'],
] as const)('%s on a %s request is only recorded: %s', (what, from, why) => {
  expect(effectOf(what, from)).toEqual({ kind: 'recorded-only', why });
});

test.each([
  ['waitlisted', 'accepted'],
  ['scheduled', 'in-progress'],
  ['no-show', 'in-progress'],
  ['family-told', 'completed'],
  ['family-told', 'rejected'],
] as const)('%s on a %s request says more, and moves nothing', (what, from) => {
  expect(effectOf(what, from)).toEqual({ kind: 'says-more' });
});

test('one answer when all is done implies the steps between', () => {
  expect(effectOf('completed', 'requested')).toEqual({
    kind: 'moves',
    to: 'completed',
    implied: ['accepted', 'in-progress'],
  });
  expect(effectOf('started', 'received')).toEqual({ kind: 'moves', to: 'in-progress', implied: ['accepted'] });
});

test('implied steps are a legal way from one state to the other', () => {
  for (const from of REFERRAL_STATES)
    for (const to of OWNER_MAY[from]) {
      const way = [from, ...impliedSteps(from, to), to];
      for (let step = 1; step < way.length; step += 1)
        expect(OWNER_MAY[way[step - 1] as ReferralState]).toContain(way[step]);
    }
});
