import { readConfig } from '../gateway/config.ts';
import { GatewayError } from '../gateway/failures.ts';
import { createLogger } from '../gateway/process/logger.ts';
import { runUntilStopped } from '../gateway/process/run-until-stopped.ts';
import { readRegistry } from '../gateway/registry.ts';
import { startTraces } from '../gateway/tracing/start-traces.ts';
import { startWorkers } from './start-workers.ts';

/** The workers as a process of their own: any number of them may run behind one Redis. */
await runUntilStopped(async () => {
  const config = readConfig(process.env);
  const traces = await startTraces('workers', config);
  const running = await startWorkers({
    config,
    registry: readRegistry(config.registryPath, new Date()),
    log: createLogger(config.logLevel, 'workers'),
    traces,
  });
  return { stop: () => running.stop().finally(traces.stop), drainWithinMs: config.drainWithinMs };
}, GatewayError);
