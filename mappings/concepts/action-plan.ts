import type { ActionPlan } from '../domain/concepts.ts';
import { EXTENSIONS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { wordFrom } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry } from './directory.ts';
import { extension, extensionIn } from './extension.ts';
import { findings } from './findings.ts';
import { childIdIn, foundResources } from './found-resources.ts';
import { goalResourceFrom, identifiedGoals, planGoalFrom } from './goal.ts';
import { type Identity, identifierOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { fhirPeriodFrom, periodFrom } from './period.ts';
import { identifiedActions, planActionFrom, resourceFromAction } from './plan-actions.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { numberIn, referenceInside, referenceOutside } from './reference.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { rightExtension, rightsFrom } from './right-concerned.ts';
import { assessmentIdentity } from './shared-assessment.ts';
import { identifiedStrengths, observationFromStrength, strengthFrom } from './strength.ts';
import { childReference, referenceFromWho, whoEntries, whoFromReference } from './who.ts';

const STATUSES = {
  draft: 'draft',
  active: 'active',
  'on-hold': 'on-hold',
  completed: 'completed',
  revoked: 'revoked',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<NonNullable<ActionPlan['status']>, string>;

/** Action plan ⇄ CarePlan with its Goals, strengths (Observation), commitments (Task) and services of the centre (ServiceRequest). */
export const actionPlanMapping: ConceptMapping<ActionPlan> = {
  name: 'action-plan',
  root: (centre) => ({ type: 'CarePlan', system: IDENTIFIERS.actionPlan(centre) }),
  toBundle: bundleFromActionPlan,
  fromResources: actionPlanFromResources,
};

/** Everything of one plan, with identities. */
function partsOf(plan: Identified<ActionPlan>) {
  const { centre, child } = plan;
  const root: Identity = planIdentity(centre, plan.id);
  const scope = { centre, childId: child.id };
  return {
    root,
    scope,
    strengths: identifiedStrengths(plan.strengths ?? [], scope, root),
    goals: identifiedGoals(plan.goals ?? [], scope, root),
    actions: identifiedActions(plan.actions ?? [], { plan: root, centre }),
  };
}

type Parts = ReturnType<typeof partsOf>;

/** How a plan is known. */
export const planIdentity = (centre: string, id: string): Identity<'CarePlan'> => ({
  type: 'CarePlan',
  system: IDENTIFIERS.actionPlan(centre),
  value: id,
});

function bundleFromActionPlan(plan: Identified<ActionPlan>, context: MappingContext): fhir4.Bundle<fhir4.FhirResource> {
  const parts = partsOf(plan);
  const { root, scope, strengths, goals, actions } = parts;
  const own = new Set((plan.goals ?? []).flatMap(({ id }) => id ?? []));
  const written = [
    putEntry(root, carePlanFrom(plan, parts, context)),
    ...goals.map(([goal, identity]) => putEntry(identity, goalResourceFrom(goal, identity, scope))),
    ...strengths.map(([strength, identity]) => putEntry(identity, observationFromStrength(strength, identity, scope))),
    ...actions.map(([action, identity]) =>
      putEntry(identity, resourceFromAction(action, identity, { ...scope, plan: root, goals: own })),
    ),
  ];
  const people = [
    plan.author,
    ...(plan.contributors ?? []),
    ...(plan.goals ?? []).map(({ expressedBy }) => expressedBy),
    ...(plan.actions ?? []).map((action) => (action.kind === 'commitment' ? action.who : undefined)),
  ];
  const home = centreIdentity(plan.centre);
  const agent = plan.author === undefined ? referenceInside(home) : referenceFromWho(plan.author, scope);
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    ...whoEntries(people, scope),
    provenanceEntry(written, { happenedAt: plan.happenedAt, agent }, context),
  ]);
}

