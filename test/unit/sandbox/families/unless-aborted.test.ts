import { expect, test } from '@jest/globals';
import { unlessAborted } from '../../../../sandbox/families/unless-aborted.ts';

const endless = new Promise<string>(() => undefined);

test('a work that ends before gives its own end', async () => {
  const { signal } = new AbortController();
  expect(await unlessAborted(Promise.resolve('done'), signal)).toBe('done');
  await expect(unlessAborted(Promise.reject(new Error('failed')), signal)).rejects.toThrow('failed');
});

test('an abort ends the waiting, also one that came before', async () => {
  const leaving = new AbortController();
  const waiting = unlessAborted(endless, leaving.signal);
  leaving.abort(new Error('Ctrl-C'));
  await expect(waiting).rejects.toThrow('Ctrl-C');
  await expect(unlessAborted(endless, leaving.signal)).rejects.toThrow('Ctrl-C');
});
