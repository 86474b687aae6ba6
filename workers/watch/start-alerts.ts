import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../../gateway/config.ts';
import { pressure } from '../../gateway/lanes/pressure.ts';
import { ALERTS_QUEUE, type Queues } from '../../gateway/lanes/queues.ts';
import { queuesTeller } from '../../gateway/lanes/queues-told.ts';
import { alertBook } from '../../gateway/operations/alerts.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { Registry } from '../../gateway/registry.ts';
import type { DeadLetters } from '../../gateway/set-aside/dead-letters.ts';
import { lookForAlerts } from './look-for-alerts.ts';
import { startWatch } from './start-watch.ts';

export interface StartAlertsDeps {
  readonly connection: Redis;
  readonly queues: Queues;
  readonly letters: Pick<DeadLetters, 'list'>;
  readonly store: Pick<FhirStore, 'answers'>;
  readonly registry: Registry;
  readonly config: Pick<Config, 'alerts' | 'queueLimits'>;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

/** Looks for what somebody must be told of, in a round of its own: what it tells of must not keep it from looking. */
export async function startAlerts({ registry, config, store, ...deps }: StartAlertsDeps): Promise<void> {
  const { connection, queues, now, log, closing } = deps;
  const { everyMs, holdMs, ...limits } = config.alerts;
  const partners = registry.partners.map(({ id }) => id);
  const centres = registry.centres.map(({ id }) => id);
  const look = lookForAlerts({
    ...limits,
    redis: connection,
    book: alertBook({ redis: connection, holdMs, now }),
    told: queuesTeller({ ...deps, partners, centres }),
    pressure: pressure({ redis: connection, queues, ...config.queueLimits, now: Date.now }),
    recordAnswers: store.answers,
    partners,
    centres,
    log,
  });
  await startWatch({ connection, queueName: ALERTS_QUEUE, look, everyMs, log, closing });
}
