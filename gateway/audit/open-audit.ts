import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Closer } from '../process/closer.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import type { Replicas } from '../redis/replicas.ts';
import { type Audit, auditOn } from './audit.ts';
import { openAuditStream } from './chain-in-redis.ts';
import { chainWriter } from './chain-writer.ts';

export interface OpenAuditDeps {
  readonly redis: Redis;
  readonly replicas: Replicas;
  readonly store: FhirStore;
  readonly keptForSeconds: number;
  readonly log: Logger;
  readonly closing: Closer;
}

/** The audit of this process; any number of processes write to one chain. */
export async function openAudit({ replicas, store, ...deps }: OpenAuditDeps): Promise<Audit> {
  const stream = await openAuditStream(deps);
  const chain = chainWriter({ store: stream, replicas, newChain: randomUUID });
  return auditOn({ chain, stream, store, newId: randomUUID });
}
