import { expect, test } from '@jest/globals';
import { type ExchangeOpening, exchanges } from '../../../../gateway/lanes/exchanges.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const WARNING = { severity: 'warning', code: 'value', text: { fr: 'à la porte', en: 'at the door' } } as const;
const LATER = { severity: 'warning', code: 'business-rule', text: { fr: 'au dossier', en: 'at the record' } } as const;
const OPENING: ExchangeOpening = {
  id: 'x-1',
  centre: 'verdun',
  kind: 'concept',
  concept: 'care-circle',
  identifier: 'cercle-1',
  acceptedAt: '2026-03-10T12:00:00Z',
  issues: [WARNING],
};

test('an exchange that was only accepted says so, with what was found at the door', async () => {
  const { open, find } = exchanges(memoryRedis().redis, 60);
  await open(OPENING);
  expect(await find('x-1')).toEqual({ ...OPENING, state: 'accepted' });
});

test('what nobody opened is not there', async () => {
  expect(await exchanges(memoryRedis().redis, 60).find('x-9')).toBeUndefined();
});

test('a worker that is faster than the gateway changes nothing of what is told', async () => {
  const both = async (order: 'open first' | 'settle first') => {
    const { open, settle, find } = exchanges(memoryRedis().redis, 60);
    const done = () => settle('x-1', { state: 'synced', created: true, version: 1, issues: [LATER] });
    if (order === 'settle first') await done();
    await open(OPENING);
    if (order === 'open first') await done();
    return find('x-1');
  };
  expect(await both('settle first')).toEqual(await both('open first'));
  expect(await both('open first')).toMatchObject({ state: 'synced', centre: 'verdun', issues: [WARNING, LATER] });
});

test('what was opened first stands', async () => {
  const { open, find } = exchanges(memoryRedis().redis, 60);
  await open(OPENING);
  await open({ ...OPENING, acceptedAt: '2026-03-11T12:00:00Z', issues: [] });
  expect(await find('x-1')).toMatchObject({ acceptedAt: OPENING.acceptedAt, issues: [WARNING] });
});

test.each(['synced', 'superseded'] as const)('once it is %s, nothing is said of it any more', async (state) => {
  const { settle, find } = exchanges(memoryRedis().redis, 60);
  await settle('x-1', { state, version: 3 });
  await settle('x-1', { state: 'parked', failure: 'internal' });
  expect(await find('x-1')).toMatchObject({ state, version: 3 });
});

test.each(['waiting', 'parked', 'refused'] as const)('what is %s may still become something else', async (state) => {
  const { settle, find } = exchanges(memoryRedis().redis, 60);
  await settle('x-1', { state });
  await settle('x-1', { state: 'synced', version: 2 });
  expect(await find('x-1')).toMatchObject({ state: 'synced', version: 2 });
});

test('failures are counted for each exchange, and nothing is kept for ever', async () => {
  const { redis, expiry } = memoryRedis();
  const { open, settle, failedAgain } = exchanges(redis, 60);
  await open(OPENING);
  await settle('x-2', { state: 'waiting' });
  expect([await failedAgain('x-1'), await failedAgain('x-1'), await failedAgain('x-2')]).toEqual([1, 2, 1]);
  expect([...expiry.values()]).toEqual([60, 60]);
  expect([...expiry.keys()]).toEqual([redisKeys.exchange('x-1'), redisKeys.exchange('x-2')]);
});
