import { expect, test } from '@jest/globals';
import { disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { requestFinder } from '../../../../gateway/record/request-finder.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aMother, aPatient } from '../../../builders/a-patient.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aTask } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const SYSTEM = IDENTIFIERS.request('verdun');

function aFinder(
  resources: readonly fhir4.FhirResource[] = [aTask(), aServiceRequest(), aPatient(), aMother()],
  away = false,
) {
  const { redis, texts } = memoryRedis();
  const record = memoryRecord(resources);
  const search: typeof record.search = async (...asked) => {
    if (away) throw new GatewayError('unavailable', 'away');
    return record.search(...asked);
  };
  const store = { ...record, search };
  const shown = disclosures({
    holds: { bearOn: async () => false },
    store,
    registry: aRegistry(),
    audit: { disclosure: async () => undefined, mayHaveLeft: async () => false },
    now: () => new Date(0),
  });
  return { ...requestFinder({ redis, store, disclosures: shown }), redis, texts };
}

test('the child of a request is known from Redis, also while the record is away', async () => {
  const { childOf, texts } = aFinder([], true);
  texts.set(redisKeys.childOf(SYSTEM, 'ref-1'), 'enf-7');
  expect(await childOf('verdun', 'ref-1')).toBe('enf-7');
  await expect(childOf('verdun', 'ref-2')).rejects.toMatchObject({ kind: 'unavailable' });
});

test('the child of a request is known from the record when Redis has forgotten', async () => {
  const { childOf } = aFinder();
  expect([
    await childOf('verdun', 'ref-1'),
    await childOf('verdun', 'ref-9'),
    await childOf('vanier', 'ref-1'),
  ]).toEqual(['enf-1', undefined, undefined]);
});

test.each([`x,${SYSTEM}|ref-1`, '', 'a|b'])('a value that is no identifier is nobody’s: %j', async (value) => {
  const { childOf, taskFacts } = aFinder();
  await expect(childOf('vanier', value)).rejects.toMatchObject({ kind: 'notFound' });
  await expect(taskFacts(value)).rejects.toMatchObject({ kind: 'notFound' });
});

test('what a number stands for is known from Redis, also while the record is away', async () => {
  const { taskFacts, redis } = aFinder([], true);
  const facts = { centre: 'verdun', child: 'enf-1', request: 'ref-1', partner: 'clsc-verdun' };
  await redis.hset(redisKeys.task(NUMBER), facts);
  expect(await taskFacts(NUMBER)).toEqual(facts);
});

test('what a number stands for is known from the record when Redis has forgotten', async () => {
  const { taskFacts } = aFinder();
  expect(await taskFacts(NUMBER)).toEqual({
    centre: 'verdun',
    child: 'enf-1',
    request: 'ref-1',
    partner: 'clsc-verdun',
  });
  expect(await taskFacts('00000000-0000-5000-8000-000000000009')).toBeUndefined();
});
