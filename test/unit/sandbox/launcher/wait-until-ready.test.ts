import { expect, test } from '@jest/globals';
import { waitUntilReady } from '../../../../sandbox/launcher/wait-until-ready.ts';

const never = new AbortController().signal;

test('it asks until the answer is yes; a failed question is a no', async () => {
  let asked = 0;
  const probe = async () => {
    asked += 1;
    if (asked === 1) throw new Error('refused');
    return asked === 3;
  };
  expect(await waitUntilReady(probe, { limitMs: 10_000, everyMs: 1, signal: never })).toBe(true);
  expect(asked).toBe(3);
});

test('at the limit the answer is no, also while a question hangs', async () => {
  const hangs = (signal: AbortSignal) =>
    new Promise<boolean>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('cut'))));
  expect(await waitUntilReady(hangs, { limitMs: 30, everyMs: 1, signal: never })).toBe(false);
});

test('an aborted wait rejects with the reason', async () => {
  const giveUp = new AbortController();
  const waiting = waitUntilReady(async () => false, { limitMs: 10_000, everyMs: 1, signal: giveUp.signal });
  giveUp.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
});
