import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findRedis, isAtLeast } from '../../../../sandbox/launcher/find-redis.ts';
import { aContext, aFolder } from './a-context.ts';

test.each([
  ['6.2', '6.2', true],
  ['6.2.11', '6.2', true],
  ['7.0.15', '6.2', true],
  ['10.0', '6.2', true],
  ['6.0.16', '6.2', false],
  ['5.9', '6.2', false],
  ['6', '6.2', false],
])('version %s is at least %s: %s', (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});

test('a redis-server on the PATH that is new enough is taken', async () => {
  const folder = await aFolder();
  const program = join(folder, 'redis-server');
  await writeFile(program, '#!/bin/sh\necho "Redis server v=7.2.4 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64"\n');
  await chmod(program, 0o755);
  const { context } = await aContext({ env: { PATH: folder } });
  expect(await findRedis(context)).toEqual({ program, version: '7.2.4' });
});
