import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { makeCheckpoint } from '../../gateway/audit/make-checkpoint.ts';
import { signingKeyAt } from '../../gateway/audit/signing-key.ts';
import type { Config } from '../../gateway/config.ts';
import type { Closer } from '../../gateway/process/closer.ts';
import { startWatch } from '../watch/start-watch.ts';

export interface StartCheckpointsDeps {
  readonly redis: Redis;
  readonly config: Pick<Config, 'auditCheckpoints'>;
  readonly everyMs: number;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

/** Signs once a day where the chain of the audit stands, one process for all. Without a key nothing is signed, which is said. Throws GatewayError for a key that cannot be read. */
export async function startCheckpoints({ redis, config, everyMs, log, ...deps }: StartCheckpointsDeps): Promise<void> {
  const { signingKey, folder } = config.auditCheckpoints;
  if (signingKey === '') {
    log.warn('no AUDIT_SIGNING_KEY: a register that is cut off at its end would not show it');
    return;
  }
  const privateKey = signingKeyAt(signingKey);
  const look = async (): Promise<void> => {
    const made = await makeCheckpoint({ ...deps, redis, privateKey, folder });
    // Logs are kept elsewhere too: what stands there is one copy more of the head.
    if (made !== undefined) log.info({ file: made.file, ...made.checkpoint.head }, 'audit checkpoint');
  };
  await startWatch({ ...deps, connection: redis, queueName: 'audit-checkpoints', look, everyMs, log });
}
