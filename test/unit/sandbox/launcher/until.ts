import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const LIMIT_MS = 20_000;

/** Resolves as soon as the condition holds; rejects after twenty seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const limit = AbortSignal.timeout(LIMIT_MS);
  while (!(await condition())) {
    limit.throwIfAborted();
    await pause(10);
  }
}

/** Whether a process of that id is there (a zombie is not). */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Where no init collects orphans, a killed one stays as a zombie.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) Z /.test(status);
}
