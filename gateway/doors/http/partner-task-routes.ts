import { type Request, type RequestHandler, type Response, Router } from 'express';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { checkResource } from '../../../profiles/check-resource.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { CollectedRequests } from '../../disclosure/collected-requests.ts';
import { GatewayError } from '../../failures.ts';
import type { Hearing } from '../../hearing/hear.ts';
import type { Partner, Registry } from '../../registry.ts';
import { throwIfFailed } from './answer-exchange.ts';
import { partnerOf } from './authenticate.ts';
import { pollerOf } from './collector.ts';
import { languageOf, operationOutcome } from './operation-outcome.ts';
import { waitMsOf } from './request-headers.ts';

export interface PartnerTaskRouteDeps {
  readonly check: (body: unknown) => readonly Issue[];
  readonly hearing: Hearing;
  readonly collected: Pick<CollectedRequests, 'show'>;
  readonly registry: Registry;
  readonly body: RequestHandler;
}

/**
 * `PUT /fhir/Task?identifier=system|value`: a partner's system says where a request stands; `PUT /fhir/Task/{id}` with `If-Match` for one
 * that collects its requests here. Durable before it is answered.
 */
export function partnerTaskRoutes(deps: PartnerTaskRouteDeps): Router {
  const { registry, collected, body } = deps;
  const routes = Router();

  routes.put('/Task', body, async (req, res) => {
    const partner = partnerOf(res, registry);
    const task = taskIn(req, deps);
    // What it passed on has a number of its own there, and names ours in `partOf`.
    const said = task.partOf === undefined ? numbered(task, numberIn(req.query.identifier)) : task;
    await answerHeard(deps, partner, said, req, res);
  });

  routes.put('/Task/:id', body, async (req: Request<{ id: string }>, res) => {
    const partner = pollerOf(res, registry);
    const { id } = req.params;
    const task = taskIn(req, deps);
    const shown = await collected.show(partner, id);
    if (shown === undefined) throw new GatewayError('notFound', 'nothing of this partner');
    const version = req.get('if-match')?.trim();
    if (version !== undefined && version.replace(/^W\//, '') !== `"${shown.task.meta.versionId}"`)
      throw new GatewayError('preconditionFailed', `task ${id} has changed`, { issues: [CHANGED_SINCE] });
    await answerHeard(deps, partner, numbered(task, id), req, res);
  });

  return routes;
}

const numbered = (task: fhir4.Task, value: string): fhir4.Task => ({
  ...task,
  identifier: [{ system: IDENTIFIERS.task, value }],
});

/** The Task in the body. Throws GatewayError `invalidInput` with everything that is wrong. */
function taskIn(req: Request<{ id?: string }>, { check }: PartnerTaskRouteDeps): fhir4.Task {
  const issues = faultsOf(req.body, check);
  if (issues.length > 0) throw new GatewayError('invalidInput', 'not a valid Task', { issues });
  // The schema has just said that the elements that we read have the shape of a Task.
  return req.body as fhir4.Task;
}

async function answerHeard(
  { hearing }: PartnerTaskRouteDeps,
  partner: Partner,
  task: fhir4.Task,
  req: Request<{ id?: string }>,
  res: Response,
): Promise<void> {
  const { exchanges, issues } = await hearing.hear(
    partner,
    { form: 'fhir', bundle: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: task }] } },
    waitMsOf(req),
  );
  for (const exchange of exchanges) throwIfFailed(exchange);
  const done = exchanges.every(({ state }) => state !== 'accepted' && state !== 'waiting');
  res
    .status(done ? 200 : 202)
    .type('application/fhir+json')
    .json(operationOutcome(issues, languageOf(req)));
}

/**
 * What we read must have the shape that we read; the rest must be R4, and follow what it says that it follows. More may be there, and a
 * code that a system does not have is no reason to lose an answer: where we read it, the mapping warns of it.
 */
function faultsOf(body: unknown, check: PartnerTaskRouteDeps['check']): readonly Issue[] {
  const unreadable = check(body);
  if (unreadable.length > 0) return unreadable;
  return checkResource(body).filter(({ severity, rule }) => severity === 'error' && rule !== 'code');
}

function numberIn(identifier: unknown): string {
  const [, value] =
    typeof identifier === 'string' && identifier.startsWith(`${IDENTIFIERS.task}|`) ? identifier.split('|') : [];
  if (value === undefined || value === '') throw new GatewayError('malformed', 'identifier', { issues: [NO_NUMBER] });
  return value;
}

const NO_NUMBER: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'http.identifier',
  text: {
    fr: `Nommez la tâche : ?identifier=${IDENTIFIERS.task}|… avec le numéro reçu, jamais vide.`,
    en: `Name the task: ?identifier=${IDENTIFIERS.task}|… with the number received, never empty.`,
  },
};

const CHANGED_SINCE: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'http.If-Match',
  text: {
    fr: 'La tâche a changé depuis que vous l’avez lue. Relisez-la, puis répondez avec le nouvel ETag.',
    en: 'The Task has changed since you read it. Read it again, then answer with the new ETag.',
  },
};
