import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type {
  Barrier,
  FactorRating,
  LegalReferral,
  SafeContact,
  ServiceReferral,
  SocialPrescription,
} from '../../mappings/domain/concepts.ts';
import {
  BARRIER_KINDS,
  LEGAL_MANDATES,
  NETWORK_SERVICES,
  PRESCRIPTION_KINDS,
  PROGRAMMES,
  PROTECTIVE_FACTORS,
} from '../../profiles/codes.ts';
import { codesOf } from './codes.ts';
import { moments, pastMoments } from './moments.ts';
import { record } from './record.ts';
import { sensitivityLabels } from './sensitivity-labels.ts';
import { businessIds, languages, some, words } from './words.ts';
import { agreements, OPEN_WORLD, people, versions, type World } from './world.ts';

const contactDetails = {
  number: fc.constantFrom('514 555-0177', 'tante@exemple.ca'),
  when: words(200),
  language: languages,
  interpreter: fc.boolean(),
  mustNot: some(words(200), 4),
};
const means = fc.constantFrom('telephone', 'sms', 'email', 'letter', 'in-person');

/** An article of the UNCRC, words, or both. */
export const rights = fc.oneof(
  record({ article: fc.integer({ min: 1, max: 54 }), words: words(500) }, { requiredKeys: ['article'] }),
  record({ words: words(500) }),
);

/** Whom it is safe to contact: through the centre, with or without more, or a person by a means. */
export const safeContacts: fc.Arbitrary<SafeContact> = fc.oneof(
  fc.constant({ through: 'centre' } as const),
  record(
    { through: fc.constant('centre' as const), person: words(200), means, ...contactDetails },
    { requiredKeys: ['through'] },
  ),
  record(
    { through: fc.constant('person' as const), person: words(200), means, ...contactDetails },
    { requiredKeys: ['through', 'person', 'means'] },
  ),
);

/** Ratings of protective factors; the same factor may be rated by several people. */
export const factorRatings = (world: World): fc.Arbitrary<FactorRating> =>
  record(
    {
      factor: fc.constantFrom(...codesOf(PROTECTIVE_FACTORS)),
      rating: fc.integer({ min: 1, max: 5 }),
      words: words(500),
      by: people(world),
      at: moments,
    },
    { requiredKeys: ['factor', 'rating'] },
  );

const barriers = (world: World): fc.Arbitrary<Barrier> =>
  record(
    { kind: fc.constantFrom(...codesOf(BARRIER_KINDS)), words: words(500), liftedBy: words(500), who: people(world) },
    { requiredKeys: ['kind'] },
  );

/** The ids without which no request is one; everything else may be absent, save what each kind requires. */
const REQUIRED = ['id', 'centre', 'happenedAt', 'child', 'safeContact'] as const;

const shared = (world: World) => ({
  id: businessIds('ref'),
  version: versions,
  centre: world.centre,
  happenedAt: pastMoments,
  child: record({ id: world.childId }),
  status: fc.constantFrom('draft', 'active', 'revoked', 'completed', 'entered-in-error'),
  statusReason: words(1000),
  requester: people(world),
  recipient: world.recipient,
  reason: words(4000),
  urgency: fc.constantFrom('routine', 'urgent', 'immediate'),
  safeContact: safeContacts,
  agreements: some(agreements(world), 4),
  ...(world.goalId === undefined ? {} : { goals: some(world.goalId, 4) }),
  ...(world.planId === undefined ? {} : { plan: world.planId }),
  ...(world.replacedId === undefined ? {} : { replaces: world.replacedId }),
  note: words(4000),
});

/** A social prescription. */
export const socialPrescriptions = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<SocialPrescription>> =>
  record(
    {
      ...shared(world),
      kind: fc.constantFrom(...codesOf(PRESCRIPTION_KINDS)),
      what: words(1000),
      coProducers: some(people(world), 4),
      barriers: some(barriers(world), 4),
      ratingsBefore: some(factorRatings(world), 6),
      labels: sensitivityLabels,
    },
    { requiredKeys: [...REQUIRED, 'kind'] },
  );

/** A legal referral. */
export const legalReferrals = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<LegalReferral>> =>
  record(
    {
      ...shared(world),
      mandate: fc.constantFrom(...codesOf(LEGAL_MANDATES)),
      rights: some(rights, 4),
      childWishes: words(4000),
      bindingDate: moments,
      language: languages,
      conflictCheckNames: some(words(200), 3),
      facts: words(10_000),
    },
    { requiredKeys: [...REQUIRED, 'mandate'] },
  );

/** A referral to the public network. */
export const serviceReferrals = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<ServiceReferral>> =>
  record(
    {
      ...shared(world),
      programme: fc.constantFrom(...codesOf(PROGRAMMES)),
      service: fc.constantFrom(...codesOf(NETWORK_SERVICES)),
      what: words(1000),
      labels: sensitivityLabels,
    },
    { requiredKeys: [...REQUIRED, 'programme'] },
  );
