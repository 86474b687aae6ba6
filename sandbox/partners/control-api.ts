import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Bilingual } from './bilingual.ts';
import { type Fault, faultFrom } from './faults.ts';
import type { LoggedAnswer } from './office.ts';
import type { PartnerDesk } from './partner-desk.ts';
import { PartnerProblem, problemFrom } from './problem.ts';

export interface ControlApiOptions {
  readonly desk: PartnerDesk;
  /** Said in every answer, so that nobody takes the stand-in for the partner. */
  readonly standIn: Bilingual;
  /** Who may come here. */
  readonly guard: RequestHandler;
}

const BODY_MAX = '100kb';

/** `/sandbox`: what tests and people use to see what came in, to answer it, and to ask for faults. JSON in and out. */
export function controlApi({ desk, standIn, guard }: ControlApiOptions): Router {
  const routes = Router();
  routes.use(guard, express.json({ limit: BODY_MAX }));

  routes.get('/log', (_req, res) => {
    res.json({ standIn, ...desk.log() });
  });
  routes.delete('/log', (_req, res) => {
    desk.clear();
    res.status(204).end();
  });
  routes.get('/tasks', (_req, res) => {
    res.json({ standIn, tasks: desk.tasks() });
  });
  routes.post('/tasks/:value/answers', async (req, res) => {
    const answerId = desk.answer(req.params.value, jsonBody(req), systemIn(req));
    sendAnswer(res, await desk.settled(answerId));
  });
  routes.post('/answers/:answerId/sending', async (req, res) => {
    desk.sendAgain(req.params.answerId);
    sendAnswer(res, await desk.settled(req.params.answerId));
  });
  routes.get('/fault', (_req, res) => {
    res.json(desk.fault());
  });
  routes.put('/fault', (req, res) => {
    const fault: Fault = faultFrom(jsonBody(req));
    desk.setFault(fault);
    res.json(fault);
  });
  routes.use(() => {
    throw new PartnerProblem(404, { fr: 'Cette adresse n’existe pas.', en: 'There is nothing at this address.' });
  });

  const refuse: ErrorRequestHandler = (error, _req, res, _next) => {
    const { status, text, field } = problemFrom(error);
    res.status(status).json({ error: text, ...(field === undefined ? {} : { field }) });
  };
  routes.use(refuse);
  return routes;
}

/** 200 when the gateway took or refused it, or could not be reached; 202 while it is still being tried. */
const sendAnswer = (res: Response, answer: LoggedAnswer): void => {
  res.status(answer.result === 'pending' ? 202 : 200).json(answer);
};

function jsonBody(req: Request): unknown {
  if (req.is('application/json')) return req.body;
  throw new PartnerProblem(
    415,
    { fr: 'content-type : application/json est attendu.', en: 'content-type: application/json is expected.' },
    'content-type',
  );
}

const systemIn = (req: Request): string | undefined =>
  typeof req.query.system === 'string' ? req.query.system : undefined;