function carePlanFrom(
  plan: Identified<ActionPlan>,
  { root, scope, strengths, goals, actions }: Parts,
  context: MappingContext,
): fhir4.CarePlan {
  const circle: Identity | undefined =
    plan.circle === undefined
      ? undefined
      : { type: 'CareTeam', system: IDENTIFIERS.careCircle(plan.centre), value: plan.circle };
  return present({
    resourceType: 'CarePlan',
    meta: { profile: [PROFILES.actionPlan] },
    extension: [
      revisionExtension(plan, context),
      ...extension(EXTENSIONS.reviewOn, 'valueDate', plan.followUpOn),
      ...(plan.rights ?? []).map(rightExtension),
    ],
    identifier: [identifierOf(root)],
    replaces: plan.replaces === undefined ? undefined : [replacedReference(plan, root)],
    status: plan.status ?? 'active',
    _status: impliedMark(plan.status),
    intent: 'plan',
    title: plan.title,
    description: plan.understoodTogether,
    subject: childReference(scope),
    period: plan.period && fhirPeriodFrom(plan.period),
    author: plan.author && referenceFromWho(plan.author, scope),
    contributor: several(plan.contributors?.map((who) => referenceFromWho(who, scope))),
    careTeam: circle && [referenceOutside(circle)],
    supportingInfo: several([
      ...(plan.assessment === undefined ? [] : [referenceOutside(assessmentIdentity(plan.centre, plan.assessment))]),
      ...strengths.map(([, identity]) => referenceInside(identity)),
    ]),
    goal: several(goals.map(([, identity]) => referenceInside(identity))),
    activity: several(actions.map(([, identity]) => ({ reference: referenceInside(identity) }))),
    note: plan.note === undefined ? undefined : [{ text: plan.note }],
  });
}

/** A plan that says that it replaces itself is in its own Bundle. */
function replacedReference({ centre, id, replaces = id }: Identified<ActionPlan>, root: Identity): fhir4.Reference {
  return replaces === id ? referenceInside(root) : referenceOutside(planIdentity(centre, replaces));
}

function actionPlanFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const index = foundResources(resources);
  const root = index.root('CarePlan', IDENTIFIERS.actionPlan, found);
  if (root === undefined) return found.settle<Identified<ActionPlan>>(undefined);
  const { resource: plan, centre, id } = root;
  const childId = found.required(childIdIn(plan.subject, centre), 'CarePlan.subject.identifier');
  const revision = revisionFrom(plan, found);
  if (childId === undefined || revision === undefined) return found.settle<Identified<ActionPlan>>(undefined);
  const identity = planIdentity(centre, id);
  const scope = { centre, childId, plan: identity };
  return found.settle<Identified<ActionPlan>>(
    present({
      id,
      ...revision,
      centre,
      child: { id: childId },
      status: wordFrom(STATUSES, saidStatus(plan.status, plan._status, 'active'), 'CarePlan.status', found),
      period: plan.period && periodFrom(plan.period),
      title: plan.title,
      author: whoFromReference(plan.author, scope, 'CarePlan.author', found),
      contributors: several(
        plan.contributor?.flatMap((who) => whoFromReference(who, scope, 'CarePlan.contributor', found) ?? []),
      ),
      circle: numberIn(plan.careTeam?.[0], IDENTIFIERS.careCircle(centre), 'CarePlan.careTeam', found),
      replaces: numberIn(plan.replaces?.[0], IDENTIFIERS.actionPlan(centre), 'CarePlan.replaces', found),
      assessment: numberIn(assessmentIn(plan), IDENTIFIERS.sharedAssessment(centre), 'CarePlan.supportingInfo', found),
      understoodTogether: plan.description,
      rights: rightsFrom(plan, found),
      strengths: several(
        plan.supportingInfo?.flatMap((reference) => {
          if (isReading(reference)) return [];
          const resource = index.at('Observation', reference, 'CarePlan.supportingInfo', found);
          return (resource && strengthFrom(resource, reference, identity, scope, found)) ?? [];
        }),
      ),
      goals: several(
        plan.goal?.flatMap((reference) => {
          const resource = index.at('Goal', reference, 'CarePlan.goal', found);
          return (resource && planGoalFrom(resource, reference, scope, found)) ?? [];
        }),
      ),
      actions: several(plan.activity?.flatMap(({ reference }) => planActionFrom(reference, scope, index, found) ?? [])),
      followUpOn: extensionIn(plan, EXTENSIONS.reviewOn, 'valueDate'),
      note: plan.note?.[0]?.text,
    }),
  );
}

/** Among what supports the plan, the reading; the rest is its strengths. */
const isReading = ({ type }: fhir4.Reference): boolean => type === 'ClinicalImpression';
const assessmentIn = ({ supportingInfo }: fhir4.CarePlan) => supportingInfo?.find(isReading);
