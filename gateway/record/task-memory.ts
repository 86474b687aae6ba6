import type { Redis } from 'ioredis';
import type { Audit } from '../audit/audit.ts';
import type { Disclosable } from '../disclosure/disclosure.ts';
import { redisKeys } from '../redis/redis-keys.ts';

/** What a pairwise number stands for, so that its answer finds its lane also while HAPI is away; kept from before a request leaves. */
export interface TaskMemory {
  /** Before it is shown or announced. */
  remember(disclosable: Disclosable): Promise<void>;
  /** Before a message is sent: nothing of it has left until a try begins (`DeliveryTries`). */
  prepare(disclosable: Disclosable): Promise<void>;
  /** Whether something of it may have left: remembered here or, when Redis has forgotten, disclosed by the audit, which is also in the record. */
  mayHaveArrived(disclosable: Pick<Disclosable, 'number' | 'task'>): Promise<boolean>;
}

export function taskMemory(redis: Redis, audit: Pick<Audit, 'mayHaveLeft'>, keptForSeconds: number): TaskMemory {
  const factsOf = ({ centre, childId, requestId, partner }: Disclosable) => ({
    centre: centre.id,
    child: childId,
    request: requestId,
    partner: partner.id,
  });
  return {
    async remember(disclosable) {
      const key = redisKeys.task(disclosable.number);
      await redis.multi().hset(key, factsOf(disclosable)).hdel(key, 'unsent').expire(key, keptForSeconds).exec();
    },
    async prepare(disclosable) {
      const key = redisKeys.task(disclosable.number);
      const isNew = (await redis.exists(key)) === 0;
      const facts = { ...factsOf(disclosable), ...(isNew && { unsent: 'yes' }) };
      await redis.multi().hset(key, facts).expire(key, keptForSeconds).exec();
    },
    async mayHaveArrived({ number, task }) {
      const key = redisKeys.task(number);
      if ((await redis.exists(key)) === 1) return (await redis.hget(key, 'unsent')) === null;
      return audit.mayHaveLeft(`Task/${task.id}`);
    },
  };
}
