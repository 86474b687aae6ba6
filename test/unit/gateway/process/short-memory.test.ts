import { expect, test } from '@jest/globals';
import { shortMemory } from '../../../../gateway/process/short-memory.ts';

test('what is kept is found until its time, unless it is forgotten', () => {
  let at = 0;
  const memory = shortMemory<string>({ most: 10, now: () => at });
  memory.keep('a', 'one', 100);
  memory.keep('b', 'two', 200);
  memory.forget('b');
  expect([memory.find('a'), memory.find('b')]).toEqual(['one', undefined]);
  at = 100;
  expect(memory.find('a')).toBeUndefined();
});

test('however much is kept, memory has a bound, and what was kept last or again is found', () => {
  const memory = shortMemory<number>({ most: 100, now: () => 0 });
  memory.keep('again', 0, 1);
  for (let n = 1; n <= 1_000; n += 1) {
    memory.keep(`${n}`, n, 1);
    if (n % 10 === 0) memory.keep('again', n, 1);
  }
  const found = Array.from({ length: 1_000 }, (_, n) => memory.find(`${n + 1}`)).filter((it) => it !== undefined);
  expect(found.length).toBeLessThan(100);
  expect([memory.find('1000'), memory.find('again')]).toEqual([1_000, 1_000]);
});
