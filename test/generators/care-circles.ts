import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { CareCircle, Child, Member } from '../../mappings/domain/concepts.ts';
import { KINSHIPS, LEGAL_ROLES, PILLARS } from '../../profiles/codes.ts';
import { codesOf } from './codes.ts';
import { healthCards } from './health-cards.ts';
import { partialDates, pastMoments, periods } from './moments.ts';
import { addresses, telecoms } from './reach.ts';
import { record } from './record.ts';
import { fileLabels } from './sensitivity-labels.ts';
import { businessIds, directoryIds, languages, personNames, some, words } from './words.ts';
import { OPEN_WORLD, versions, type World } from './world.ts';

/** A child: with no card or several, no given name, no birth date, no address: all are ordinary. */
export const children = ({ childId }: World = OPEN_WORLD): fc.Arbitrary<Child> =>
  record(
    {
      id: childId,
      name: personNames,
      birthDate: partialDates,
      gender: fc.constantFrom('male', 'female', 'other', 'unknown'),
      cards: some(healthCards, 4),
      languages: some(languages, 4),
      interpreterRequired: fc.boolean(),
      labels: fileLabels,
      address: addresses,
    },
    { requiredKeys: ['id', 'name'] },
  );

const place = {
  pillar: fc.constantFrom(...codesOf(PILLARS)),
  role: words(200),
  languages: some(languages, 3),
  telecom: some(telecoms, 3),
  period: periods,
};

const persons = <K extends 'family' | 'community'>(kind: K) =>
  record(
    {
      kind: fc.constant(kind),
      id: businessIds('mem'),
      ...place,
      name: personNames,
      kinship: fc.constantFrom(...codesOf(KINSHIPS)),
      legalRole: fc.constantFrom(...codesOf(LEGAL_ROLES)),
    },
    { requiredKeys: ['kind', 'name'] },
  );

/** A member of a circle, of any kind. */
export const members: fc.Arbitrary<Member> = fc.oneof(
  persons('family'),
  persons('community'),
  record(
    {
      kind: fc.constant('professional' as const),
      id: directoryIds('pro'),
      ...place,
      name: words(200),
      organization: record({ id: directoryIds('org'), name: words(200) }),
    },
    { requiredKeys: ['kind', 'id', 'name'] },
  ),
  record(
    { kind: fc.constant('institution' as const), id: directoryIds('org'), ...place, name: words(200) },
    { requiredKeys: ['kind', 'id', 'name'] },
  ),
);

/** A care circle; its pivot, when it has one, is a member. */
export const careCircles = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<CareCircle>> =>
  record(
    {
      id: businessIds('cercle'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      child: children(world),
      status: fc.constantFrom('proposed', 'active', 'suspended', 'inactive', 'entered-in-error'),
      period: periods,
      members: fc.uniqueArray(members, {
        minLength: 1,
        maxLength: 8,
        comparator: (a, b) => a.id !== undefined && a.id === b.id,
      }),
      pivotRank: fc.nat(7),
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'child'] },
  ).map(({ pivotRank, ...circle }) => {
    const pivot = pivotRank === undefined ? undefined : circle.members?.[pivotRank]?.id;
    return pivot === undefined ? circle : { ...circle, pivot };
  });
