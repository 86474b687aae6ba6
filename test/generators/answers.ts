import fc from 'fast-check';
import type { Answer, Dispatch } from '../../mappings/domain/concepts.ts';
import { moments, pastMoments } from './moments.ts';
import { record } from './record.ts';
import { factorRatings } from './requests.ts';
import { some, words } from './words.ts';
import { OPEN_WORLD, type World } from './world.ts';

/** An answer that a person writes down: any that the schema admits, whether or not the state machine takes it. */
export const anyAnswers = (world: World = OPEN_WORLD): fc.Arbitrary<Answer> =>
  fc.oneof(
    { weight: 9, arbitrary: answers(world) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(answers(world), passedOn())
        .map(([answer, to]) => ({ ...answer, what: 'passed-on' as const, passedOn: to })),
    },
  );

const passedOn = (): fc.Arbitrary<NonNullable<Answer['passedOn']>> =>
  record(
    {
      to: words(200),
      number: words(200),
      status: fc.constantFrom(
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
      ),
    },
    { requiredKeys: ['to'] },
  );

/** Those that say where the request itself stands: not that it was passed on. */
export const answers = (world: World = OPEN_WORLD): fc.Arbitrary<Answer> =>
  record(
    {
      what: fc.constantFrom(
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
        'family-told',
        'family-ended',
        'entered-in-error',
      ),
      happenedAt: pastMoments,
      saidBy: words(200),
      recordedBy: words(200),
      channel: fc.constantFrom('telephone', 'fax', 'mail', 'email', 'in-person'),
      recipient: world.recipient,
      reason: fc.constantFrom(
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
      ),
      words: words(2000),
      priority: fc.constantFrom('P1', 'P2', 'P3', 'P4'),
      appointmentAt: moments,
      outcome: words(2000),
      ratings: some(factorRatings(world), 6),
    },
    { requiredKeys: ['what', 'happenedAt', 'saidBy', 'recordedBy'] },
  );

/** A note that a printed page has left. */
export const dispatches = (world: World = OPEN_WORLD): fc.Arbitrary<Dispatch> =>
  record(
    {
      happenedAt: pastMoments,
      how: fc.constantFrom('fax', 'mail', 'in-person', 'telephone'),
      recordedBy: words(200),
      recipient: world.recipient,
    },
    { requiredKeys: ['happenedAt', 'how', 'recordedBy'] },
  );
