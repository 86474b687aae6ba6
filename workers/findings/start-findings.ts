import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Audit } from '../../gateway/audit/audit.ts';
import type { Config } from '../../gateway/config.ts';
import { FINDINGS_QUEUE } from '../../gateway/lanes/queues.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { Registry } from '../../gateway/registry.ts';
import { startWatch } from '../watch/start-watch.ts';
import { findingsMemory } from './findings-memory.ts';
import { findingsRound } from './findings-round.ts';
import { startNotices } from './notices/start-notices.ts';

export interface StartFindingsDeps {
  readonly connection: Redis;
  readonly store: FhirStore;
  readonly registry: Registry;
  readonly audit: Pick<Audit, 'act'>;
  readonly config: Pick<Config, 'findings' | 'watchEveryMs' | 'lockMs' | 'partnerTimeoutMs' | 'partnerToken' | 'pages'>;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

/** The watch over who holds what, in a round of its own, and what it tells centres; nothing where it is not turned on. Throws GatewayError `internal`. */
export async function startFindings({ config, ...deps }: StartFindingsDeps): Promise<void> {
  if (!config.findings) return;
  const { connection, log, closing } = deps;
  const notices = startNotices({ ...deps, config });
  const round = findingsRound({ ...deps, memory: findingsMemory(connection), willChange: notices.note });
  const look = async (signal: AbortSignal): Promise<void> => {
    await round(signal);
    await notices.tell();
  };
  const { watchEveryMs: everyMs, lockMs } = config;
  await startWatch({ connection, queueName: FINDINGS_QUEUE, look, everyMs, lockMs, log, closing });
}
