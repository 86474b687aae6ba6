import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../../gateway/config.ts';
import { FINDINGS_QUEUE } from '../../gateway/lanes/queues.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { Registry } from '../../gateway/registry.ts';
import { startWatch } from '../watch/start-watch.ts';
import { findingsMemory } from './findings-memory.ts';
import { findingsRound } from './findings-round.ts';

export interface StartFindingsDeps {
  readonly connection: Redis;
  readonly store: FhirStore;
  readonly registry: Registry;
  readonly config: Pick<Config, 'findings' | 'watchEveryMs'>;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

/** The watch over who holds what, in a round of its own; nothing where it is not turned on. */
export async function startFindings({ config, ...deps }: StartFindingsDeps): Promise<void> {
  if (!config.findings) return;
  const { connection, log, closing } = deps;
  const look = findingsRound({ ...deps, memory: findingsMemory(connection) });
  await startWatch({ connection, queueName: FINDINGS_QUEUE, look, everyMs: config.watchEveryMs, log, closing });
}
