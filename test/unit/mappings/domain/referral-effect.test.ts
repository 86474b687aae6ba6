import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ACTS,
  type Circumstances,
  effectOf,
  impliedSteps,
  mayMove,
} from '../../../../mappings/domain/referral-effect.ts';
import { REFERRAL_STATES, type ReferralState } from '../../../../mappings/domain/referral-state.ts';
import { type Act, ANSWER_MEANINGS, REFERRAL_TABLE, sideOf } from '../../../../mappings/domain/referral-table.ts';
import { OWNER_MAY, TERMINAL, textAllows } from './legal-moves.ts';

const BOOLEANS = [false, true];
const EVERY_CIRCUMSTANCE: readonly Required<Circumstances>[] = BOOLEANS.flatMap((accepted) =>
  BOOLEANS.flatMap((started) =>
    BOOLEANS.flatMap((stopAsked) =>
      BOOLEANS.flatMap((beforeCancellation) =>
        BOOLEANS.map((older) => ({ accepted, started, stopAsked, beforeCancellation, older })),
      ),
    ),
  ),
);
const EVERY_ACT = ACTS.flatMap((act) =>
  REFERRAL_STATES.flatMap((from) => EVERY_CIRCUMSTANCE.map((known) => ({ act, from, known }))),
);

test('each move of each side is legal exactly when fhir.md §3 says so', () => {
  const moves = REFERRAL_STATES.flatMap((from) =>
    REFERRAL_STATES.flatMap((to) =>
      (['requester', 'owner'] as const).flatMap((by) =>
        EVERY_CIRCUMSTANCE.filter(({ older }) => !older).map((known) => ({ from, to, by, ...known })),
      ),
    ),
  );
  expect(moves).toHaveLength(11 * 11 * 2 * 16);
  expect(moves.filter((move) => mayMove(move) !== textAllows(move.from, move.to, move.by, move))).toEqual([]);
});

test('every answer and every revision has its row, and every row an act', () => {
  const answers: readonly string[] = Object.keys(ANSWER_MEANINGS);
  expect([...answers, 'asked', 'withdrawn'].sort()).toEqual(Object.keys(REFERRAL_TABLE).sort());
});

test('no act ever makes an illegal move, whatever is known', () => {
  const illegal = EVERY_ACT.filter(({ act, from, known }) => {
    const effect = effectOf(act, from, known);
    return effect.kind === 'moves' && !textAllows(from, effect.to, sideOf(act), known);
  });
  expect(illegal).toEqual([]);
});

test('the same act again moves nothing', () => {
  for (const { act, from, known } of EVERY_ACT) {
    const first = effectOf(act, from, known);
    if (first.kind === 'moves') expect([act, from, effectOf(act, first.to, known).kind]).not.toContain('moves');
  }
});

