import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loopOf } from '../../../../mappings/domain/loop.ts';
import { REFERRAL_STATES, type ReferralState } from '../../../../mappings/domain/referral-state.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aTask, becauseOf, ownedBy, saying } from '../../../builders/a-task.ts';
import { TERMINAL } from './legal-moves.ts';

const BUSINESS = [undefined, 'accepted', 'declined', 'completed', 'cancelled', 'family-told'] as const;
const REASONS = [undefined, 'full', 'withdrawn', 'not-reached', 'family-not-wanted', 'family-moved'] as const;

const withFacts = (status: ReferralState, business?: string, reason?: string): fhir4.Task =>
  aTask({
    status,
    ...(business !== undefined && { businessStatus: saying(business) }),
    ...(reason !== undefined && { statusReason: becauseOf(reason) }),
  });

/** fhir.md §3: «its Task is terminal, no other is under way, and it is written that the child or parent was told; what the family itself ended is closed at once». */
function textCloses(status: ReferralState, business?: string, reason?: string): boolean {
  if (!TERMINAL.includes(status)) return false;
  if (status === 'entered-in-error' || business === 'family-told') return true;
  // What the centre withdrew itself was not ended by the family.
  const familySaidSo =
    reason?.startsWith('family-') === true ||
    (status === 'cancelled' && business === 'cancelled' && reason !== 'withdrawn');
  return familySaidSo && status !== 'completed';
}

test('a request with one Task is closed exactly when fhir.md §3 says so', () => {
  for (const status of REFERRAL_STATES)
    for (const business of BUSINESS)
      for (const reason of REASONS)
        expect({
          status,
          business,
          reason,
          closed: loopOf([withFacts(status, business, reason)], aServiceRequest()).closed,
        }).toEqual({ status, business, reason, closed: textCloses(status, business, reason) });
});

const anyTask = fc
  .record({
    status: fc.constantFrom(...REFERRAL_STATES),
    business: fc.constantFrom(...BUSINESS),
    reason: fc.constantFrom(...REASONS),
    partner: fc.constantFrom('clsc-verdun', 'clsc-hochelaga', 'hopital'),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ status, business, reason, partner, day }) => ({
    ...withFacts(status, business, reason),
    owner: ownedBy(partner),
    authoredOn: `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`,
  }));

test('while any Task is under way the loop is open', () => {
  fc.assert(
    fc.property(fc.array(anyTask, { minLength: 1, maxLength: 5 }), (tasks) => {
      const underWay = tasks.some(({ status }) => !TERMINAL.some((ended) => ended === status));
      if (underWay) expect(loopOf(tasks, aServiceRequest())).toMatchObject({ closed: false });
    }),
    { numRuns: 300 },
  );
});

test('the order in which the Tasks were read does not matter', () => {
  const days = fc.uniqueArray(anyTask, { minLength: 1, maxLength: 5, selector: ({ authoredOn }) => authoredOn });
  fc.assert(
    fc.property(
      days.chain((tasks) => fc.tuple(fc.constant(tasks), fc.shuffledSubarray(tasks, { minLength: tasks.length }))),
      ([tasks, shuffled]) => {
        expect(loopOf(shuffled, undefined)).toEqual(loopOf(tasks, undefined));
      },
    ),
    { numRuns: 300 },
  );
});

test('a request without a Task is addressed to nobody, and open', () => {
  expect(loopOf([], aServiceRequest())).toEqual({ state: 'not-addressed', closed: false, why: 'not-addressed' });
});

test('a decline leaves the loop open until another is asked, whose Task then tells', () => {
  const declined = aTask({ status: 'rejected', owner: ownedBy('clsc-hochelaga'), authoredOn: '2026-03-01T10:00:00Z' });
  const next = aTask({ owner: ownedBy('clsc-verdun'), authoredOn: '2026-03-03T10:00:00Z' });
  expect(loopOf([declined], aServiceRequest()).why).toBe('declined-nothing-proposed');
  expect(loopOf([declined, next], aServiceRequest())).toEqual({ state: 'requested', closed: false, why: 'under-way' });
  expect(
    loopOf([declined, { ...next, status: 'completed', businessStatus: saying('family-told') }], undefined),
  ).toEqual({ state: 'completed', closed: true, why: 'family-told' });
});

test('of two ended Tasks the later one tells, by the instant and not by the text of its date', () => {
  const evening = aTask({ status: 'completed', authoredOn: '2026-03-01T23:00:00-05:00' });
  const earlier = aTask({ status: 'rejected', authoredOn: '2026-03-02T01:00:00Z' });
  expect(loopOf([evening, earlier], undefined).state).toBe('completed');
});

test('of two Tasks asked for at the same moment the one that changed last tells', () => {
  const declined = aTask({ status: 'rejected', lastModified: '2026-03-05T10:00:00Z' });
  const done = aTask({ status: 'completed', lastModified: '2026-03-09T10:00:00Z' });
  expect(loopOf([declined, done], undefined).state).toBe('completed');
  expect(loopOf([done, declined], undefined).state).toBe('completed');
});

test('a Task entered in error hides no decline that is still to be answered for', () => {
  const declined = aTask({ status: 'rejected', owner: ownedBy('hopital') });
  const wrong = aTask({ status: 'entered-in-error', authoredOn: '2026-03-05T10:00:00Z' });
  expect(loopOf([declined, wrong], aServiceRequest()).why).toBe('declined-nothing-proposed');
  expect(loopOf([declined, wrong], aServiceRequest({ status: 'entered-in-error' })).why).toBe('in-error');
});

test('what the family ended is closed at once, whether or not it gave a reason', () => {
  const ended = aTask({ status: 'cancelled', businessStatus: saying('cancelled') });
  expect(loopOf([ended], aServiceRequest())).toEqual({ state: 'cancelled', closed: true, why: 'family-ended' });
});
