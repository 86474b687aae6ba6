import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import { FAULTS, type Fault, type FaultSwitch } from '../faults.ts';
import type { Office } from '../office.ts';
import { PartnerProblem, problemFrom } from '../problem.ts';
import { capabilityStatement } from './capability-statement.ts';
import { operationOutcome } from './operation-outcome.ts';
import { transactionFrom } from './transaction.ts';

export interface FhirRestReceiveOptions {
  readonly office: Pick<Office, 'receive' | 'turnAway'>;
  readonly faults: Pick<FaultSwitch, 'take'>;
  /** What the gateway must present. */
  readonly token: string;
  readonly name: string;
  readonly now: () => Date;
  /** Ends a late answer when the sandbox stops. */
  readonly signal: AbortSignal;
}

const MEDIA_TYPES = ['application/fhir+json', 'application/json'];
const BODY_MAX = '5mb';

/** The FHIR endpoint: a transaction of conditional updates comes in, a transaction-response goes out. */
export function fhirRestReceive({ office, faults, token, name, now, signal }: FhirRestReceiveOptions): Router {
  const routes = Router();

  routes.get('/metadata', (_req, res) => {
    answerJson(res, 200, capabilityStatement(name, now()));
  });

  routes.use(misbehave(faults, office));
  routes.use(bearer(token));
  routes.post('/', express.json({ type: MEDIA_TYPES, limit: BODY_MAX }), async (req, res) => {
    if (!req.is(MEDIA_TYPES)) {
      throw new PartnerProblem(
        415,
        {
          fr: 'content-type : application/fhir+json est attendu.',
          en: 'content-type: application/fhir+json is expected.',
        },
        'content-type',
      );
    }
    const stored = office.receive(transactionFrom(req.body));
    const entry = stored.map(({ location, created }) => ({
      response: { status: created ? '201 Created' : '200 OK', location },
    }));
    await answer(res, 200, { resourceType: 'Bundle', type: 'transaction-response', entry }, signal);
  });
  routes.use(() => {
    throw new PartnerProblem(404, {
      fr: 'Ce bac à sable ne reçoit que POST d’une transaction.',
      en: 'This sandbox receives only a POST of a transaction.',
    });
  });

  const refuse: ErrorRequestHandler = async (error, _req, res, _next) => {
    const problem = problemFrom(error);
    office.turnAway(problem.text, problem.status);
    if (problem.status === 401) res.set('www-authenticate', 'Bearer');
    await answer(res, problem.status, operationOutcome(problem), signal);
  };
  routes.use(refuse);
  return routes;
}

/** The faults that keep nothing act here, before anything is read; the others act on the answer. */
function misbehave(faults: Pick<FaultSwitch, 'take'>, office: Pick<Office, 'turnAway'>): RequestHandler {
  return (req, res, next) => {
    const fault = faults.take();
    res.locals.fault = fault;
    if (fault.kind === 'refuse') {
      office.turnAway(FAULTS.refuse);
      req.socket.resetAndDestroy();
    } else if (fault.kind === 'hang') {
      office.turnAway(FAULTS.hang);
    } else if (fault.kind === 'error-500') {
      throw new PartnerProblem(500, { fr: 'Panne demandée.', en: 'A fault that was asked for.' });
    } else {
      next();
    }
  };
}

function bearer(token: string): RequestHandler {
  const expected = digest(`Bearer ${token}`);
  return (req, _res, next) => {
    if (timingSafeEqual(digest(req.get('authorization') ?? ''), expected)) return next();
    throw new PartnerProblem(401, { fr: 'Le jeton n’est pas le bon.', en: 'The token is not the right one.' });
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

async function answer(res: Response, status: number, resource: fhir4.FhirResource, signal: AbortSignal): Promise<void> {
  const fault: Fault = res.locals.fault ?? { kind: 'none' };
  if (fault.kind === 'drop-after-receiving') {
    res.req.socket.destroy();
    return;
  }
  if (fault.kind === 'slow') await wait(fault.ms, undefined, { signal }).catch(() => undefined);
  answerJson(res, status, resource);
}

const answerJson = (res: Response, status: number, resource: fhir4.FhirResource): void => {
  res.status(status).type('application/fhir+json').send(JSON.stringify(resource));
};
