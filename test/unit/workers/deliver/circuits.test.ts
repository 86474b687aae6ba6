import { expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
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

test('a partner that says it has the message already is no longer away, as one that takes it is', async () => {
  for (const answer of ['takes', 'has'] as const) {
    const { redis, texts } = memoryRedis();
    const registry = aRegistry();
    const [partner = ''] = registry.partners.map(({ id }) => id);
    let answers = false;
    const circuits = circuitsOf(registry, {
      redis,
      counts: { circuit: () => undefined },
      ...{ failuresMax: 1, openMs: 0, openMaxMs: 0 },
      hold: async () => undefined,
    });
    const told = async <T>(given: T): Promise<T> => {
      if (!answers) throw new GatewayError('unavailable', 'nobody answers');
      return given;
    };
    const connector = circuits
      .get(partner)
      ?.guard({ send: () => told({ reference: 'HTTP 200' }), hasArrived: () => told(true) });
    const { signal } = new AbortController();
    const message = { form: 'fhir', bundle: { resourceType: 'Bundle', type: 'message' } } as const;
    await connector?.send(message, signal).catch(() => undefined);
    expect(texts.has(redisKeys.partnerAway(partner))).toBe(true);
    answers = true;
    await (answer === 'takes' ? connector?.send(message, signal) : connector?.hasArrived?.('1', signal));
    expect(texts.has(redisKeys.partnerAway(partner))).toBe(false);
  }
});
