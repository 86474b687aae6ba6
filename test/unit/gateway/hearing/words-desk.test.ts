import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { type WordsWaiting, wordsDesk } from '../../../../gateway/hearing/words-desk.ts';
import { sealWith } from '../../../../gateway/lanes/sealing.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const words = (id: string, changes: Partial<WordsWaiting> = {}): WordsWaiting => ({
  id,
  centre: 'verdun',
  from: 'hopital',
  request: 'ref-1',
  where: 'NTE-3',
  words: 'canari-mots',
  heardAt: '2026-03-10T16:00:00.000Z',
  ...changes,
});

const aDesk = () => {
  const memory = memoryRedis();
  return { ...memory, desk: wordsDesk(memory.redis, sealWith([{ id: 'k', key: randomBytes(32) }]), 60) };
};

test('words are sealed in Redis, without an end, and are each centre’s own', async () => {
  const { desk, hashes, expiry } = aDesk();
  await desk.keepWaiting([words('b', { heardAt: '2026-03-11T16:00:00.000Z' }), words('a')]);
  expect((await desk.waiting('verdun')).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(await desk.waiting('vanier')).toEqual([]);
  expect(await desk.find('vanier', 'a')).toBeUndefined();
  expect(JSON.stringify([...hashes].map(([key, fields]) => [key, ...fields]))).not.toContain('canari-mots');
  expect([...expiry.keys()].filter((key) => key.includes('words:verdun'))).toEqual([]);
});

test('the same words again make no second ones, nor do those that a person has decided of', async () => {
  const { desk } = aDesk();
  await desk.keepWaiting([words('a'), words('a')]);
  expect(await desk.waiting('verdun')).toHaveLength(1);
  await desk.settle({ centre: 'verdun', id: 'a', request: 'r-1' }, 'dropped');
  await desk.keepWaiting([words('a')]);
  expect(await desk.waiting('verdun')).toEqual([]);
  expect(await desk.decidedOf('verdun', 'a')).toEqual({ decision: 'dropped', request: 'r-1' });
  expect(await desk.decidedOf('verdun', 'b')).toBeUndefined();
  // Of another centre’s number one hears as of one that nobody has.
  expect(await desk.decidedOf('vanier', 'a')).toBeUndefined();
});
