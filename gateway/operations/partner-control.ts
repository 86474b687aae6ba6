import type { Redis } from 'ioredis';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Audit } from '../audit/audit.ts';
import { GatewayError } from '../failures.ts';
import type { Queues } from '../lanes/queues.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { Registry } from '../registry.ts';
import type { DeadLetters } from '../set-aside/dead-letters.ts';

/** How one partner's deliveries stand: numbers only. */
export interface PartnerState {
  readonly id: string;
  /** Nothing leaves for it until somebody resumes it. */
  readonly paused: boolean;
  /** It does not answer and is left alone for a while. */
  readonly leftAlone: boolean;
  /** Deliveries that wait for their turn or for their next try. */
  readonly waiting: number;
  readonly setAside: number;
}

export interface PartnerControlDeps {
  readonly redis: Pick<Redis, 'exists'>;
  readonly registry: Registry;
  readonly queues: Queues;
  readonly letters: Pick<DeadLetters, 'list'>;
  readonly audit: Pick<Audit, 'act'>;
  readonly now: () => Date;
}

export interface PartnerControl {
  list(): Promise<readonly PartnerState[]>;
  /** The kill switch, over all processes and until it is lifted; what is being sent ends. Throws `notFound`, `unavailable`. */
  switch(partner: string, to: 'pause' | 'resume', by: string): Promise<PartnerState>;
}

export function partnerControl({ redis, registry, queues, letters, audit, now }: PartnerControlDeps): PartnerControl {
  const stateOf = async (id: string, setAside: number): Promise<PartnerState> => {
    const queue = queues.delivery(id);
    const [paused, alone, counts] = await Promise.all([
      queue.isPaused(),
      redis.exists(redisKeys.circuitOpen(id)),
      queue.getJobCounts('waiting', 'delayed', 'prioritized'),
    ]);
    const waiting = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { id, paused, leftAlone: alone === 1, waiting, setAside };
  };
  const setAsideFor = async (partner: string): Promise<number> =>
    (await letters.list({ kind: 'delivery', partner })).length;

  return {
    async list() {
      const all = await letters.list({ kind: 'delivery' });
      return Promise.all(
        registry.partners.map(({ id }) => stateOf(id, all.filter(({ partner }) => partner === id).length)),
      );
    },

    async switch(partner, to, by) {
      if (registry.partner(partner) === undefined) throw new GatewayError('notFound', 'no such partner');
      const at = now().toISOString();
      const on = [{ type: 'Organization', identifier: { system: IDENTIFIERS.partner, value: partner } }];
      await audit.act({ what: to, by: { operator: by }, on, at });
      await (to === 'pause' ? queues.delivery(partner).pause() : queues.delivery(partner).resume());
      return stateOf(partner, await setAsideFor(partner));
    },
  };
}
