import type { Redis } from 'ioredis';
import type { Disclosable } from './disclosure.ts';
import type { FhirStore } from './fhir-store.ts';
import { redisKeys } from './redis-keys.ts';

/** What a pairwise number stands for, so that its answer finds its lane also while HAPI is away; kept from before a request leaves. */
export interface TaskMemory {
  remember(disclosable: Disclosable): Promise<void>;
  /** Whether something of it may have left: remembered here or, when Redis has forgotten, disclosed by the audit in the record. */
  mayHaveArrived(disclosable: Pick<Disclosable, 'number' | 'task'>): Promise<boolean>;
}

export function taskMemory(redis: Redis, store: Pick<FhirStore, 'search'>, keptForSeconds: number): TaskMemory {
  return {
    async remember({ number, centre, childId, requestId, partner }) {
      const facts = { centre: centre.id, child: childId, request: requestId, partner: partner.id };
      await redis.multi().hset(redisKeys.task(number), facts).expire(redisKeys.task(number), keptForSeconds).exec();
    },
    async mayHaveArrived({ number, task }) {
      if ((await redis.exists(redisKeys.task(number))) === 1) return true;
      return (await store.search('AuditEvent', { entity: `Task/${task.id}` })).length > 0;
    },
  };
}
