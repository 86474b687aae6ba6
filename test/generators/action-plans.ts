import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { ActionPlan, PlanAction, PlanGoal, Strength } from '../../mappings/domain/concepts.ts';
import { CENTRE_SERVICES, GOAL_CATEGORIES, PROTECTIVE_FACTORS } from '../../profiles/codes.ts';
import { codesOf } from './codes.ts';
import { partialDates, pastMoments, periods } from './moments.ts';
import { record } from './record.ts';
import { rights } from './requests.ts';
import { businessIds, some, words } from './words.ts';
import { OPEN_WORLD, people, versions, type World } from './world.ts';

const factors = fc.constantFrom(...codesOf(PROTECTIVE_FACTORS));
const actionStatuses = fc.constantFrom('planned', 'in-progress', 'on-hold', 'completed', 'cancelled');

/** What is strong around a child, in words. */
export const strengths: fc.Arbitrary<Strength> = record(
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

/** Goals that an action serves: by id those that stand elsewhere, by rank those of the plan itself. */
const served = ({ goalId }: World) => some(goalId === undefined ? fc.nat(4) : fc.oneof(goalId, fc.nat(4)), 3);

const actions = (world: World) =>
  fc.oneof(
    record(
      {
        kind: fc.constant('commitment' as const),
        id: businessIds('act'),
        what: words(1000),
        who: people(world),
        goals: served(world),
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
        goals: served(world),
        byWhen: partialDates,
        status: actionStatuses,
      },
      { requiredKeys: ['kind', 'service'] },
    ),
  );

/** The action with the ids of the goals it serves; a rank at which the plan has no goal with an id serves none. */
function settled<A extends { readonly goals?: readonly (string | number)[] }>(
  { goals, ...action }: A,
  own: readonly PlanGoal[],
) {
  const ids = (goals ?? []).flatMap((goal) => (typeof goal === 'string' ? goal : (own[goal]?.id ?? [])));
  return ids.length === 0 ? action : { ...action, goals: ids };
}

/** Parts that have ids have different ones; parts without may say the same words. */
const parts = <T extends { readonly id?: string }>(part: fc.Arbitrary<T>) =>
  fc.uniqueArray(part, { minLength: 1, maxLength: 5, comparator: (a, b) => a.id !== undefined && a.id === b.id });

/** An action plan, whose actions serve its own goals or goals that stand elsewhere. */
export const actionPlans = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<ActionPlan>> => {
  const optional = {
    ...(world.circleId === undefined ? {} : { circle: world.circleId }),
    ...(world.planId === undefined ? {} : { replaces: world.planId }),
    ...(world.assessmentId === undefined ? {} : { assessment: world.assessmentId }),
  };
  return record(
    {
      id: businessIds('plan'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      child: record({ id: world.childId }),
      status: fc.constantFrom('draft', 'active', 'on-hold', 'completed', 'revoked', 'entered-in-error'),
      period: periods,
      title: words(200),
      author: people(world),
      contributors: some(people(world), 4),
      ...optional,
      understoodTogether: words(10_000),
      rights: some(rights, 3),
      strengths: parts(strengths),
      goals: parts(goals(world)),
      actions: parts(actions(world)),
      followUpOn: partialDates,
      note: words(4000),
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'child'] },
  ).map(({ actions: drawn, ...plan }) => {
    if (drawn === undefined) return plan;
    return {
      ...plan,
      actions: drawn.map(
        (action): PlanAction =>
          action.kind === 'commitment' ? settled(action, plan.goals ?? []) : settled(action, plan.goals ?? []),
      ),
    };
  });
};
