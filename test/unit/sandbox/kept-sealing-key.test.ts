import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sealingKeysFrom } from '../../../gateway/lanes/sealing.ts';
import { keptSealingKey } from '../../../sandbox/kept-sealing-key.ts';

test('a data folder keeps one sealing key, for its owner alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-key-'));
  try {
    const [one, other] = await Promise.all([keptSealingKey(folder), keptSealingKey(folder)]);
    expect(sealingKeysFrom(one)).toHaveLength(1);
    expect(other).toBe(one);
    expect(await keptSealingKey(folder)).toBe(one);
    expect((await stat(join(folder, 'sealing-key'))).mode & 0o077).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
