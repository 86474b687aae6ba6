import { randomUUID } from 'node:crypto';
import { type Audit, auditOn } from '../../gateway/audit/audit.ts';
import type { AuditEntry, Head, LinkedEntry } from '../../gateway/audit/chain.ts';
import type { AuditStream } from '../../gateway/audit/chain-in-redis.ts';
import { type ChainStore, chainWriter, LOST_OFTEN } from '../../gateway/audit/chain-writer.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { NO_REPLICAS } from '../../gateway/redis/replicas.ts';

/** A chain on plain lists: the part of Redis' script that the writer leans on. */
export interface MemoryChain extends ChainStore, Pick<AuditStream, 'knows'> {
  readonly entries: readonly LinkedEntry[];
  /** Redis was lost; or only what was disclosed, after its days. */
  forget(what?: 'all' | 'disclosed'): void;
}

export function memoryChain(): MemoryChain {
  const entries: LinkedEntry[] = [];
  const known = new Map<string, Set<string>>();
  let head: Head | undefined;
  let lost = 0;
  return {
    entries,
    forget(what = 'all') {
      if (what === 'all') head = undefined;
      known.clear();
    },
    knows: async (of, id) => (id === undefined ? known.has(of) : known.get(of)?.has(id) === true),
    async append(expected, given, losses) {
      if (head?.hash !== expected?.hash || head?.n !== expected?.n) {
        if (losses >= LOST_OFTEN) lost = losses;
        return { kind: 'moved', head };
      }
      const ids = given.flatMap(({ once }) =>
        once !== undefined && known.get(once.of)?.has(once.id) ? [once.id] : [],
      );
      if (ids.length > 0) return { kind: 'known', ids: new Set(ids) };
      for (const { once, link, event } of given) {
        // As text, as Redis keeps it.
        entries.push(JSON.parse(JSON.stringify({ link, event })));
        if (once !== undefined) known.set(once.of, new Set(known.get(once.of)).add(once.id));
      }
      head = given.at(-1)?.link ?? head;
      if (losses >= LOST_OFTEN) lost = 0;
      return { kind: 'written', othersLost: lost };
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
    newId: randomUUID,
  });
  return { audit, chain, events: () => chain.entries.map(({ event }) => event) };
}
