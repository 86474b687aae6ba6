import { expect, test } from '@jest/globals';
import { disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { requestFinder } from '../../../../gateway/record/request-finder.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aMother, aPatient } from '../../../builders/a-patient.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aReceipt, aTask } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const SYSTEM = IDENTIFIERS.request('verdun');

function aFinder(
  resources: readonly fhir4.FhirResource[] = [aTask(), aServiceRequest(), aPatient(), aMother()],
  { away = false, disclosed = [] }: { readonly away?: boolean; readonly disclosed?: readonly string[] } = {},
) {
  const { redis, texts } = memoryRedis();
  const record = memoryRecord(resources);
  const questions: unknown[] = [];
  const search: typeof record.search = async (...question) => {
    questions.push(question);
    if (away) throw new GatewayError('unavailable', 'away');
    return record.search(...question);
  };
  const store = { ...record, search };
  const asked: string[] = [];
  const mayHaveLeft = async (request: string): Promise<boolean> => {
    asked.push(request);
    return disclosed.includes(request);
  };
  const shown = disclosures({
    holds: { bearOn: async () => false },
    store,
    registry: aRegistry(),
    audit: { disclosure: async () => undefined, mayHaveLeft },
    now: () => new Date(0),
  });
  return {
    ...requestFinder({ redis, store, disclosures: shown, audit: { mayHaveLeft } }),
    redis,
    texts,
    asked,
    questions,
  };
}

test('the child of a request is known from Redis, also while the record is away', async () => {
  const { childOf, texts } = aFinder([], { away: true });
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
  const { taskFacts, redis } = aFinder([], { away: true });
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

const FACTS = { centre: 'verdun', child: 'enf-1', request: 'ref-1', partner: 'clsc-verdun' };
const around = [aServiceRequest(), aPatient(), aMother()];

test('what was never shown to its recipient stands for nothing where they speak of it, and the record is asked the same as for a number that is unknown', async () => {
  const never = aFinder([aTask(), ...around]);
  expect(await never.toldUnder(NUMBER, 'clsc-verdun')).toBeUndefined();
  const unknown = aFinder([]);
  expect(await unknown.toldUnder(NUMBER, 'clsc-verdun')).toBeUndefined();
  expect([never.asked.length, unknown.asked.length]).toEqual([1, 1]);
});

test.each([
  ['its receipt stands on record', [aTask({ extension: [aReceipt()] }), ...around], {}, []],
  ['the audit says that it was about to leave', [aTask(), ...around], {}, ['Task/task-1']],
  ['Redis remembers that it was shown, also while the record is away', [], FACTS, []],
  [
    'it left before Redis was lost, and is about to leave anew',
    [aTask({ extension: [aReceipt()] }), ...around],
    { ...FACTS, unsent: 'yes' },
    [],
  ],
])('what was shown stands for what was asked: %s', async (_what, resources, remembered, disclosed) => {
  const { toldUnder, redis } = aFinder(resources, { away: resources.length === 0, disclosed });
  if (Object.keys(remembered).length > 0) await redis.hset(redisKeys.task(NUMBER), remembered);
  expect(await toldUnder(NUMBER, 'clsc-verdun')).toEqual(FACTS);
});

test('what was shown to another partner stands for nothing where one speaks of it, remembered or not, and the record is asked the same as for a number that is unknown', async () => {
  const shown = [aTask({ extension: [aReceipt()] }), ...around];
  for (const remembered of [undefined, FACTS]) {
    const anothers = aFinder(shown);
    if (remembered !== undefined) await anothers.redis.hset(redisKeys.task(NUMBER), remembered);
    expect(await anothers.toldUnder(NUMBER, 'sippe-verdun')).toBeUndefined();
    const unknown = aFinder([]);
    expect(await unknown.toldUnder(NUMBER, 'sippe-verdun')).toBeUndefined();
    expect([anothers.asked, anothers.questions]).toEqual([unknown.asked, unknown.questions]);
  }
});

test('what is only about to leave was not shown yet', async () => {
  const { toldUnder, redis } = aFinder();
  await redis.hset(redisKeys.task(NUMBER), { ...FACTS, unsent: 'yes' });
  expect(await toldUnder(NUMBER, 'clsc-verdun')).toBeUndefined();
});
