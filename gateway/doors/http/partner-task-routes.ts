import { type RequestHandler, Router } from 'express';
import { v5 as uuidFrom } from 'uuid';
import { answerFromTask } from '../../../mappings/dialects/fhir-rest.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { checkResource } from '../../../profiles/check-resource.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { contentHash } from '../../content-hash.ts';
import { GatewayError } from '../../failures.ts';
import type { Intake } from '../../intake.ts';
import type { RequestFinder } from '../../request-finder.ts';
import { throwIfFailed } from './answer-exchange.ts';
import { partnerOf } from './authenticate.ts';
import { languageOf, operationOutcome } from './operation-outcome.ts';
import { waitMsOf } from './request-headers.ts';

export interface PartnerTaskRouteDeps {
  readonly check: (body: unknown) => readonly Issue[];
  readonly intake: Intake;
  readonly finder: RequestFinder;
  readonly body: RequestHandler;
  readonly now: () => Date;
}

const ANSWERS = '7d1c3f52-0a6e-5a86-9c1d-1b5f8e4a6c33';

/** `PUT /fhir/Task?identifier=system|value`: a partner's system says where a request stands. Durable before it is answered. */
export function partnerTaskRoutes({ check, intake, finder, body, now }: PartnerTaskRouteDeps): Router {
  const routes = Router();

  routes.put('/Task', body, async (req, res) => {
    const partner = partnerOf(res);
    const number = numberIn(req.query.identifier);
    const issues = faultsOf(req.body, check);
    if (issues.length > 0) throw new GatewayError('invalidInput', 'not a valid Task', { issues });
    const facts = await finder.taskFacts(number);
    // Unknown and not yours are answered alike.
    if (facts === undefined || facts.partner !== partner) throw new GatewayError('notFound', 'no such task');

    // The schema has just said that the elements that we read have the shape of a Task.
    const task = req.body as fhir4.Task;
    const said = answerFromTask(task, partner);
    if (!said.ok) throw new GatewayError('invalidInput', 'a Task that is not an answer', { issues: said.issues });
    const { centre, child, request } = facts;
    const exchange = await intake.accept({
      event: {
        kind: 'answer',
        exchangeId: uuidFrom(`${number}|${contentHash(task)}`, ANSWERS),
        centre,
        child,
        request,
        fromPartner: partner,
        recordedAt: now().toISOString(),
        answer: said.value.answer,
      },
      identifier: request,
      issues: said.value.issues,
      waitMs: waitMsOf(req),
    });
    throwIfFailed(exchange);
    const done = exchange.state !== 'accepted' && exchange.state !== 'waiting';
    res
      .status(done ? 200 : 202)
      .type('application/fhir+json')
      .json(operationOutcome(exchange.issues ?? [], languageOf(req)));
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
