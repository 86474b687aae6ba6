import { expect, test } from '@jest/globals';
import { withProgress } from '../../../../sandbox/launcher/progress.ts';
import { until } from './until.ts';

test('the time is told while the work lasts, and no more after it', async () => {
  const told: number[] = [];
  const result = await withProgress(
    (elapsedS) => told.push(elapsedS),
    async () => {
      await until(() => told.length >= 3);
      return 'done';
    },
    1,
  );
  expect(result).toBe('done');
  const count = told.length;
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toHaveLength(count);
});

test('work that fails fails, and the telling ends', async () => {
  const told: number[] = [];
  await expect(
    withProgress(
      (elapsedS) => told.push(elapsedS),
      async () => Promise.reject(new Error('no')),
      1,
    ),
  ).rejects.toThrow('no');
  expect(told).toEqual([]);
});
