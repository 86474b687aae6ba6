import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildOnce, type OnceSpec } from '../../../../sandbox/launcher/build-once.ts';
import { aContext, aFolder } from './a-context.ts';

async function aSpec(overrides: Partial<OnceSpec<string>> = {}) {
  const parent = await aFolder();
  const made: string[] = [];
  const spec: OnceSpec<string> = {
    folder: join(parent, 'thing'),
    lock: randomUUID(),
    read: (folder) => readFile(join(folder, 'whole'), 'utf8').catch(() => undefined),
    make: async (folder) => {
      made.push(folder);
      await writeFile(join(folder, 'whole'), 'good');
    },
    ...overrides,
  };
  return { parent, made, spec };
}

test('of several at once one makes it, and all have it', async () => {
  const { context } = await aContext();
  const { spec, made, parent } = await aSpec();
  const all = await Promise.all(Array.from({ length: 4 }, () => buildOnce(spec, context)));
  expect(all).toEqual(['good', 'good', 'good', 'good']);
  expect(made).toHaveLength(1);
  expect(await readdir(parent)).toEqual(['thing']);
});

test('what is there is not made again', async () => {
  const { context } = await aContext();
  const { spec, made } = await aSpec();
  await buildOnce(spec, context);
  await buildOnce(spec, context);
  expect(made).toHaveLength(1);
});

test('what is there and no longer good is made anew', async () => {
  const { context } = await aContext();
  const { spec, parent } = await aSpec();
  await mkdir(spec.folder);
  await writeFile(join(spec.folder, 'half'), '');
  expect(await buildOnce(spec, context)).toBe('good');
  expect(await readdir(join(parent, 'thing'))).toEqual(['whole']);
});

test('a making that fails leaves nothing, and the next may try', async () => {
  const { context } = await aContext();
  const { spec, parent } = await aSpec();
  const failing = { ...spec, make: () => Promise.reject(new Error('no network')) };
  await expect(buildOnce(failing, context)).rejects.toThrow('no network');
  expect(await readdir(parent)).toEqual([]);
  expect(await buildOnce(spec, context)).toBe('good');
});
