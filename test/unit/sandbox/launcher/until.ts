import { setTimeout as pause } from 'node:timers/promises';

const LIMIT_MS = 10_000;

/** Resolves as soon as the condition holds; rejects after ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const limit = AbortSignal.timeout(LIMIT_MS);
  while (!(await condition())) {
    limit.throwIfAborted();
    await pause(10);
  }
}

/** Whether a process of that id is there (a zombie is not). */
export async function isAlive(pid: number): Promise<boolean> {
  const { readFile } = await import('node:fs/promises');
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Where no init collects orphans, a killed one stays as a zombie.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) Z /.test(status);
}
