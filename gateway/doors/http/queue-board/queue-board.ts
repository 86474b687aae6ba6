import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { type RequestHandler, Router } from 'express';
import type { VerifyToken } from '../../../access/token-verifier.ts';
import { GatewayError } from '../../../failures.ts';
import type { Queues } from '../../../lanes/queues.ts';
import { languageOf } from '../operation-outcome.ts';
import { boardAccess } from './board-access.ts';
import { shownAnswer, shownData } from './shown-job.ts';

export interface QueueBoardOptions {
  readonly queues: Queues;
  readonly partners: readonly string[];
  readonly verifyToken: VerifyToken;
}

/** Where it is mounted; its page asks for everything below. */
export const QUEUES_PATH = '/queues';

/** Everything from our own origin; its styles are files, and what it sets by script needs no exception. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What its page needs to show how queues and jobs stand; logs, flows, workers’ addresses and schedulers are not for here. */
const READ = /^\/($|static\/|queue\/|api\/(redis\/stats|queues)$|api\/queues\/[^/]+\/(?!workers$)[^/]+$)/;

/**
 * Bull Board, to look and never to touch: its retry and promote would break the order of a child's events. Whatever is not a read is refused
 * before it is reached; of a job only ids are told, also where Bull Board would tell more.
 */
export function queueBoard({ queues, partners, verifyToken }: QueueBoardOptions): Router {
  // Its language is set when it is made: one for each.
  const boards = { fr: boardIn('fr-FR', queues, partners), en: boardIn('en-GB', queues, partners) };
  const routes = Router();
  routes.use(boardAccess(verifyToken), readOnly, cut);
  routes.use((req, res, next) => boards[languageOf(req)](req, res, next));
  return routes;
}

function boardIn(lng: string, queues: Queues, partners: readonly string[]): RequestHandler {
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(QUEUES_PATH);
  const uiConfig = {
    boardTitle: 'Passerelle',
    locale: { lng },
    hideDocsLink: true,
    showWorkers: false,
    showMetrics: false,
  };
  createBullBoard({ queues: adapters(queues, partners), serverAdapter, options: { uiConfig } });
  return serverAdapter.getRouter();
}

function adapters(queues: Queues, partners: readonly string[]): BullMQAdapter[] {
  const lanes = Array.from({ length: queues.laneCount }, (_, lane) => lane);
  const adapter = (queue: ReturnType<Queues['lane' | 'beside' | 'delivery']>, prefix = ''): BullMQAdapter => {
    const it = new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false, prefix });
    it.setFormatter('data', shownData);
    return it;
  };
  // All lanes' queues have one name: the prefix tells them apart.
  return [
    ...lanes.map((lane) => adapter(queues.lane(lane), `${lane}-`)),
    ...lanes.map((lane) => adapter(queues.beside(lane), `${lane}-`)),
    ...partners.map((partner) => adapter(queues.delivery(partner))),
  ];
}

const readOnly: RequestHandler = (req, res, next) => {
  res.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store' });
  if (req.method !== 'GET' && req.method !== 'HEAD')
    throw new GatewayError('forbidden', 'the board is to look at', { issues: [TO_LOOK_AT] });
  if (!READ.test(req.path)) throw new GatewayError('notFound', 'nothing there on the board');
  next();
};

/** Its page asks for letters of another origin, which would learn who looks at queues and when. */
const ELSEWHERE = /<link\b[^>]*\bhref="https?:[^>]*>/gi;

/** Whatever it answers passes here, whichever of its parts made it. */
const cut: RequestHandler = (_req, res, next) => {
  const json = res.json.bind(res);
  const send = res.send.bind(res);
  res.json = (body) => json(shownAnswer(body));
  res.send = (body) =>
    send(typeof body === 'string' && body.startsWith('<!DOCTYPE html>') ? body.replace(ELSEWHERE, '') : body);
  next();
};

const TO_LOOK_AT = {
  severity: 'error',
  code: 'not-supported',
  text: {
    fr: 'Cette page ne fait que montrer. Pour reprendre, fermer ou suspendre : npm run operate.',
    en: 'This page only shows. To replay, close or pause: npm run operate.',
  },
} as const;
