import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answeredInbound } from '../../../../mappings/concepts/answered-inbound.ts';
import { inboundReferralMapping } from '../../../../mappings/concepts/inbound-referral.ts';
import { bareAnswer, travellingAnswer } from '../../../../mappings/dialects/travelling-answer.ts';
import type { AnswerSaid } from '../../../../mappings/domain/lane-events.ts';
import { inboundReferrals } from '../../../generators/inbound-referrals.ts';
import { mappingContexts } from '../../../generators/mapping-contexts.ts';
import { record } from '../../../generators/record.ts';

const CANARY = 'canari-interne';
const OWNERS = [
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
] as const;
const REASONS = [
  'full',
  'out-of-territory',
  'not-reached',
  'family-not-wanted',
  'family-not-now',
  'family-prefers-another',
  'family-moved',
] as const;

const answers: fc.Arbitrary<AnswerSaid> = record(
  {
    what: fc.constantFrom(...OWNERS),
    happenedAt: fc.constant('2026-03-10T12:00:00-04:00'),
    saidBy: fc.constant(CANARY),
    recordedBy: fc.constant(CANARY),
    reason: fc.constantFrom(...REASONS),
    words: fc.constant(CANARY),
    priority: fc.constantFrom('P1', 'P4'),
    appointmentAt: fc.constant('2026-03-20T09:00:00-04:00'),
    outcome: fc.constant('écrit pour être partagé'),
  },
  { requiredKeys: ['what', 'happenedAt', 'saidBy', 'recordedBy'] },
);

/** A referral with canaries in all that the sender did not say, and its Task after these answers. */
const cases = inboundReferrals()
  .filter(({ status = 'active' }) => status === 'active')
  .chain((referral) => fc.tuple(fc.constant(referral), mappingContexts(referral), fc.array(answers, { maxLength: 4 })));

function onRecord([referral, context, said]: typeof cases extends fc.Arbitrary<infer T> ? T : never) {
  const resources = (inboundReferralMapping.toBundle(referral, context).entry ?? []).map(({ resource }) => resource);
  const request = resources.find((it) => it?.resourceType === 'ServiceRequest');
  const first = resources.find((it) => it?.resourceType === 'Task');
  if (request?.resourceType !== 'ServiceRequest' || first?.resourceType !== 'Task') throw new Error('no request');
  const task = said.reduce<fhir4.Task>((standing, answer, nth) => {
    const event = {
      kind: 'answer',
      exchangeId: `e-${nth}`,
      centre: referral.centre,
      recordedAt: context.recordedAt,
      answer,
    } as const;
    return answeredInbound(standing, event).task ?? standing;
  }, first);
  return { request, task, number: referral.number };
}

test('nothing leaves but the status, the centre’s own reason, the priority, the appointment and the outcome', () => {
  fc.assert(
    fc.property(cases, (drawn) => {
      const { request, task, number } = onRecord(drawn);
      const told = travellingAnswer({ task, request, centre: 'Centre', language: 'fr' });
      if (told === undefined) return;
      expect(told.number).toEqual(number);
      const { words, ...rest } = told.answer;
      expect(JSON.stringify({ ...rest, thread: undefined })).not.toMatch(/canari-interne|family-/);
      // Words leave only as the question that the centre asks.
      if (words?.includes(CANARY) === true) expect(told.answer.what).toBe('awaiting-information');
      expect(Object.keys(told.answer).sort()).toEqual(
        expect.arrayContaining(['channel', 'happenedAt', 'recordedBy', 'saidBy', 'what']),
      );
      const allowed = [
        'what',
        'happenedAt',
        'saidBy',
        'recordedBy',
        'channel',
        'reason',
        'words',
        'priority',
        'appointmentAt',
        'outcome',
      ];
      expect(Object.keys(told.answer).filter((key) => !allowed.includes(key))).toEqual([]);
    }),
  );
});

test('a family’s choice is told as an end, in the partner’s language', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom('fr' as const, 'en' as const), ([referral, context], language) => {
      const answer: AnswerSaid = {
        what: 'declined',
        happenedAt: '2026-03-10',
        saidBy: 'x',
        recordedBy: 'x',
        reason: 'family-not-wanted',
        words: CANARY,
      };
      const { request, task } = onRecord([referral, context, [answer]]);
      const told = travellingAnswer({ task, request, centre: 'Centre', language })?.answer;
      expect(told).toMatchObject({
        what: 'declined',
        words: language === 'fr' ? 'Cette demande a pris fin.' : 'This request has ended.',
      });
      expect(told).not.toHaveProperty('reason');
    }),
  );
});

test('of what nobody answered yet, that it was received is all there is to say', () => {
  fc.assert(
    fc.property(cases, ([referral, context]) => {
      const { request, task } = onRecord([referral, context, []]);
      const told = travellingAnswer({ task, request, centre: 'Centre', language: 'fr' });
      expect(told).toMatchObject({ state: 'requested', answer: { what: 'acknowledged', saidBy: 'Centre' } });
    }),
  );
});

test('of a bare answer only the status and the centre’s own reason are left: no priority, appointment, outcome, question or letter', () => {
  const more = new Set<string>();
  fc.assert(
    fc.property(cases, (drawn) => {
      const { request, task, number } = onRecord(drawn);
      const letters: readonly fhir4.DocumentReference[] = [
        { resourceType: 'DocumentReference', status: 'current', content: [] },
      ];
      const whole = travellingAnswer({ task, request, centre: 'Centre', language: 'fr', letters });
      if (whole === undefined) return;
      const bare = bareAnswer(whole);
      for (const name of Object.keys(whole.answer)) if (!(name in bare.answer)) more.add(name);
      expect(bare).toMatchObject({ number, state: whole.state, letters: [], answer: { what: whole.answer.what } });
      const { words = 'Cette demande a pris fin.', ...rest } = bare.answer;
      expect(words).toBe('Cette demande a pris fin.');
      const kept = ['what', 'happenedAt', 'saidBy', 'recordedBy', 'channel', 'reason'];
      expect(Object.keys(rest).filter((name) => !kept.includes(name))).toEqual([]);
      expect(JSON.stringify(bare.answer)).not.toMatch(/canari-interne|partagé/);
    }),
  );
  expect([...more].sort()).toEqual(['appointmentAt', 'outcome', 'priority', 'words']);
});
