import { Router } from 'express';
import { PartnerProblem } from '../problem.ts';
import { capabilityStatement } from '../protocols/capability-statement.ts';
import { answer, answerJson, bearer, fhirBody, misbehave, refusal } from '../protocols/fhir-endpoint.ts';
import type { ReceiveOptions } from '../protocols/protocol.ts';
import type { Transaction } from '../protocols/transaction.ts';
import { acknowledgement, receivedMessage } from './message-bundle.ts';

export interface MessagingReceiveOptions extends ReceiveOptions {
  readonly base: string;
  readonly read: (body: unknown) => Transaction;
}

/** `POST /fhir/$process-message`: a message comes in, a message that answers it goes out once it is kept. */
export function messagingReceive(options: MessagingReceiveOptions): Router {
  const { office, faults, token, name, now, signal, base, read } = options;
  const routes = Router();

  routes.get('/metadata', (_req, res) => {
    const { rest: _rest, ...statement } = capabilityStatement(name, now());
    answerJson(res, 200, { ...statement, messaging: [{ documentation: 'POST $process-message' }] });
  });

  routes.use(misbehave(faults, office));
  routes.use(bearer(token));
  routes.post('/$process-message', ...fhirBody, async (req, res) => {
    office.receive(read(req.body));
    await answer(res, 200, acknowledgement(receivedMessage(req.body), base, now().toISOString()), signal);
  });
  routes.use(() => {
    throw new PartnerProblem(404, {
      fr: 'Ce bac à sable ne reçoit que POST $process-message.',
      en: 'This sandbox receives only POST $process-message.',
    });
  });
  routes.use(refusal(office, signal));
  return routes;
}
