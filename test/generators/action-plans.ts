import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { ActionPlan, PlanAction, PlanGoal, Strength } from '../../mappings/domain/concepts.ts';
import { CENTRE_SERVICES, GOAL_CATEGORIES, PROTECTIVE_FACTORS } from '../../profiles/codes.ts';
import { codesOf } from './codes.ts';
import { moments, partialDates, periods } from './moments.ts';
import { record } from './record.ts';
import { businessIds, some, words } from './words.ts';
import { OPEN_WORLD, people, versions, type World } from './world.ts';

const factors = fc.constantFrom(...codesOf(PROTECTIVE_FACTORS));
const actionStatuses = fc.constantFrom('planned', 'in-progress', 'on-hold', 'completed', 'cancelled');

const strengths: fc.Arbitrary<Strength> = record(
  { id: businessIds('force'), words: words(1000), factor: factors },
  { requiredKeys: ['words'] },
);

const goals = (world: World): fc.Arbitrary<PlanGoal> =>
  record(
    {
      id: businessIds('but'),
      words: words(1000),
      expressedBy: people(world),
      category: fc.constantFrom(...codesOf(GOAL_CATEGORIES)),
      status: fc.constantFrom('proposed', 'accepted', 'active', 'on-hold', 'completed', 'cancelled'),
      agreedOn: partialDates,
      dueDate: partialDates,
    },
    { requiredKeys: ['words'] },
  );

const actions = (world: World, ownGoals: readonly string[]): fc.Arbitrary<PlanAction> => {
  const { goalId } = world;
  const pools = [
    ...(goalId === undefined ? [] : [goalId]),
    ...(ownGoals.length === 0 ? [] : [fc.constantFrom(...ownGoals)]),
  ];
  const served: { readonly goals?: fc.Arbitrary<string[]> } =
    pools.length === 0 ? {} : { goals: some(fc.oneof(...pools), 3) };
  return fc.oneof(
    record(
      {
        kind: fc.constant('commitment' as const),
        id: businessIds('act'),
        what: words(1000),
        who: people(world),
        ...served,
        byWhen: partialDates,
        status: actionStatuses,
      },
      { requiredKeys: ['kind', 'what', 'who'] },
    ),
    record(
      {
        kind: fc.constant('centre-service' as const),
        id: businessIds('act'),
        service: fc.constantFrom(...codesOf(CENTRE_SERVICES)),
        what: words(1000),
        ...served,
        byWhen: partialDates,
        status: actionStatuses,
      },
      { requiredKeys: ['kind', 'service'] },
    ),
  );
};

/** Parts that have ids have different ones; parts without may say the same words. */
const parts = <T extends { readonly id?: string }>(part: fc.Arbitrary<T>) =>
  fc.uniqueArray(part, { minLength: 1, maxLength: 5, comparator: (a, b) => a.id !== undefined && a.id === b.id });

/** An action plan, whose actions serve its own goals or goals that stand elsewhere. */
export const actionPlans = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<ActionPlan>> =>
  parts(goals(world)).chain((listed) => {
    const optional = {
      ...(world.circleId === undefined ? {} : { circle: world.circleId }),
      ...(world.planId === undefined ? {} : { replaces: world.planId }),
    };
    return record(
      {
        id: businessIds('plan'),
        version: versions,
        centre: world.centre,
        happenedAt: moments,
        child: record({ id: world.childId }),
        status: fc.constantFrom('draft', 'active', 'on-hold', 'completed', 'revoked', 'entered-in-error'),
        period: periods,
        title: words(200),
        author: people(world),
        contributors: some(people(world), 4),
        ...optional,
        understoodTogether: words(10_000),
        strengths: parts(strengths),
        goals: fc.constant(listed),
        actions: parts(
          actions(
            world,
            listed.flatMap(({ id }) => id ?? []),
          ),
        ),
        followUpOn: partialDates,
        note: words(4000),
      },
      { requiredKeys: ['id', 'centre', 'happenedAt', 'child'] },
    );
  });
