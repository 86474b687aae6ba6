import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { dataFolder } from '../../../../sandbox/launcher/data-folder.ts';
import { messages } from '../../../../sandbox/launcher/messages.ts';
import { aFolder } from './a-context.ts';

const words = messages('en');

test('a folder of our own is removed at the end', async () => {
  const folder = await dataFolder(undefined, words);
  await mkdir(join(folder.path, 'logs'));
  await folder.release(false);
  expect(existsSync(folder.path)).toBe(false);
});

test('logs that are still wanted stay; without logs nothing does', async () => {
  const [withLogs, without] = [await dataFolder(undefined, words), await dataFolder(undefined, words)];
  await mkdir(join(withLogs.path, 'logs'));
  await withLogs.release(true);
  await without.release(true);
  expect([existsSync(withLogs.path), existsSync(without.path)]).toEqual([true, false]);
  await withLogs.release(false);
});

test('a given folder is made, stays, and serves one stack at a time', async () => {
  const path = join(await aFolder(), 'data');
  const first = await dataFolder(path, words);
  await expect(dataFolder(path, words)).rejects.toThrow(`already used by another launcher (process ${process.pid})`);
  await first.release(false);
  const second = await dataFolder(path, words);
  await second.release(false);
  expect(existsSync(path)).toBe(true);
});
