import type { Redis } from 'ioredis';
import { receiptOf } from '../../mappings/domain/receipt-on-task.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Audit } from '../audit/audit.ts';
import type { Disclosable, Disclosures } from '../disclosure/disclosure.ts';
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
  /**
   * The same where it is this partner’s and something of it may have left: what is another’s, or was never shown, is as if it were not there. Its
   * number is made from others, and can be guessed.
   */
  toldUnder(number: string, partner: string): Promise<TaskFacts | undefined>;
}

export function requestFinder({
  redis,
  store,
  disclosures,
  audit,
}: {
  redis: Redis;
  store: FhirStore;
  disclosures: Pick<Disclosures, 'read'>;
  audit: Pick<Audit, 'mayHaveLeft'>;
}): RequestFinder {
  const remembered = async (number: string) => {
    const { centre, child, request, partner, unsent } = await redis.hgetall(redisKeys.task(number));
    const facts = centre && child && request && partner ? { centre, child, request, partner } : undefined;
    return { facts, isUnsent: unsent !== undefined };
  };

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
      const { facts } = await remembered(number);
      return facts ?? factsOf(await disclosures.read(number));
    },

    async toldUnder(number, partner) {
      const { facts, isUnsent } = await remembered(number);
      if (facts?.partner === partner && !isUnsent) return facts;
      const found = await disclosures.read(number, partner);
      // Asked also of a number that is unknown, so that the time tells nothing of it.
      const mayHaveLeft = await audit.mayHaveLeft(`Task/${found?.task.id ?? NOTHING}`);
      return found !== undefined && (mayHaveLeft || receiptOf(found.task) !== undefined) ? factsOf(found) : undefined;
    },
  };
}

const NOTHING = 'none';

const factsOf = (found: Disclosable | undefined): TaskFacts | undefined =>
  found && { centre: found.centre.id, child: found.childId, request: found.requestId, partner: found.partner.id };
