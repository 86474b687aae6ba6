import { type RequestHandler, Router } from 'express';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { checkResource } from '../../../profiles/check-resource.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import type { Hearing } from '../../hear.ts';
import type { Registry } from '../../registry.ts';
import { throwIfFailed } from './answer-exchange.ts';
import { partnerOf } from './authenticate.ts';
import { languageOf, operationOutcome } from './operation-outcome.ts';
import { waitMsOf } from './request-headers.ts';

export interface PartnerTaskRouteDeps {
  readonly check: (body: unknown) => readonly Issue[];
  readonly hearing: Hearing;
  readonly registry: Registry;
  readonly body: RequestHandler;
}

/** `PUT /fhir/Task?identifier=system|value`: a partner's system says where a request stands. Durable before it is answered. */
export function partnerTaskRoutes({ check, hearing, registry, body: jsonBody }: PartnerTaskRouteDeps): Router {
  const routes = Router();

  routes.put('/Task', jsonBody, async (req, res) => {
    const partner = partnerOf(res, registry);
    const issues = faultsOf(req.body, check);
    if (issues.length > 0) throw new GatewayError('invalidInput', 'not a valid Task', { issues });
    // The schema has just said that the elements that we read have the shape of a Task.
    const body = req.body as fhir4.Task;
    // What it passed on has a number of its own there, and names ours in `partOf`.
    const task =
      body.partOf === undefined
        ? { ...body, identifier: [{ system: IDENTIFIERS.task, value: numberIn(req.query.identifier) }] }
        : body;
    const { exchanges, issues: told } = await hearing.hear(
      partner,
      { form: 'fhir', bundle: { resourceType: 'Bundle', type: 'collection', entry: [{ resource: task }] } },
      waitMsOf(req),
    );
    for (const exchange of exchanges) throwIfFailed(exchange);
    const done = exchanges.every(({ state }) => state !== 'accepted' && state !== 'waiting');
    res
      .status(done ? 200 : 202)
      .type('application/fhir+json')
      .json(operationOutcome(told, languageOf(req)));
  });

  return routes;
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
