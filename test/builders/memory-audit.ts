import { type Audit, auditOn } from '../../gateway/audit/audit.ts';
import type { AuditEntry, Head, LinkedEntry } from '../../gateway/audit/chain.ts';
import type { AuditStream } from '../../gateway/audit/chain-in-redis.ts';
import { type ChainStore, chainWriter } from '../../gateway/audit/chain-writer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { NO_REPLICAS } from '../../gateway/redis/replicas.ts';

/** A chain on plain lists: the part of Redis' script that the writer leans on. */
export interface MemoryChain extends ChainStore, Pick<AuditStream, 'knows'> {
  readonly entries: readonly LinkedEntry[];
  /** What may be told to the next one that comes, by a test that breaks something. */
  forget(): void;
}

export function memoryChain(): MemoryChain {
  const entries: LinkedEntry[] = [];
  const known = new Map<string, Set<string>>();
  let head: Head | undefined;
  return {
    entries,
    forget() {
      head = undefined;
      known.clear();
    },
    knows: async (onceOf, id) => (id === undefined ? known.has(onceOf) : known.get(onceOf)?.has(id) === true),
    async append(expected, given) {
      if (head?.hash !== expected?.hash || head?.n !== expected?.n) return { kind: 'moved', head };
      const ids = given.flatMap(({ onceOf, event }) => (known.get(onceOf ?? '')?.has(event.id) ? [event.id] : []));
      if (ids.length > 0) return { kind: 'known', ids: new Set(ids) };
      for (const { onceOf, link, event } of given) {
        // As text, as Redis keeps it.
        entries.push(JSON.parse(JSON.stringify({ link, event })));
        if (onceOf !== undefined) known.set(onceOf, new Set(known.get(onceOf)).add(event.id));
      }
      head = given.at(-1)?.link ?? head;
      return { kind: 'written' };
    },
  };
}

export interface MemoryAudit {
  readonly audit: Audit;
  readonly chain: MemoryChain;
  /** What was written, in order. */
  readonly events: () => readonly AuditEntry[];
}

const EMPTY: Pick<FhirStore, 'read' | 'search'> = { read: async () => undefined, search: async () => [] };

/** The audit as it is, over a chain in memory. */
export function memoryAudit(store: Pick<FhirStore, 'read' | 'search'> = EMPTY): MemoryAudit {
  const chain = memoryChain();
  let chains = 0;
  const newChain = () => {
    chains += 1;
    return `chain-${chains}`;
  };
  const audit = auditOn({
    chain: chainWriter({ store: chain, replicas: NO_REPLICAS, newChain }),
    stream: chain,
    store,
  });
  return { audit, chain, events: () => chain.entries.map(({ event }) => event) };
}