test('whatever is done, and in whatever order, a terminal state is left by the two moves only', () => {
  const known = fc.record({
    accepted: fc.boolean(),
    stopAsked: fc.boolean(),
    beforeCancellation: fc.boolean(),
    older: fc.boolean(),
  });
  const acts = fc.array(fc.record({ act: fc.constantFrom(...ACTS), known }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom('draft' as const, 'requested' as const), acts, (start, done) => {
      let state: ReferralState = start;
      for (const { act, known: circumstances } of done) {
        const effect = effectOf(act, state, circumstances);
        if (effect.kind !== 'moves') continue;
        const inError = effect.to === 'entered-in-error' && sideOf(act) === 'requester';
        const doneBefore = state === 'cancelled' && effect.to === 'completed' && circumstances.beforeCancellation;
        if (TERMINAL.includes(state)) expect(inError || doneBefore).toBe(true);
        state = effect.to;
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the owner moves nothing that has not been sent, and nothing that was entered in error', () => {
  for (const from of ['draft', 'entered-in-error'] as const)
    for (const act of ACTS.filter((it) => sideOf(it) === 'owner'))
      for (const known of EVERY_CIRCUMSTANCE)
        expect([act, effectOf(act, from, known).kind]).toEqual([act, 'recorded-only']);
});

test('what happened before what stands never pauses, resumes, or takes an acceptance back; what goes forward counts however late', () => {
  for (const from of REFERRAL_STATES)
    for (const act of ACTS.filter((it) => sideOf(it) === 'owner')) {
      const [inTime, late] = [
        effectOf(act, from, { accepted: true }),
        effectOf(act, from, { accepted: true, older: true }),
      ];
      if (inTime.kind !== 'moves') continue;
      const sideways =
        inTime.to === 'on-hold' ||
        (inTime.to === 'rejected' && ['accepted', 'on-hold'].includes(from)) ||
        (from === 'on-hold' && ['accepted', 'in-progress'].includes(inTime.to));
      expect([act, from, late.kind]).toEqual([act, from, sideways ? 'recorded-only' : 'moves']);
    }
});

test.each([
  ['accepted', 'draft', {}, 'not-sent', 'nothing'],
  ['family-told', 'draft', {}, 'not-sent', 'nothing'],
  ['accepted', 'accepted', {}, 'repeated', 'all'],
  ['accepted', 'accepted', { older: true }, 'repeated', 'missing'],
  ['completed', 'completed', {}, 'repeated', 'missing'],
  ['accepted', 'rejected', {}, 'terminal', 'nothing'],
  ['waitlisted', 'completed', {}, 'terminal', 'nothing'],
  ['completed', 'cancelled', {}, 'terminal', 'nothing'],
  ['acknowledged', 'accepted', {}, 'backward', 'missing'],
  ['accepted', 'in-progress', {}, 'backward', 'missing'],
  ['declined', 'in-progress', {}, 'backward', 'missing'],
  ['acknowledged', 'on-hold', { accepted: true }, 'backward', 'missing'],
  ['scheduled', 'in-progress', { older: true }, 'out-of-order', 'missing'],
  ['awaiting-information', 'in-progress', { older: true }, 'out-of-order', 'missing'],
  ['declined', 'accepted', { older: true }, 'out-of-order', 'missing'],
  ['cancelled', 'accepted', {}, 'not-asked', 'nothing'],
  ['cancelled', 'cancelled', { stopAsked: true }, 'repeated', 'missing'],
] as const)('%s on a %s request %j is only recorded: %s, and keeps %s', (act, from, known, why, keeps) => {
  expect(effectOf(act, from, known)).toEqual({ kind: 'recorded-only', why, keeps });
});

test.each([
  ['waitlisted', 'accepted'],
  ['scheduled', 'in-progress'],
  ['no-show', 'in-progress'],
  ['awaiting-information', 'on-hold'],
  ['passed-on', 'requested'],
  ['family-told', 'completed'],
  ['family-told', 'rejected'],
] as const)('%s on a %s request says more, and moves nothing', (act, from) => {
  expect(effectOf(act, from)).toEqual({ kind: 'says-more' });
});

test.each([
  ['requested', false, 'moves'],
  ['received', false, 'moves'],
  ['accepted', true, 'asks-to-stop'],
  ['in-progress', true, 'asks-to-stop'],
  ['on-hold', true, 'asks-to-stop'],
  ['on-hold', false, 'moves'],
] as const)('withdrawing a %s request (accepted before: %s): %s', (from, accepted, kind) => {
  expect(effectOf('withdrawn', from, { accepted }).kind).toBe(kind);
  // What the family takes back stops at once.
  expect(effectOf('family-ended', from, { accepted })).toEqual({ kind: 'moves', to: 'cancelled', implied: [] });
});

test('accepted work that was asked to stop is ended by its owner: stopped, or done', () => {
  for (const from of ['accepted', 'in-progress', 'on-hold'] as const) {
    expect(effectOf('cancelled', from, { stopAsked: true })).toMatchObject({ kind: 'moves', to: 'cancelled' });
    expect(effectOf('completed', from, { stopAsked: true })).toMatchObject({ kind: 'moves', to: 'completed' });
  }
});

test('one answer when all is done implies the steps between', () => {
  expect(effectOf('completed', 'requested')).toEqual({
    kind: 'moves',
    to: 'completed',
    implied: ['accepted', 'in-progress'],
  });
  expect(effectOf('started', 'received')).toEqual({ kind: 'moves', to: 'in-progress', implied: ['accepted'] });
});

test('a pause implies again nothing that was before it, and leaves out nothing that was not', () => {
  expect(impliedSteps('on-hold', 'completed')).toEqual(['accepted', 'in-progress']);
  expect(impliedSteps('on-hold', 'completed', { accepted: true })).toEqual(['in-progress']);
  expect(impliedSteps('on-hold', 'completed', { accepted: true, started: true })).toEqual([]);
});

test('implied steps are a legal way from one state to the other', () => {
  for (const from of REFERRAL_STATES)
    for (const to of OWNER_MAY[from])
      for (const known of EVERY_CIRCUMSTANCE) {
        const way = [from, ...impliedSteps(from, to, known), to];
        for (let step = 1; step < way.length; step += 1)
          expect(OWNER_MAY[way[step - 1] as ReferralState]).toContain(way[step]);
      }
});

const actsOf = (side: 'requester' | 'owner'): readonly Act[] => ACTS.filter((act) => sideOf(act) === side);

test('the requester owns the request, the cancellation and family-told; the owner all else', () => {
  expect(actsOf('requester')).toEqual(['asked', 'withdrawn', 'family-ended', 'entered-in-error', 'family-told']);
  expect(actsOf('owner')).toHaveLength(ACTS.length - 5);
});
