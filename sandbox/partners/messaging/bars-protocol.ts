import { Router } from 'express';
import { PartnerProblem } from '../problem.ts';
import { answerJson } from '../protocols/fhir-endpoint.ts';
import { operationOutcome } from '../protocols/operation-outcome.ts';
import type { Protocol } from '../protocols/protocol.ts';
import { barsMessage } from './bars-referral.ts';
import type { Sender } from './ereferral-out.ts';
import { messagingSend } from './messaging-send.ts';

/** A sender of UK BaRS-like messages: it refers and cancels, and takes nothing. */
export const bars = ({ name: sender }: Pick<Sender, 'name'>): Protocol => ({
  path: '/fhir',
  receive: ({ office }) =>
    Router().use((_req, res) => {
      const problem = takesNothing();
      office.turnAway(problem.text, problem.status);
      answerJson(res, problem.status, operationOutcome(problem));
    }),
  send: () => () => Promise.reject(takesNothing()),
  referrals(options) {
    const send = messagingSend(options);
    return {
      refer: (sent, signal) => send(barsMessage({ ...sent, status: 'active', sender }), signal),
      cancel: (sent, at, signal) => send(barsMessage({ ...sent, at, status: 'revoked', sender }), signal),
    };
  },
  read() {
    throw takesNothing();
  },
  taskOf() {
    throw takesNothing();
  },
});

const takesNothing = () =>
  new PartnerProblem(404, { fr: 'Ce bac à sable envoie seulement.', en: 'This sandbox only sends.' });
