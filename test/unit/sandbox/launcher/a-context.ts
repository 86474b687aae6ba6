import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { LaunchContext } from '../../../../sandbox/launcher/launch-context.ts';
import { messages } from '../../../../sandbox/launcher/messages.ts';

/** A launch context that remembers what was told. */
export async function aContext(overrides: Partial<LaunchContext> = {}) {
  const said: string[] = [];
  const deaths: string[] = [];
  const context: LaunchContext = {
    say: (line) => void said.push(line),
    words: messages('en'),
    env: { PATH: process.env.PATH },
    folder: await aFolder(),
    signal: new AbortController().signal,
    died: (part, why) => void deaths.push(`${part}: ${why}`),
    ...overrides,
  };
  return { context, said, deaths };
}

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A fresh folder below the system's temporary one, removed after the last test of the file. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  folders.push(folder);
  return folder;
}
