import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../../gateway/config.ts';
import type { Hearing } from '../../gateway/hearing/hear.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { Registry } from '../../gateway/registry.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
import { pollMemory } from './poll-memory.ts';
import { pollPartner } from './poll-partner.ts';
import { type StopPoll, startPollWorker } from './poll-worker.ts';
import { serverToRead } from './server-to-read.ts';
import { whereToBegin } from './where-to-begin.ts';

export interface PollingDeps {
  readonly connection: Redis;
  readonly registry: Registry;
  readonly config: Config;
  readonly hearing: Pick<Hearing, 'hear'>;
  readonly letters: Pick<DeadLetters, 'keepUnheard' | 'heard'>;
  readonly store: Pick<FhirStore, 'pages'>;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

/** Starts to read every partner of which the registry says so. Throws GatewayError `internal` where a token is not set. */
export async function startPolling({
  connection,
  registry,
  config,
  hearing,
  letters,
  store,
  now,
  log,
  closing,
}: PollingDeps): Promise<void> {
  const memory = pollMemory(connection, config.keptForSeconds);
  const begin = whereToBegin({ store, queueAgeMaxMs: config.queueLimits.ageMaxMs, now });
  const centres = registry.centres.map(({ id }) => id);
  const stops: StopPoll[] = [];
  // Together: each waits for its own reading, none for the others.
  closing.add(() => Promise.all(stops.map((stop) => stop())));
  for (const partner of registry.partners) {
    const server = serverToRead(partner, config);
    if (server === undefined) continue;
    const read = pollPartner({ server, hearing, letters, memory, begin, centres, now, log }, partner);
    const stop = await startPollWorker({ connection, log }, partner, read);
    if (stop !== undefined) stops.push(stop);
  }
}
