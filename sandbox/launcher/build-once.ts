import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { waitForLock } from './exclusive-lock.ts';
import type { LaunchContext } from './launch-context.ts';

/** Something that Maven makes once, in a folder that is there whole or not at all. */
export interface OnceSpec<T> {
  readonly folder: string;
  /** Who has this lock makes, one at a time on this machine. */
  readonly lock: string;
  /** What the folder holds, or none where it is missing or no longer good. */
  readonly read: (folder: string) => Promise<T | undefined>;
  /** Makes it in an empty folder. */
  readonly make: (folder: string) => Promise<void>;
}

/** Reads what is there, else makes it beside and renames it, so that two launchers at once never see half of it. */
export async function buildOnce<T>(spec: OnceSpec<T>, context: LaunchContext): Promise<T> {
  const present = await spec.read(spec.folder);
  if (present !== undefined) return present;

  const { say, words, signal } = context;
  // The other part of this very stack may be at it: that is no news.
  const tell = (pid: number) => (pid === process.pid ? undefined : say(words.waitingForOther(pid)));
  const lock = await waitForLock(spec.lock, signal, tell);
  try {
    return (await spec.read(spec.folder)) ?? (await makeAndRename(spec));
  } finally {
    await lock.release();
  }
}

async function makeAndRename<T>({ folder, read, make }: OnceSpec<T>): Promise<T> {
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await make(beside);
    await rm(folder, { recursive: true, force: true });
    // A temporary folder is closed to others; what it becomes serves every user of this tree.
    await chmod(beside, 0o755);
    await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  const made = await read(folder);
  if (made === undefined) throw new Error(folder);
  return made;
}
