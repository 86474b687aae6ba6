import { expect, test } from '@jest/globals';
import { type FoundTask, pageOfShown } from '../../../../gateway/disclosure/page-of-shown.ts';

const task = (nth: number, at = `2026-03-02T15:00:00.${String(nth).padStart(3, '0')}Z`): FoundTask => ({
  number: `n-${String(nth).padStart(4, '0')}`,
  lastUpdated: at,
});
const tasks = (many: number) => Array.from({ length: many }, (_one, nth) => task(nth));

test('more hidden in one row than are looked at for one page end it early, and the next page goes on behind them', async () => {
  const found = tasks(900);
  const ends = new Set([task(0).number, task(899).number]);
  const looked: string[] = [];
  const mayBeShown = async (number: string): Promise<boolean> => {
    looked.push(number);
    return ends.has(number);
  };
  const first = await pageOfShown(found, { count: 5, mayBeShown });
  expect(first.page).toEqual([task(0)]);
  expect(looked.length).toBeLessThanOrEqual(500);
  if (first.last === undefined) throw new Error('no next page');
  const second = await pageOfShown(found, { count: 5, after: first.last, mayBeShown });
  expect(second).toEqual({ page: [task(899)] });
  expect(new Set(looked).size).toBe(looked.length);
});

test('two Tasks that changed in one instant come once each, whatever the order in which they were found', async () => {
  const at = '2026-03-02T15:00:00Z';
  const found = [task(2, at), task(0, at), task(1, at)];
  const mayBeShown = async (): Promise<boolean> => true;
  const first = await pageOfShown(found, { count: 2, mayBeShown });
  expect(first.page).toEqual([task(0, at), task(1, at)]);
  expect(await pageOfShown(found, { count: 2, mayBeShown, after: task(1, at) })).toEqual({ page: [task(2, at)] });
});
