import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actionPlanMapping } from '../../../../mappings/concepts/action-plan.ts';
import type { ConceptMapping, Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { CONCEPT_MAPPINGS } from '../../../../mappings/concepts/concept-mappings.ts';
import type { ActionPlan } from '../../../../mappings/domain/concepts.ts';
import { actionPlans } from '../../../generators/action-plans.ts';
import { childFiles, fileParts } from '../../../generators/child-files.ts';
import { mappingContexts } from '../../../generators/mapping-contexts.ts';
import { aPlan, CONTEXT } from './fixtures.ts';
import { asServed, resourcesOf } from './stored.ts';

const stored = (plan: Partial<ActionPlan>) => resourcesOf(actionPlanMapping.toBundle(aPlan(plan), CONTEXT));

test('the same words said twice are two strengths, and another order changes no identity', () => {
  fc.assert(
    fc.property(actionPlans(), fc.nat(), (plan, turn) => {
      const { strengths = [], goals = [], actions = [] } = plan;
      const turned = {
        ...plan,
        strengths: rotated([...strengths, ...strengths.map(({ id, ...said }) => said)], turn),
        goals: rotated(goals, turn),
        actions: rotated(actions, turn),
      };
      const doubled = { ...turned, strengths: rotated(turned.strengths, turn + 1) };
      const urls = (it: typeof turned) =>
        (actionPlanMapping.toBundle(it, CONTEXT).entry ?? []).map(({ fullUrl }) => fullUrl).sort();
      expect(urls(doubled)).toEqual(urls(turned));
      const observations = resourcesOf(actionPlanMapping.toBundle(turned, CONTEXT)).filter(
        ({ resourceType }) => resourceType === 'Observation',
      );
      expect(observations).toHaveLength(strengths.length * 2);
    }),
  );
});

const rotated = <T>(list: readonly T[], turn: number): T[] =>
  list.length === 0 ? [] : [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)];

test('a goal that the plan does not bring is named and not pointed to inside the Bundle', () => {
  const task = stored({
    goals: [{ id: 'dormir', words: 'Dormir sans avoir peur' }],
    actions: [
      {
        kind: 'commitment',
        what: 'Lire une histoire',
        who: { kind: 'member', id: 'mamie' },
        goals: ['dormir', 'ecole'],
      },
    ],
  }).find(({ resourceType }) => resourceType === 'Task');
  expect(task).toMatchObject({
    extension: [
      {
        valueReference: {
          reference: expect.stringMatching(/^urn:uuid:/),
          type: 'Goal',
          identifier: { value: 'enf-1:dormir' },
        },
      },
      { valueReference: { type: 'Goal', identifier: { value: 'enf-1:ecole' } } },
    ],
  });
  expect(JSON.stringify(task?.resourceType === 'Task' ? task.extension?.[1] : '')).not.toContain('urn:uuid');
});

test('a plan is read though the plan that it replaces lies beside it', () => {
  const before = stored({ id: 'plan-0', title: 'Avant' });
  const plan = { title: 'Après', replaces: 'plan-0' };
  expect(actionPlanMapping.fromResources([...before, ...stored(plan)])).toEqual({ ok: true, value: aPlan(plan) });
});

test('a plan that says it replaces itself is read as it was said', () => {
  const plan = { replaces: 'plan-1' };
  expect(actionPlanMapping.fromResources(stored(plan))).toEqual({ ok: true, value: aPlan(plan) });
});

test('two plans of which neither replaces the other are not one plan', () => {
  expect(actionPlanMapping.fromResources([...stored({}), ...stored({ id: 'plan-2' })])).toMatchObject({
    ok: false,
    issues: [{ code: 'conflict', expression: 'CarePlan' }],
  });
});

test('a plan is read among everything else that stands for the child', () => {
  const cases = childFiles().chain((file) => fc.tuple(fc.constant(file), mappingContexts(file.plan), fc.nat()));
  fc.assert(
    fc.property(cases, ([file, context, seed]) => {
      const everything = fileParts(file)
        .map(({ name, concept }) =>
          (CONCEPT_MAPPINGS[name] as ConceptMapping<unknown>).toBundle(concept as Identified<unknown>, context),
        )
        .flatMap(resourcesOf);
      expect(actionPlanMapping.fromResources(asServed(everything, seed))).toEqual({ ok: true, value: file.plan });
    }),
    { numRuns: 40 },
  );
});

test('what a plan says of a status and what it leaves unsaid are told apart', () => {
  const goal = { words: 'Lire' };
  const action = { kind: 'centre-service', service: 'medical' } as const;
  const said: Partial<ActionPlan> = {
    status: 'active',
    goals: [{ ...goal, status: 'active' }],
    actions: [{ ...action, status: 'planned' }],
  };
  const unsaid: Partial<ActionPlan> = { goals: [goal], actions: [action] };
  expect(actionPlanMapping.fromResources(stored(said))).toEqual({ ok: true, value: aPlan(said) });
  expect(actionPlanMapping.fromResources(stored(unsaid))).toEqual({ ok: true, value: aPlan(unsaid) });
  expect(stored(unsaid)[0]).toMatchObject({ status: 'active' });
});

test('a status that was unsaid and then changed in the record is told', () => {
  const changed = stored({}).map(
    (resource): fhir4.FhirResource =>
      resource.resourceType === 'CarePlan' ? { ...resource, status: 'completed' } : resource,
  );
  expect(actionPlanMapping.fromResources(changed)).toEqual({ ok: true, value: aPlan({ status: 'completed' }) });
});

test('a goal or an action that is not among the resources is told, each by its element', () => {
  const plan = { goals: [{ words: 'Lire' }], actions: [{ kind: 'centre-service', service: 'medical' }] } as const;
  const [root] = stored(plan);
  expect(root && actionPlanMapping.fromResources([root])).toMatchObject({
    ok: false,
    issues: [
      { code: 'not-found', expression: 'CarePlan.goal' },
      { code: 'not-found', expression: 'CarePlan.activity.reference' },
    ],
  });
});
