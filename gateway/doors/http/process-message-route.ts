import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { v5 as uuidFrom } from 'uuid';
import {
  type Asked,
  askedIn,
  type MessageResponse,
  messageResponse,
} from '../../../mappings/dialects/messaging/message-response.ts';
import { checkResource } from '../../../profiles/check-resource.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';
import type { Hearing } from '../../hearing/hear.ts';
import type { Registry } from '../../registry.ts';
import { throwIfFailed } from './answer-exchange.ts';
import { partnerOf } from './authenticate.ts';
import { failureTold } from './error-answer.ts';
import type { NoteRefusal } from './note-refusal.ts';
import { languageOf, operationOutcome } from './operation-outcome.ts';
import { waitMsOf } from './request-headers.ts';

export interface ProcessMessageRouteDeps {
  readonly hearing: Hearing;
  readonly registry: Registry;
  readonly body: RequestHandler;
  readonly noteRefusal: NoteRefusal;
  readonly log: Logger;
}

const ANSWERS = '4f2a9d6e-7c31-5b0f-9e8a-1d5c3b7a6f20';

/**
 * `POST /fhir/$process-message` (R4 operation process-message): a partner's message, in its own dialect, answered by a message once all of
 * it is durable. `transient-error` asks for the same message again, `fatal-error` says what to repair; what cannot be told from a message
 * at all gets an OperationOutcome alone. The same MessageHeader.id again gets the same answer.
 */
export function processMessageRoute({ hearing, registry, body, ...told }: ProcessMessageRouteDeps): Router {
  const routes = Router();

  const taken: RequestHandler = async (req, res) => {
    const partner = partnerOf(res, registry);
    const bundle: unknown = req.body;
    const asked = askedIn(bundle);
    if (!isBundle(bundle) || asked === undefined)
      throw new GatewayError('invalidInput', 'not a message', { issues: [NOT_A_MESSAGE] });
    const faults = checkResource(bundle).filter(isGrave);
    if (faults.length > 0) throw new GatewayError('invalidInput', 'not a valid message', { issues: faults });

    const { exchanges, issues } = await hearing.hear(partner, { form: 'fhir', bundle }, waitMsOf(req));
    for (const exchange of exchanges) throwIfFailed(exchange);
    const done = exchanges.every(({ state }) => state !== 'accepted' && state !== 'waiting');
    answer(req, res, { ...asked, partner: partner.id, status: done ? 200 : 202, code: 'ok', issues });
  };
  routes.post('/$process-message', body, taken, failedMessage(registry, told));
  return routes;
}

/** What went wrong with a message, as a message; what is none goes on to where every failure is told. */
function failedMessage(
  registry: Registry,
  { log, noteRefusal }: Pick<ProcessMessageRouteDeps, 'log' | 'noteRefusal'>,
): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    const asked = res.headersSent ? undefined : askedIn(req.body);
    // Who may not come here is told so as everywhere else.
    if (asked === undefined || (error instanceof GatewayError && error.kind === 'forbidden')) {
      next(error);
      return;
    }
    await noteRefusal(error, req, res);
    const partner = partnerOf(res, registry).id;
    const { kind, status, issues } = failureTold(error, log, res);
    if (kind === 'unavailable') res.set('Retry-After', '5');
    answer(req, res, {
      ...asked,
      partner,
      status,
      code: TRY_AGAIN.has(kind) ? 'transient-error' : 'fatal-error',
      issues,
    });
  };
}

/** Failures of our side, which the sender did not cause and cannot repair. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['unavailable', 'recordFailed', 'internal']);

interface Answering extends Asked, Pick<MessageResponse, 'code'> {
  readonly partner: string;
  readonly status: number;
  readonly issues: readonly Issue[];
}

function answer(req: Request, res: Response, { partner, status, code, issues, ...asked }: Answering): void {
  const language = languageOf(req);
  const id = uuidFrom(`${partner}|${asked.messageId}|${code}`, ANSWERS);
  const details = issues.length === 0 ? {} : { details: operationOutcome(issues, language) };
  res
    .status(status)
    .set('Content-Language', language)
    .type('application/fhir+json')
    .json(messageResponse({ ...asked, id, code, ...details }));
}

/**
 * A code that a system does not have is no reason to lose a message: where we read it, the dialect warns of it. Nor is an entry without a
 * fullUrl or an id, as Ontario's systems send them: the dialect finds what a reference means, or says that it leads nowhere.
 */
const isGrave = ({ severity, code, rule }: Issue): boolean =>
  severity === 'error' && rule !== 'code' && !(rule === 'bundle' && code === 'required');

/** The checker says the rest, just after. */
const isBundle = (body: unknown): body is fhir4.Bundle<fhir4.FhirResource> =>
  typeof body === 'object' && body !== null && 'resourceType' in body && body.resourceType === 'Bundle';

const NOT_A_MESSAGE: Issue = {
  severity: 'error',
  code: 'structure',
  expression: 'Bundle',
  text: {
    fr: 'Un message FHIR est attendu ici : Bundle de type « message », MessageHeader d’abord, avec un id et un événement.',
    en: 'A FHIR message is expected here: a Bundle of type "message", MessageHeader first, with an id and an event.',
  },
};
