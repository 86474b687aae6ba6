import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Closer } from '../../gateway/process/closer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { auditQueue } from './audit-queue.ts';
import { moveAudit } from './move-audit.ts';

export interface StartMovingAuditDeps {
  readonly redis: Redis;
  readonly store: FhirStore;
  readonly hapiTimeoutMs: number;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

const MARGIN_MS = 5_000;

/** Moves audit entries to the record as long as this process runs; any number of processes may do so. */
export async function startMovingAudit({ redis, log, closing, ...deps }: StartMovingAuditDeps): Promise<void> {
  const waiting = redis.duplicate({ maxRetriesPerRequest: null });
  waiting.on('error', (error) => log.warn({ error: error.name }, 'audit queue'));
  const stop = new AbortController();
  const queue = auditQueue({ ...deps, redis, waiting, log, claimAfterMs: deps.hapiTimeoutMs + MARGIN_MS });
  const moving = moveAudit({ ...deps, queue, log, signal: stop.signal });
  closing.add(async () => {
    stop.abort();
    waiting.disconnect();
    await moving;
  });
}
