import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { lastLines } from '../../../../sandbox/launcher/last-lines.ts';
import { aFolder } from './a-context.ts';

test('the last lines of a log are given, indented and without colours', async () => {
  const file = join(await aFolder(), 'a.log');
  await writeFile(file, 'un\ndeux\n\u001b[1mtrois\u001b[0m\n');
  expect(await lastLines(file, 2)).toBe('  deux\n  trois');
});

test('of a very long log only the end is read', async () => {
  const file = join(await aFolder(), 'a.log');
  await writeFile(file, `${'x\n'.repeat(500_000)}fin\n`);
  expect(await lastLines(file, 2)).toBe('  x\n  fin');
});

test('a log that is not there has no lines', async () => {
  expect(await lastLines(join(await aFolder(), 'none.log'))).toBe('');
});
