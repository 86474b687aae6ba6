import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { type GatewayAppDeps, gatewayApp } from './doors/http/gateway-app.ts';
import { refuseUnreadable } from './doors/http/refuse-unreadable.ts';
import { startMetricsDoor } from './doors/http/start-metrics-door.ts';
import { startMllpDoor } from './doors/mllp/start-mllp-door.ts';
import { gatewayParts } from './gateway-parts.ts';
import { closeServer } from './process/close-server.ts';
import { closer } from './process/closer.ts';
import { tellTimeScale } from './process/time-scale.ts';
import type { Registry } from './registry.ts';
import { NO_TRACES, type Traces } from './tracing/traces.ts';

export interface Gateway {
  /** `http://host:port`, with the port that was taken. */
  readonly url: string;
  /** Where partners bring HL7 v2, when that door is open. */
  readonly mllpUrl?: string;
  /** Where Prometheus reads what this process counted, when that is on. */
  readonly metricsUrl?: string;
  /** Finishes the requests under way, then closes. */
  stop(): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 60_000;

/** Starts the HTTP gateway. Throws GatewayError when Redis cannot be had or the number of lanes differs from what it holds. */
export async function startGateway({
  config,
  registry,
  log,
  traces = NO_TRACES,
  partsAs = (parts) => parts,
}: {
  config: Config;
  registry: Registry;
  log: Logger;
  traces?: Traces;
  /** The parts that the HTTP door is given, for a bench that measures what one of them costs; no setting leads here. */
  partsAs?: (parts: GatewayAppDeps) => GatewayAppDeps;
}): Promise<Gateway> {
  const closing = closer({ withinMs: config.drainWithinMs });
  try {
    tellTimeScale(config.timeScale, log);
    const made = await gatewayParts({ config, registry, log, traces, closing });
    const app = gatewayApp(partsAs(made.parts));

    const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS }, app);
    server.on('clientError', refuseUnreadable);
    await listening(server, config);
    closing.add(() => closeServer(server));
    const { port } = server.address() as AddressInfo;
    const url = `http://${config.host}:${port}`;
    log.info({ url }, 'gateway is listening');
    const { mllp: settings } = config;
    const { access, now } = made.parts;
    const atMllp = { hearing: made.hearing, registry, access, newId: () => randomUUID(), now, log };
    const mllp = settings && (await startMllpDoor({ settings, ...atMllp }));
    if (mllp !== undefined) closing.add(() => mllp.stop());
    const { host, gatewayPort } = config.metrics;
    const metricsUrl =
      gatewayPort === undefined
        ? undefined
        : await startMetricsDoor({ metrics: made.counts, host, port: gatewayPort, log, closing });
    return {
      url,
      ...(mllp !== undefined && { mllpUrl: mllp.url }),
      ...(metricsUrl !== undefined && { metricsUrl }),
      stop: closing.close,
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

const listening = (server: Server, { host, port }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
