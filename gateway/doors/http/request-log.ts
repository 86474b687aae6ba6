import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { failureKindOf } from '../../failures.ts';

/** Paths hold opaque ids; queries, headers and bodies are never logged. */
export const requestLog = (log: Logger): RequestHandler =>
  pinoHttp({
    logger: log,
    autoLogging: { ignore: ({ url }) => url === '/livez' || url === '/readyz' },
    customLogLevel: (_req, res, error) =>
      error !== undefined || res.statusCode >= 500 ? 'error' : res.statusCode >= 400 ? 'warn' : 'info',
    wrapSerializers: false,
    serializers: {
      req: ({ method, url }: { method?: string; url?: string }) => ({ method, path: url?.split('?')[0] }),
      res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
      err: (error: unknown) => ({ kind: failureKindOf(error) }),
    },
  });
