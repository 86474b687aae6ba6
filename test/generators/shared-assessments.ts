import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { ReadDomain, SharedAssessment, ToxicStress } from '../../mappings/domain/concepts.ts';
import {
  ASSESSMENT_KINDS,
  DEVELOPMENT_AREAS,
  POSITIONS,
  SCHOOL_ASPECTS,
  STRESS_TRENDS,
  TOXIC_STRESSES,
} from '../../profiles/codes/assessment.ts';
import { strengths } from './action-plans.ts';
import { codesOf } from './codes.ts';
import { pastMoments } from './moments.ts';
import { record } from './record.ts';
import { businessIds, some, words } from './words.ts';
import { OPEN_WORLD, people, versions, type World } from './world.ts';

const pastDates = pastMoments.map((moment) => moment.slice(0, 10));

const stresses: fc.Arbitrary<ToxicStress> = record(
  {
    id: businessIds('stress'),
    words: words(1000),
    class: fc.constantFrom(...codesOf(TOXIC_STRESSES)),
    since: pastDates,
    known: fc.constant(true as const),
    trend: fc.constantFrom(...codesOf(STRESS_TRENDS)),
    trendWords: words(1000),
  },
  { requiredKeys: ['words'] },
);

const seen = (world: World) => ({
  id: businessIds('obs'),
  words: words(2000),
  observedOn: pastMoments,
  observedBy: people(world),
  how: fc.oneof(fc.constantFrom('ASQ-3', 'GED', 'pendant le jeu'), words(200)),
});

/** The five domains, each with what may be seen in it; observations share nothing but perhaps their words. */
const domains = (world: World): fc.Arbitrary<ReadDomain> => {
  const whole = { words: words(4000), changedSince: words(4000) };
  const common = seen(world);
  return fc.oneof(
    record(
      {
        domain: fc.constant('development' as const),
        ...whole,
        observations: some(
          record({ ...common, area: fc.constantFrom(...codesOf(DEVELOPMENT_AREAS)) }, { requiredKeys: ['words'] }),
          4,
        ),
      },
      { requiredKeys: ['domain'] },
    ),
    record(
      {
        domain: fc.constant('school' as const),
        ...whole,
        observations: some(
          record({ ...common, aspect: fc.constantFrom(...codesOf(SCHOOL_ASPECTS)) }, { requiredKeys: ['words'] }),
          4,
        ),
      },
      { requiredKeys: ['domain'] },
    ),
    record(
      {
        domain: fc.constantFrom('health', 'psychosocial', 'rights'),
        ...whole,
        observations: some(record(common, { requiredKeys: ['words'] }), 4),
      },
      { requiredKeys: ['domain'] },
    ),
  );
};

/** Observations of one reading have different identifiers, in whichever domains they stand. */
const apart = (drawn: readonly ReadDomain[]): boolean => {
  const ids = drawn.flatMap(({ observations = [] }) => observations.flatMap(({ id }) => id ?? []));
  return new Set(ids).size === ids.length;
};

/** Parts that have ids have different ones; parts without may say the same words. */
const parts = <T extends { readonly id?: string }>(part: fc.Arbitrary<T>) =>
  fc.uniqueArray(part, { minLength: 1, maxLength: 5, comparator: (a, b) => a.id !== undefined && a.id === b.id });

/** A shared assessment, with or without a reading before it and a meeting on record. */
export const sharedAssessments = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<SharedAssessment>> => {
  const optional = {
    ...(world.assessmentId === undefined ? {} : { previous: world.assessmentId }),
    ...(world.contactId === undefined ? {} : { meeting: world.contactId }),
  };
  return record(
    {
      id: businessIds('lecture'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      child: record({ id: world.childId }),
      status: fc.constantFrom('in-progress', 'completed', 'entered-in-error'),
      kind: fc.constantFrom(...codesOf(ASSESSMENT_KINDS)),
      ...optional,
      present: some(people(world), 4),
      author: record({ kind: fc.constant('professional' as const), id: businessIds('pro'), name: words(200) }),
      summary: words(10_000),
      changedSince: words(4000),
      strengths: parts(strengths),
      domains: fc
        .uniqueArray(domains(world), { minLength: 1, maxLength: 5, selector: ({ domain }) => domain })
        .filter(apart),
      stresses: parts(stresses),
      positions: some(
        record(
          { who: people(world), position: fc.constantFrom(...codesOf(POSITIONS)), words: words(2000) },
          { requiredKeys: ['who', 'position'] },
        ),
        4,
      ),
      note: words(4000),
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'child'] },
  ).filter(({ id, previous }) => id !== previous);
};
