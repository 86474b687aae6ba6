import type { Redis } from 'ioredis';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Disclosures } from '../disclosure/disclosure.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { FhirStore } from './fhir-store.ts';
import { identifierToken } from './identifier-token.ts';

/** What a partner's number stands for. */
export interface TaskFacts {
  readonly centre: string;
  readonly child: string;
  readonly request: string;
  readonly partner: string;
}

export interface RequestFinder {
  /** The child that a request is about: from Redis while HAPI is away, from HAPI when Redis has forgotten. */
  childOf(centre: string, request: string): Promise<string | undefined>;
  taskFacts(number: string): Promise<TaskFacts | undefined>;
}

export function requestFinder({
  redis,
  store,
  disclosures,
}: {
  redis: Redis;
  store: FhirStore;
  disclosures: Disclosures;
}): RequestFinder {
  return {
    async childOf(centre, request) {
      const system = IDENTIFIERS.request(centre);
      const known = await redis.get(redisKeys.childOf(system, request));
      if (known !== null) return known;
      const [found] = await store.search('ServiceRequest', { identifier: identifierToken(system, request) });
      const subject = found?.resourceType === 'ServiceRequest' ? found.subject.identifier : undefined;
      return subject?.system === IDENTIFIERS.child(centre) ? subject.value : undefined;
    },

    async taskFacts(number) {
      const { centre, child, request, partner } = await redis.hgetall(redisKeys.task(number));
      if (centre && child && request && partner) return { centre, child, request, partner };
      const found = await disclosures.read(number);
      return found === undefined
        ? undefined
        : { centre: found.centre.id, child: found.childId, request: found.requestId, partner: found.partner.id };
    },
  };
}
