import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, jest, test } from '@jest/globals';
import { tryLock, waitForLock } from '../../../../sandbox/launcher/exclusive-lock.ts';
import { killChildren, launcherChild } from './node-child.ts';
import { until } from './until.ts';

// Each starts a Node process or two, on a machine that may be busy.
jest.setTimeout(30_000);
afterEach(killChildren);

const LOCK = pathToFileURL('sandbox/launcher/exclusive-lock.ts').href;
const never = new AbortController().signal;

async function taken(name: string) {
  const answer = await tryLock(name);
  if ('holder' in answer) throw new Error(`held by ${answer.holder.pid}`);
  return answer.lock;
}

test('a lock has one holder, who is told to the others', async () => {
  const name = randomUUID();
  const lock = await taken(name);
  const other = await tryLock(name);
  expect(other).toMatchObject({ holder: { pid: process.pid } });
  await lock.release();
  if ('holder' in other) await other.holder.released;
  await (await taken(name)).release();
});

test('locks of other names do not stand in the way', async () => {
  const locks = await Promise.all([taken(randomUUID()), taken(randomUUID())]);
  for (const lock of locks) await lock.release();
});

test('those who wait get it one after the other', async () => {
  const name = randomUUID();
  let inside = 0;
  let most = 0;
  const told: number[] = [];
  await Promise.all(
    Array.from({ length: 5 }, async () => {
      const lock = await waitForLock(name, never, (pid) => told.push(pid));
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      await lock.release();
    }),
  );
  expect(most).toBe(1);
  expect(new Set(told)).toEqual(new Set([process.pid]));
});

test('a wait can be given up', async () => {
  const name = randomUUID();
  const lock = await taken(name);
  const giveUp = new AbortController();
  const waiting = waitForLock(name, giveUp.signal, () => giveUp.abort(new Error('enough')));
  await expect(waiting).rejects.toThrow('enough');
  await lock.release();
});

test('a holder that is killed holds it no longer', async () => {
  const name = randomUUID();
  const holder = await launcherChild(`
    const { tryLock } = await import(${JSON.stringify(LOCK)});
    await tryLock(${JSON.stringify(name)});
    setInterval(() => {}, 1000);
    console.log('held');`);
  await until(async () => (await readFile(holder.logFile, 'utf8')).includes('held'));
  const told: number[] = [];
  const lock = await waitForLock(name, never, (pid) => {
    told.push(pid);
    void holder.kill();
  });
  expect(told).toEqual([holder.pid]);
  await lock.release();
});
