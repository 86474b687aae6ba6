import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { CHROMIUM_MISSING, findChromium } from '../../browser/find-chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
const program = (name: string): string => {
  const path = join(folder, name);
  writeFileSync(path, '', { mode: 0o755 });
  return path;
};
const say = () => undefined;

test('the browser that was given is taken, and one that cannot be run is said', async () => {
  const own = program('my-browser');
  expect(await findChromium({ env: { CHROMIUM_PATH: own }, say })).toBe(own);
  await expect(findChromium({ env: { CHROMIUM_PATH: `${own}-not` }, say })).rejects.toThrow(/CHROMIUM_PATH/);
});

test('missing, it is installed where that can be done; else both languages say what to install', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'empty-'));
  await expect(findChromium({ env: { PATH: empty }, say, install: () => false })).rejects.toThrow(CHROMIUM_MISSING);
  const install = () => {
    writeFileSync(join(empty, 'chromium'), '', { mode: 0o755 });
    return true;
  };
  expect(await findChromium({ env: { PATH: empty }, say, install })).toBe(join(empty, 'chromium'));
});
