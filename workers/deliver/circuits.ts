import type { Redis } from 'ioredis';
import type { Metrics } from '../../gateway/metrics.ts';
import { redisKeys } from '../../gateway/redis-keys.ts';
import type { Registry } from '../../gateway/registry.ts';
import { type Circuit, circuit } from './circuit.ts';

export interface CircuitsDeps {
  readonly redis: Redis;
  readonly counts: Pick<Metrics, 'circuit'>;
  readonly failuresMax: number;
  readonly openMs: number;
}

/** A circuit for each partner, as this process has seen it; that it is open is told to the others for as long as it holds. */
export function circuitsOf(
  registry: Registry,
  { redis, counts, failuresMax, openMs }: CircuitsDeps,
): ReadonlyMap<string, Circuit> {
  const told = (partner: string, open: boolean): void => {
    counts.circuit(partner, open);
    const key = redisKeys.circuitOpen(partner);
    const write = open ? redis.set(key, '1', 'PX', openMs) : redis.del(key);
    // Only shown to people: a delivery does not fail because it could not be told.
    write.catch(() => undefined);
  };
  return new Map(
    registry.partners.map(({ id }) => {
      counts.circuit(id, false);
      return [
        id,
        circuit({ partner: id, failuresMax, openMs, now: Date.now, onChange: (open) => told(id, open) }),
      ] as const;
    }),
  );
}

/** For deliveries that no channel carries. */
export const NEVER_HELD: Pick<Circuit, 'holdMs'> = { holdMs: () => 0 };
