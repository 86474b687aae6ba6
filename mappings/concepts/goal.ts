import { GOAL_CATEGORIES } from '../../profiles/codes.ts';
import type { PlanGoal } from '../domain/concepts.ts';
import { CODE_SYSTEMS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { codeFrom, codingOf, codingsOf, wordFrom } from './code-map.ts';
import { extensionValuesIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { type Identity, identifierOf, partId, partIdentities } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { present, several } from './present.ts';
import { identifierIn, referenceInside, referenceOutside } from './reference.ts';
import { childReference, referenceFromWho, type WhoScope, whoFromReference } from './who.ts';

const CATEGORY = { system: CODE_SYSTEMS.goalCategory, table: GOAL_CATEGORIES };
const STATUSES = {
  proposed: 'proposed',
  accepted: 'accepted',
  active: 'active',
  'on-hold': 'on-hold',
  completed: 'completed',
  cancelled: 'cancelled',
} as const satisfies Record<NonNullable<PlanGoal['status']>, string>;

/** How a child's goal is named: once for all plans, since a need that goes on is the same need. */
export const goalNamed =
  ({ centre, childId }: WhoScope) =>
  (id: string): Pick<Identity, 'system' | 'value'> => ({ system: IDENTIFIERS.goal(centre), value: `${childId}:${id}` });

const goalIdentity = (id: string, scope: WhoScope): Identity<'Goal'> => ({ type: 'Goal', ...goalNamed(scope)(id) });

/** Each goal of a plan with its identity, in their order. */
export const identifiedGoals = (goals: readonly PlanGoal[], scope: WhoScope, root: Identity) =>
  partIdentities(goals, {
    centre: scope.centre,
    type: 'Goal',
    root,
    kind: 'goal',
    named: goalNamed(scope),
    words: ({ words }) => [words],
  });

/** Total: every goal has a Goal. */
export const goalResourceFrom = (goal: PlanGoal, identity: Identity, scope: WhoScope): fhir4.Goal =>
  present({
    resourceType: 'Goal',
    meta: { profile: [PROFILES.goal] },
    identifier: [identifierOf(identity)],
    lifecycleStatus: goal.status ?? 'active',
    _lifecycleStatus: impliedMark(goal.status),
    category: goal.category && [{ coding: [codingOf(CATEGORY, goal.category)] }],
    description: { text: goal.words },
    subject: childReference(scope),
    startDate: goal.agreedOn,
    target: several(goal.dueDate === undefined ? [] : [{ dueDate: goal.dueDate }]),
    expressedBy: goal.expressedBy && referenceFromWho(goal.expressedBy, scope),
  });

/** The goal back. */
export function planGoalFrom(
  resource: fhir4.Goal,
  reference: fhir4.Reference,
  scope: WhoScope,
  found: Findings,
): PlanGoal | undefined {
  const words = found.required(resource.description.text, 'Goal.description.text');
  const identifier = identifierIn(reference);
  return words === undefined
    ? undefined
    : present({
        id: identifier && partId(identifier, goalNamed(scope)),
        words,
        expressedBy: whoFromReference(resource.expressedBy, scope, 'Goal.expressedBy', found),
        category: codeFrom(CATEGORY, codingsOf(resource.category), 'Goal.category', found),
        status: wordFrom(
          STATUSES,
          saidStatus(resource.lifecycleStatus, resource._lifecycleStatus, 'active'),
          'Goal.lifecycleStatus',
          found,
        ),
        agreedOn: resource.startDate,
        dueDate: resource.target?.find(({ dueDate }) => dueDate !== undefined)?.dueDate,
      });
}

/** Says which goals something serves; a goal that is not among `inside` stands in HAPI already. */
export const pertainsToGoals = (
  ids: readonly string[] | undefined,
  scope: WhoScope,
  inside: ReadonlySet<string> = new Set(),
): fhir4.Extension[] =>
  (ids ?? []).map((id) => ({
    url: FOREIGN.pertainsToGoal,
    valueReference: (inside.has(id) ? referenceInside : referenceOutside)(goalIdentity(id, scope)),
  }));

/** The goals that something serves, back. */
export const goalsServed = (
  resource: fhir4.DomainResource,
  scope: WhoScope,
  found: Findings,
): readonly string[] | undefined =>
  several(
    extensionValuesIn(resource, FOREIGN.pertainsToGoal, 'valueReference').flatMap((reference) => {
      const identifier = identifierIn(reference);
      const id = identifier && partId(identifier, goalNamed(scope));
      return found.required(id, `${resource.resourceType}.extension('${FOREIGN.pertainsToGoal}')`) ?? [];
    }),
  );
