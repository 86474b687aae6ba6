import { CENTRE_SERVICES } from '../../profiles/codes.ts';
import type { PlanAction } from '../domain/concepts.ts';
import { CODE_SYSTEMS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { codeFrom, codeMap, codingOf } from './code-map.ts';
import { centreIdentity } from './directory.ts';
import type { Findings } from './findings.ts';
import type { FoundResources } from './found-resources.ts';
import { goalsServed, pertainsToGoals } from './goal.ts';
import { type Identity, identifierOf, partId, partIdentities } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { present, several } from './present.ts';
import { identifierIn, referenceInside } from './reference.ts';
import { childReference, referenceFromWho, type WhoScope, whoFromReference } from './who.ts';

type Commitment = Extract<PlanAction, { readonly kind: 'commitment' }>;
type CentreService = Extract<PlanAction, { readonly kind: 'centre-service' }>;
type Status = NonNullable<PlanAction['status']>;

const SERVICE = { system: CODE_SYSTEMS.centreService, table: CENTRE_SERVICES };

const taskStatuses = codeMap<Status, fhir4.Task['status']>({
  planned: 'requested',
  'in-progress': 'in-progress',
  'on-hold': 'on-hold',
  completed: 'completed',
  cancelled: 'cancelled',
});
const requestStatuses = codeMap<Status, fhir4.ServiceRequest['status']>({
  planned: 'draft',
  'in-progress': 'active',
  'on-hold': 'on-hold',
  completed: 'completed',
  cancelled: 'revoked',
});

/** The plan in which an action stands. */
export interface ActionScope extends WhoScope {
  readonly plan: Identity;
  /** Ids of the goals that the plan itself brings. */
  readonly goals: ReadonlySet<string>;
}

const actionNamed =
  ({ plan, centre }: Pick<ActionScope, 'plan' | 'centre'>) =>
  (id: string) => ({
    system: IDENTIFIERS.planAction(centre),
    value: `${plan.value}:${id}`,
  });

/** Each action of a plan with its identity, in their order: a Task for what a person commits to, a ServiceRequest for a service of the centre. */
export const identifiedActions = (actions: readonly PlanAction[], scope: Pick<ActionScope, 'plan' | 'centre'>) =>
  partIdentities(actions, {
    centre: scope.centre,
    type: ({ kind }) => (kind === 'commitment' ? 'Task' : 'ServiceRequest'),
    root: scope.plan,
    kind: 'action',
    named: actionNamed(scope),
    words: (action) => [action.kind, action.kind === 'commitment' ? '' : action.service, action.what ?? ''],
  });

/** Total: every action has a resource. */
export const resourceFromAction = (
  action: PlanAction,
  identity: Identity,
  scope: ActionScope,
): fhir4.Task | fhir4.ServiceRequest =>
  action.kind === 'commitment'
    ? taskFromCommitment(action, identity, scope)
    : requestFromService(action, identity, scope);

const taskFromCommitment = (action: Commitment, identity: Identity, scope: ActionScope): fhir4.Task =>
  present({
    resourceType: 'Task',
    meta: { profile: [PROFILES.commitment] },
    extension: several(pertainsToGoals(action.goals, scope, scope.goals)),
    identifier: [identifierOf(identity)],
    basedOn: [referenceInside(scope.plan)],
    status: taskStatuses.toFhir(action.status ?? 'planned'),
    _status: impliedMark(action.status),
    intent: 'plan',
    description: action.what,
    for: childReference(scope),
    owner: referenceFromWho(action.who, scope),
    restriction: action.byWhen === undefined ? undefined : { period: { end: action.byWhen } },
  });

const requestFromService = (action: CentreService, identity: Identity, scope: ActionScope): fhir4.ServiceRequest =>
  present({
    resourceType: 'ServiceRequest',
    meta: { profile: [PROFILES.centreService] },
    extension: several(pertainsToGoals(action.goals, scope, scope.goals)),
    identifier: [identifierOf(identity)],
    basedOn: [referenceInside(scope.plan)],
    status: requestStatuses.toFhir(action.status ?? 'planned'),
    _status: impliedMark(action.status),
    intent: 'plan',
    code: present({ coding: [codingOf(SERVICE, action.service)], text: action.what }),
    subject: childReference(scope),
    occurrencePeriod: action.byWhen === undefined ? undefined : { end: action.byWhen },
    performer: [referenceInside(centreIdentity(scope.centre))],
  });

/** The action back, from the activity that refers to it. */
export function planActionFrom(
  reference: fhir4.Reference | undefined,
  scope: Omit<ActionScope, 'goals'>,
  resources: FoundResources,
  found: Findings,
): PlanAction | undefined {
  const identifier = identifierIn(reference);
  const id = identifier && partId(identifier, actionNamed(scope));
  if (reference?.type === 'Task') {
    const task = resources.at('Task', reference, 'CarePlan.activity.reference', found);
    return task && commitmentFrom(task, id, scope, found);
  }
  const request = resources.at('ServiceRequest', reference, 'CarePlan.activity.reference', found);
  return request && serviceFrom(request, id, scope, found);
}

function commitmentFrom(
  task: fhir4.Task,
  id: string | undefined,
  scope: WhoScope,
  found: Findings,
): Commitment | undefined {
  const what = found.required(task.description, 'Task.description');
  const who = found.required(whoFromReference(task.owner, scope, 'Task.owner', found), 'Task.owner');
  if (what === undefined || who === undefined) return undefined;
  return present({
    kind: 'commitment',
    id,
    what,
    who,
    goals: goalsServed(task, scope, found),
    byWhen: task.restriction?.period?.end,
    status: taskStatuses.toDomain(saidStatus(task.status, task._status, 'requested'), 'Task.status', found),
  });
}

function serviceFrom(
  request: fhir4.ServiceRequest,
  id: string | undefined,
  scope: WhoScope,
  found: Findings,
): CentreService | undefined {
  const service = found.required(
    codeFrom(SERVICE, request.code?.coding, 'ServiceRequest.code', found),
    'ServiceRequest.code',
  );
  if (service === undefined) return undefined;
  return present({
    kind: 'centre-service',
    id,
    service,
    what: request.code?.text,
    goals: goalsServed(request, scope, found),
    byWhen: request.occurrencePeriod?.end,
    status: requestStatuses.toDomain(
      saidStatus(request.status, request._status, 'draft'),
      'ServiceRequest.status',
      found,
    ),
  });
}
