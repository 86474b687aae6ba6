import { readConfig } from './config.ts';
import { GatewayError } from './failures.ts';
import { createLogger } from './logger.ts';
import { readRegistry } from './registry.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { startGateway } from './start-gateway.ts';

/** The gateway as a process: settings from the environment, see `.env.example`. */
await runUntilStopped(async () => {
  const config = readConfig(process.env);
  const running = await startGateway({
    config,
    registry: readRegistry(config.registryPath),
    log: createLogger(config.logLevel, 'gateway'),
  });
  return { stop: running.stop, drainWithinMs: config.drainWithinMs };
}, GatewayError);
