import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { DirectoryResource, OpenHours, ResourcePlace } from '../../mappings/domain/concepts.ts';
import { COSTS, REFERRAL_METHODS, RESOURCE_KINDS, SERVICE_MODES } from '../../profiles/codes/directory.ts';
import { PROGRAMMES } from '../../profiles/codes.ts';
import { codesOf } from './codes.ts';
import { partialDates, pastMoments, periods } from './moments.ts';
import { addresses, telecoms } from './reach.ts';
import { record } from './record.ts';
import { businessIds, directoryIds, languages, some, words } from './words.ts';
import { OPEN_WORLD, versions, type World } from './world.ts';

const days = fc.uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), {
  minLength: 1,
  maxLength: 7,
});
const times = fc.integer({ min: 0, max: 1_439 }).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));

const hours: fc.Arbitrary<OpenHours> = fc.oneof(
  record({ days, allDay: fc.constant(true as const) }, { requiredKeys: ['allDay'] }),
  record({ days, from: times, to: times }, { requiredKeys: ['from'] }),
  record({ days }),
);

const ages = fc
  .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }))
  .map(([one, other]) => ({ ageFrom: Math.min(one, other), ageTo: Math.max(one, other) }));

const eligibilities = fc.oneof(
  ages,
  record({ ageFrom: fc.integer({ min: 0, max: 120 }), words: words(2000) }, { requiredKeys: ['ageFrom'] }),
  record({ ageTo: fc.integer({ min: 0, max: 120 }) }),
  record({ words: words(2000) }),
);

const places: fc.Arbitrary<ResourcePlace> = fc.oneof(
  record(
    { id: businessIds('lieu'), name: words(200), address: addresses, telecom: some(telecoms, 2), words: words(1000) },
    { requiredKeys: ['name'] },
  ),
  record({ address: addresses }),
  record({ id: businessIds('lieu'), words: words(1000) }),
);

const capacities = fc.oneof(
  record({ places: fc.nat(100_000), waiting: words(500), asOf: partialDates }, { requiredKeys: ['places'] }),
  record({ waiting: words(500) }),
);

const named = (prefix: string) => record({ id: directoryIds(prefix), name: words(200) }, { requiredKeys: ['id'] });

/** An entry of a centre's resource directory. */
export const resources = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<DirectoryResource>> =>
  record(
    {
      id: businessIds('res'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      name: words(200),
      active: fc.boolean(),
      kinds: some(fc.constantFrom(...codesOf(RESOURCE_KINDS)), 4),
      offers: words(4000),
      organization: named('org'),
      partner: world.recipient,
      places: fc.uniqueArray(places, {
        minLength: 1,
        maxLength: 3,
        comparator: (a, b) => a.id !== undefined && a.id === b.id,
      }),
      territories: some(named('terr'), 3),
      eligibility: eligibilities,
      cost: fc.oneof(
        record({ kind: fc.constantFrom(...codesOf(COSTS)), words: words(500) }, { requiredKeys: ['kind'] }),
        record({ words: words(500) }),
      ),
      programmes: some(fc.constantFrom(...codesOf(PROGRAMMES)), 2),
      languages: some(languages, 4),
      modes: some(fc.constantFrom(...codesOf(SERVICE_MODES)), 2),
      hours: some(hours, 3),
      hoursInWords: words(1000),
      closures: some(record({ words: words(500), period: periods }, { requiredKeys: ['words'] }), 2),
      referralMethods: some(fc.constantFrom(...codesOf(REFERRAL_METHODS)), 3),
      telecom: some(telecoms, 3),
      capacity: capacities,
      comment: words(4000),
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'name'] },
  );
