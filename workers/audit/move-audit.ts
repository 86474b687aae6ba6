import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { onRecord } from '../../gateway/audit/chain.ts';
import { failureKindOf } from '../../gateway/failures.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import type { AuditQueue, QueuedEntry } from './audit-queue.ts';

export interface MoveAuditDeps {
  readonly queue: AuditQueue;
  readonly store: Pick<FhirStore, 'transaction' | 'put'>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

const AGAIN_AFTER_MS = 1_000;

/**
 * Moves audit entries from Redis to the record, in batches, until the signal says to stop. An entry leaves Redis once the record has it; who dies
 * in between has it moved again by the next one, under the same id and with the same content. One that the record refuses stays in
 * Redis, is told, and holds up no other.
 */
export async function moveAudit({ queue, store, log, signal }: MoveAuditDeps): Promise<void> {
  let inHand: readonly QueuedEntry[] = [];
  while (!signal.aborted) {
    try {
      if (inHand.length === 0) inHand = await queue.take();
      const moved = await put(store, inHand, log);
      if (moved.length > 0) await queue.done(moved);
      inHand = [];
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ kind: failureKindOf(error), entries: inHand.length }, 'audit entries wait for the record');
      await wait(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Those that the record has now. Throws GatewayError `unavailable`: the same are tried again. */
async function put(
  store: MoveAuditDeps['store'],
  entries: readonly QueuedEntry[],
  log: Logger,
): Promise<readonly QueuedEntry[]> {
  if (entries.length === 0) return [];
  const resources = entries.map(onRecord);
  try {
    await store.transaction({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: resources.map((resource) => ({
        resource,
        request: { method: 'PUT', url: `AuditEvent/${resource.id}` },
      })),
    });
    return entries;
  } catch (error) {
    if (failureKindOf(error) === 'unavailable') throw error;
  }
  const moved: QueuedEntry[] = [];
  for (const [nth, resource] of resources.entries()) {
    const entry = entries[nth];
    try {
      await store.put(resource);
      if (entry !== undefined) moved.push(entry);
    } catch (error) {
      if (failureKindOf(error) === 'unavailable') throw error;
      log.error(
        { entry: resource.id, kind: failureKindOf(error) },
        'the record refuses an audit entry: it stays in Redis',
      );
    }
  }
  return moved;
}
