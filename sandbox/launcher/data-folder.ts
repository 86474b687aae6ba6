import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { tryLock } from './exclusive-lock.ts';
import type { Messages } from './messages.ts';

/** The folder of one stack, and what to do with it at the end. */
export interface DataFolder {
  readonly path: string;
  /** A folder of our own is removed unless it has logs that are still wanted; a given one always stays. */
  release(keep: boolean): Promise<void>;
}

/** The given folder, for one stack at a time, or a fresh one. Rejects when another stack uses the given one. */
export async function dataFolder(given: string | undefined, words: Messages): Promise<DataFolder> {
  if (given === undefined) {
    const path = await mkdtemp(join(tmpdir(), 'passerelle-'));
    return {
      path,
      async release(keep) {
        if (!(keep && existsSync(join(path, 'logs')))) await rm(path, { recursive: true, force: true });
      },
    };
  }
  const path = resolve(given);
  await mkdir(path, { recursive: true });
  // Two Redis on one append-only file would ruin it, and Redis itself does not look.
  const answer = await tryLock(`data:${path}`);
  if ('holder' in answer) {
    answer.holder.forget();
    throw new Error(words.dataInUse(path, answer.holder.pid));
  }
  return { path, release: () => answer.lock.release() };
}
