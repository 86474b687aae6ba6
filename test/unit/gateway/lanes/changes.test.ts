import { expect, test } from '@jest/globals';
import { type Change, CURSOR, changeFeed } from '../../../../gateway/lanes/changes.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const change = (exchange: string): Change => ({
  exchange,
  concept: 'care-circle',
  identifier: 'cercle-1',
  change: 'revised',
  at: '2026-03-10T12:00:00Z',
});

test('a centre that reads on from the last cursor sees every change once, in order, and only its own', async () => {
  const { tell, since } = changeFeed(memoryRedis().redis);
  for (const exchange of ['a', 'b', 'c', 'd', 'e']) await tell('verdun', change(exchange));
  await tell('vanier', change('other'));
  const seen: string[] = [];
  let cursor = '0';
  for (;;) {
    const { changes, next } = await since('verdun', cursor, 2);
    expect(next).toMatch(CURSOR);
    if (changes.length === 0) break;
    seen.push(...changes.map(({ exchange }) => exchange));
    cursor = next;
  }
  expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('with nothing new the cursor stays', async () => {
  const { since } = changeFeed(memoryRedis().redis);
  expect(await since('verdun', '7-0', 10)).toEqual({ changes: [], next: '7-0' });
});

test.each(['-', '+', '1-', '1-1-1', '(1', '1 2', 'a', '', '1\n'])('%j is no cursor', (text) => {
  expect(text).not.toMatch(CURSOR);
});
