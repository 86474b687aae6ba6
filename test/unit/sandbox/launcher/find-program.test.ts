import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findProgram, versionText } from '../../../../sandbox/launcher/find-program.ts';
import { aFolder } from './a-context.ts';

async function aProgram(mode: number, script = '#!/bin/sh\necho out; echo err >&2\n') {
  const folder = await aFolder();
  const program = join(folder, 'thing');
  await writeFile(program, script);
  await chmod(program, mode);
  return { folder, program };
}

test('the first executable of that name on the PATH is found', async () => {
  const [first, second] = [await aProgram(0o755), await aProgram(0o755)];
  const PATH = ['/no/such/folder', first.folder, second.folder].join(delimiter);
  expect(await findProgram('thing', { PATH })).toBe(first.program);
});

test('what cannot be executed is passed over', async () => {
  const { folder } = await aProgram(0o644);
  expect(await findProgram('thing', { PATH: folder })).toBeUndefined();
  expect(await findProgram('thing', {})).toBeUndefined();
});

test('a version is read from either output, and a program that fails has none', async () => {
  const good = await aProgram(0o755);
  expect(await versionText(good.program, '--version', {})).toBe('out\nerr\n');
  const bad = await aProgram(0o755, '#!/bin/sh\nexit 1\n');
  expect(await versionText(bad.program, '--version', {})).toBeUndefined();
});
