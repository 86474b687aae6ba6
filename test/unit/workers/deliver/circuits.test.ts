import { expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import { redisKeys } from '../../../../gateway/redis-keys.ts';
import { circuitsOf } from '../../../../workers/deliver/circuits.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

test('a partner that one process leaves alone is left alone by all: its queue is held as long, and no other', async () => {
  const held: (readonly [string, number])[] = [];
  const { redis, texts } = memoryRedis();
  const registry = aRegistry();
  const [partner = '', other = ''] = registry.partners.map(({ id }) => id);
  const circuits = circuitsOf(registry, {
    redis,
    counts: { circuit: () => undefined },
    failuresMax: 3,
    openMs: 1_000,
    openMaxMs: 60_000,
    hold: async (id, forMs) => void held.push([id, forMs]),
  });
  const connector = circuits.get(partner)?.guard({
    send: async () => {
      throw new GatewayError('unavailable', 'nobody answers');
    },
  });
  for (let failures = 1; failures <= 3; failures += 1) {
    expect(held).toEqual([]);
    await connector
      ?.send({ form: 'fhir', bundle: { resourceType: 'Bundle', type: 'message' } }, new AbortController().signal)
      .catch(() => undefined);
  }
  expect(held).toEqual([[partner, 1_000]]);
  expect([texts.has(redisKeys.circuitOpen(partner)), texts.has(redisKeys.circuitOpen(other))]).toEqual([true, false]);
});
