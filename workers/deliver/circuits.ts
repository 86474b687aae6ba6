import type { Redis } from 'ioredis';
import type { Metrics } from '../../gateway/operations/metrics.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import type { Registry } from '../../gateway/registry.ts';
import { type Circuit, circuit } from './circuit.ts';

export interface CircuitsDeps {
  readonly redis: Redis;
  readonly counts: Pick<Metrics, 'circuit'>;
  readonly failuresMax: number;
  readonly openMs: number;
  readonly openMaxMs: number;
  /** Holds a partner's queue over all processes. */
  readonly hold: (partner: string, forMs: number) => Promise<unknown>;
}

/**
 * A circuit for each partner, as this process has seen it. When one process leaves a partner alone all do: its queue holds. Then each may try
 * once, as many at a time as deliver to it.
 */
export function circuitsOf(
  registry: Registry,
  { redis, counts, hold, ...limits }: CircuitsDeps,
): ReadonlyMap<string, Circuit> {
  // Only shown to people: a delivery does not fail because it could not be told.
  const shown = (write: Promise<unknown>): void => void write.catch(() => undefined);
  const told = (partner: string, openForMs: number | undefined): void => {
    counts.circuit(partner, openForMs !== undefined);
    const key = redisKeys.circuitOpen(partner);
    shown(openForMs === undefined ? redis.del(key) : redis.set(key, '1', 'PX', openForMs));
    // Unlike the other it stands between two tries, and until some process is answered.
    if (openForMs === undefined) return;
    shown(redis.set(redisKeys.partnerAway(partner), '1'));
    shown(hold(partner, openForMs));
  };
  return new Map(
    registry.partners.map(({ id }) => {
      counts.circuit(id, false);
      return [
        id,
        answered(circuit({ partner: id, ...limits, now: Date.now, onChange: (openForMs) => told(id, openForMs) }), () =>
          shown(redis.del(redisKeys.partnerAway(id))),
        ),
      ] as const;
    }),
  );
}

/** The same circuit, which tells each time that the partner took a message, or said whether it has one. */
const answered = (it: Circuit, onAnswer: () => void): Circuit => ({
  ...it,
  guard: (connector) => {
    const { hasArrived, ...guarded } = it.guard(connector);
    const told = async <T>(answer: Promise<T>): Promise<T> => {
      const given = await answer;
      onAnswer();
      return given;
    };
    return {
      ...guarded,
      send: (message, signal) => told(guarded.send(message, signal)),
      ...(hasArrived !== undefined && { hasArrived: (number, signal) => told(hasArrived(number, signal)) }),
    };
  },
});

/** For deliveries that no channel carries. */
export const NEVER_HELD: Pick<Circuit, 'holdMs'> = { holdMs: () => 0 };
