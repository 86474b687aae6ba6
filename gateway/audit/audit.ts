import type { FhirStore } from '../record/fhir-store.ts';
import { type Access, accessEvent } from './access-event.ts';
import { type BreakGlassAct, breakGlassEvent } from './break-glass-event.ts';
import type { AuditStream } from './chain-in-redis.ts';
import type { ChainWriter } from './chain-writer.ts';
import { type Disclosure, disclosureEvent } from './disclosure-event.ts';
import { type OperatorAct, operatorActEvent } from './operator-act-event.ts';
import { type RefusedCall, refusedCallEvent } from './refused-call-event.ts';

/**
 * Who read, gave or did what, written before it is read, given or done: when it cannot be written, nothing is. Each throws GatewayError
 * `unavailable`.
 */
export interface Audit {
  disclosure(disclosure: Disclosure): Promise<void>;
  act(act: OperatorAct): Promise<void>;
  access(access: Access): Promise<void>;
  breakGlass(act: BreakGlassAct): Promise<void>;
  /** What was asked for and not given: through a `refusalBook`, since anybody may be refused without end. */
  refusedCall(refused: RefusedCall): Promise<void>;
  /** Whether a disclosure of this request (`Task/id`), or exactly this disclosure, was written: it may have left. */
  mayHaveLeft(request: string, id?: string): Promise<boolean>;
}

export interface AuditDeps {
  readonly chain: ChainWriter;
  readonly stream: Pick<AuditStream, 'knows'>;
  readonly store: Pick<FhirStore, 'read' | 'search'>;
  readonly newId: () => string;
}

/** AuditEvents in the shapes of IHE BALP (fhir.md §2), chained in Redis and moved to the record from there. */
export function auditOn({ chain, stream, store, newId }: AuditDeps): Audit {
  return {
    // A disclosure that is tried again is the same one.
    disclosure: (it) => chain.write({ event: disclosureEvent(it, newId()), once: { of: it.request, id: it.id } }),
    act: (it) => chain.write({ event: operatorActEvent(it, newId()) }),
    access: (it) => chain.write({ event: accessEvent(it) }),
    breakGlass: (it) => chain.write({ event: breakGlassEvent(it) }),
    refusedCall: (it) => chain.write({ event: refusedCallEvent(it) }),
    async mayHaveLeft(request, id) {
      if (await stream.knows(request, id)) return true;
      // Redis forgets, and may be lost; what it had moved is in the record.
      const named = id === undefined ? {} : { 'entity-name:exact': id };
      if ((await store.search('AuditEvent', { entity: request, ...named })).length > 0) return true;
      // Before entries had ids of their own, one had the disclosure’s.
      return id !== undefined && (await store.read('AuditEvent', id)) !== undefined;
    },
  };
}
