import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../../gateway/config.ts';
import { INDICATORS_QUEUE } from '../../gateway/lanes/queues.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { Registry } from '../../gateway/registry.ts';
import { startWatch } from '../watch/start-watch.ts';
import { indicatorsMemory } from './indicators-memory.ts';
import { publishRound } from './publish-round.ts';

export interface StartIndicatorsDeps {
  readonly connection: Redis;
  readonly store: FhirStore;
  readonly registry: Registry;
  readonly config: Pick<Config, 'indicators' | 'watchEveryMs'>;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

/** Publishes indicators in a round of its own; nothing where it is not turned on. */
export async function startIndicators({ config, ...deps }: StartIndicatorsDeps): Promise<void> {
  if (!config.indicators) return;
  const { connection, log, closing } = deps;
  const look = publishRound({ ...deps, memory: indicatorsMemory(connection) });
  await startWatch({ connection, queueName: INDICATORS_QUEUE, look, everyMs: config.watchEveryMs, log, closing });
}
