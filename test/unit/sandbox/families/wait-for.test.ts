import { expect, test } from '@jest/globals';
import { waitFor } from '../../../../sandbox/families/wait-for.ts';

const never = new AbortController().signal;

test('it asks until there is an answer', async () => {
  const answers = [undefined, undefined, 'here'];
  const answer = await waitFor(async () => answers.shift(), { withinMs: 5_000, everyMs: 1, signal: never });
  expect(answer).toBe('here');
});

test('without an answer by the deadline it gives up', async () => {
  let asked = 0;
  const answer = await waitFor(
    async () => {
      asked += 1;
      return undefined;
    },
    { withinMs: 20, everyMs: 1, signal: never },
  );
  expect(answer).toBeUndefined();
  expect(asked).toBeGreaterThan(1);
});

test('what the question throws goes through, and an abort ends the waiting', async () => {
  const limits = { withinMs: 5_000, everyMs: 1 };
  const failing = waitFor(async () => Promise.reject(new Error('no')), { ...limits, signal: never });
  await expect(failing).rejects.toThrow('no');
  const leaving = new AbortController();
  const aborted = waitFor(
    async () => {
      leaving.abort(new Error('Ctrl-C'));
      return undefined;
    },
    { ...limits, signal: leaving.signal },
  );
  await expect(aborted).rejects.toThrow('Ctrl-C');
});
