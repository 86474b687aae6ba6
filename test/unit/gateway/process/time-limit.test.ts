import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { timeLimit } from '../../../../gateway/process/time-limit.ts';

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
};
const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a limit comes also when garbage is collected meanwhile: nobody waits for ever', async () => {
  const stays = new AbortController();
  const limits = Array.from({ length: 20 }, () => timeLimit(stays.signal, 200));
  const reasons = limits.map(
    (limit) => new Promise<string>((resolve) => limit.addEventListener('abort', () => resolve(limit.reason.name))),
  );
  for (let turn = 0; turn < 3; turn += 1) {
    await soon(20);
    collectGarbage();
  }
  expect(await Promise.all(reasons)).toEqual(Array.from({ length: 20 }, () => 'TimeoutError'));
});

test('whoever stops it before is the reason', async () => {
  const stops = new AbortController();
  const limit = timeLimit(stops.signal, 60_000);
  stops.abort(new Error('enough'));
  expect(limit.aborted).toBe(true);
  expect(limit.reason).toEqual(new Error('enough'));
});
