import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import { FAULTS, type Fault, type FaultSwitch } from '../faults.ts';
import type { Office } from '../office.ts';
import { PartnerProblem, problemFrom } from '../problem.ts';
import { operationOutcome } from './operation-outcome.ts';

const MEDIA_TYPES = ['application/fhir+json', 'application/json'];
const BODY_MAX = '5mb';

/** Reads a FHIR body. Throws a 415 PartnerProblem for anything else. */
export const fhirBody: readonly RequestHandler[] = [
  express.json({ type: MEDIA_TYPES, limit: BODY_MAX }),
  (req, _res, next) => {
    if (req.is(MEDIA_TYPES)) return next();
    throw new PartnerProblem(
      415,
      {
        fr: 'content-type : application/fhir+json est attendu.',
        en: 'content-type: application/fhir+json is expected.',
      },
      'content-type',
    );
  },
];

/** Writes a refusal down and says it as FHIR does. */
export function refusal(office: Pick<Office, 'turnAway'>, signal: AbortSignal): ErrorRequestHandler {
  return async (error, _req, res, _next) => {
    const problem = problemFrom(error);
    office.turnAway(problem.text, problem.status);
    if (problem.status === 401) res.set('www-authenticate', 'Bearer');
    await answer(res, problem.status, operationOutcome(problem), signal);
  };
}

/** The faults that keep nothing act here, before anything is read; the others act on the answer. */
export function misbehave(faults: Pick<FaultSwitch, 'take'>, office: Pick<Office, 'turnAway'>): RequestHandler {
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

/** Only who shows this token passes. Throws a 401 PartnerProblem. */
export function bearer(token: string): RequestHandler {
  const expected = digest(`Bearer ${token}`);
  return (req, _res, next) => {
    if (timingSafeEqual(digest(req.get('authorization') ?? ''), expected)) return next();
    throw new PartnerProblem(401, { fr: 'Le jeton n’est pas le bon.', en: 'The token is not the right one.' });
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Answers, unless a fault was asked for. */
export async function answer(
  res: Response,
  status: number,
  resource: fhir4.FhirResource,
  signal: AbortSignal,
): Promise<void> {
  const fault: Fault = res.locals.fault ?? { kind: 'none' };
  if (fault.kind === 'drop-after-receiving') {
    res.req.socket.destroy();
    return;
  }
  if (fault.kind === 'slow') await wait(fault.ms, undefined, { signal }).catch(() => undefined);
  answerJson(res, status, resource);
}

export const answerJson = (res: Response, status: number, resource: fhir4.FhirResource): void => {
  res.status(status).type('application/fhir+json').send(JSON.stringify(resource));
};
