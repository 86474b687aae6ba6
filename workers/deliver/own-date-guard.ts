import type { Disclosures } from '../../gateway/disclosure/disclosure.ts';
import { isTransient } from '../../gateway/failures.ts';
import type { DeliveryJob } from '../../gateway/lanes/queues.ts';
import { ownDateOf } from '../../mappings/domain/own-date.ts';

export interface OwnDateGuardDeps {
  readonly disclosures: Pick<Disclosures, 'read'>;
  /** How long before its own date a person must know that it has not left. */
  readonly marginMs: number;
}

/** Whether a delivery that is tried again only then (ms since 1970) comes too near to the request's own date: a hearing, the end of its time. */
export type ComesTooLate = (job: DeliveryJob, nextTryMs: number) => Promise<boolean>;

export function ownDateGuard({ disclosures, marginMs }: OwnDateGuardDeps): ComesTooLate {
  return async ({ task: number, about }, nextTryMs) => {
    if (about === 'answer') return false;
    const found = await disclosures.read(number).catch((error: unknown) => {
      // While the record is away nobody knows its date; the watch looks again.
      if (isTransient(error)) return undefined;
      throw error;
    });
    if (found === undefined || found.stage === 'cancellation') return false;
    const ownDate = ownDateOf(found.request, found.task);
    return ownDate !== undefined && nextTryMs > ownDate - marginMs;
  };
}
