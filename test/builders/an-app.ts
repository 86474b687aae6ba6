import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Audit } from '../../gateway/audit/audit.ts';
import type { Caller } from '../../gateway/doors/http/authenticate.ts';
import { errorAnswer } from '../../gateway/doors/http/error-answer.ts';
import { accessBook } from '../../gateway/doors/http/note-access.ts';
import { quietLog } from './quiet-log.ts';

export interface AnswerRead {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for.
  readonly body: any;
}

export interface AnApp {
  readonly url: string;
  call(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Readonly<Record<string, string>> },
  ): Promise<AnswerRead>;
  stop(): Promise<void>;
}

/** Some routes behind a real port, asked by a caller who is already known; what is read is noted where the test says, or nowhere. */
export async function anApp(
  mount: Readonly<Record<string, RequestHandler | RequestHandler[]>>,
  {
    caller,
    log = quietLog(),
    audit = { access: async () => undefined },
  }: { caller?: Caller; log?: Logger; audit?: Pick<Audit, 'access'> } = {},
): Promise<AnApp> {
  const app = express();
  app.disable('x-powered-by').set('query parser', 'simple').set('etag', false);
  app.use((_req, res, next) => {
    res.locals.caller = caller;
    next();
  });
  app.use(accessBook({ audit, newId: randomUUID, now: () => new Date() }));
  for (const [path, handler] of Object.entries(mount)) app.use(path, handler);
  app.use(errorAnswer(log));
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async call(method, path, { body, headers } = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        signal: AbortSignal.timeout(5_000),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson && text !== '' ? JSON.parse(text) : undefined,
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
