import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../../operations/metrics.ts';
import type { Closer } from '../../process/closer.ts';

export interface MetricsDoorOptions {
  readonly metrics: Metrics;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly log: Logger;
  readonly closing: Closer;
}

/** `GET /metrics` for Prometheus, on a port of its own: it has no token, so it is for the machines that watch only. Gives its address. */
export async function startMetricsDoor({ metrics, host, port, log, closing }: MetricsDoorOptions): Promise<string> {
  const app = express();
  app.disable('x-powered-by').set('etag', false);
  app.get('/metrics', (_req, res) => {
    metrics.text().then(
      (text) => res.type(metrics.contentType).send(text),
      (error: unknown) => {
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'metrics');
        res.sendStatus(503);
      },
    );
  });
  app.use((_req, res) => void res.sendStatus(404));
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 10_000 }, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  closing.add(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const url = `http://${host}:${(server.address() as AddressInfo).port}/metrics`;
  log.info({ url }, 'metrics are listening');
  return url;
}
