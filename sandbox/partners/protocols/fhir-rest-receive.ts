import { Router } from 'express';
import { PartnerProblem } from '../problem.ts';
import { capabilityStatement } from './capability-statement.ts';
import { answer, answerJson, bearer, fhirBody, misbehave, refusal } from './fhir-endpoint.ts';
import type { ReceiveOptions } from './protocol.ts';
import { transactionFrom } from './transaction.ts';

/** The FHIR endpoint: a transaction of conditional updates comes in, a transaction-response goes out. */
export function fhirRestReceive({ office, faults, token, name, now, signal }: ReceiveOptions): Router {
  const routes = Router();

  routes.get('/metadata', (_req, res) => {
    answerJson(res, 200, capabilityStatement(name, now()));
  });

  routes.use(misbehave(faults, office));
  routes.use(bearer(token));
  routes.post('/', ...fhirBody, async (req, res) => {
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

  routes.use(refusal(office, signal));
  return routes;
}
