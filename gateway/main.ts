import { readConfig } from './config.ts';
import { GatewayError } from './failures.ts';
import { createLogger } from './process/logger.ts';
import { runUntilStopped } from './process/run-until-stopped.ts';
import { readRegistry } from './registry.ts';
import { startGateway } from './start-gateway.ts';
import { startTraces } from './tracing/start-traces.ts';

/** The gateway as a process: settings from the environment, see `.env.example`. */
await runUntilStopped(async () => {
  const config = readConfig(process.env);
  const traces = await startTraces('gateway', config);
  const running = await startGateway({
    config,
    registry: readRegistry(config.registryPath, new Date()),
    log: createLogger(config.logLevel, 'gateway'),
    traces,
  });
  return { stop: () => running.stop().finally(traces.stop), drainWithinMs: config.drainWithinMs };
}, GatewayError);
