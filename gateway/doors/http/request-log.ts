import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { failureKindOf } from '../../failures.ts';

/** `told` says what of an address may be logged; queries, headers and bodies never are. */
export const requestLog = (log: Logger, told: (url: string) => string): RequestHandler =>
  pinoHttp({
    logger: log,
    autoLogging: { ignore: ({ url }) => url === '/livez' || url === '/readyz' },
    customLogLevel: (_req, res, error) =>
      error !== undefined || res.statusCode >= 500 ? 'error' : res.statusCode >= 400 ? 'warn' : 'info',
    wrapSerializers: false,
    serializers: {
      req: ({ method, url }: { method?: string; url?: string }) => ({ method, path: told(url ?? '') }),
      res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
      err: (error: unknown) => ({ kind: failureKindOf(error) }),
    },
  });
