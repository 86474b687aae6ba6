import { setTimeout as pause } from 'node:timers/promises';

export interface WaitForLimits {
  readonly withinMs: number;
  readonly everyMs: number;
  readonly signal: AbortSignal;
}

/**
 * Asks until there is an answer; undefined when there is none by the deadline. What the question throws goes through.
 * Rejects with the signal's reason when aborted.
 */
export async function waitFor<T>(
  ask: () => Promise<T | undefined>,
  { withinMs, everyMs, signal }: WaitForLimits,
): Promise<T | undefined> {
  const deadlineMs = performance.now() + withinMs;
  for (;;) {
    signal.throwIfAborted();
    const answer = await ask();
    if (answer !== undefined || performance.now() >= deadlineMs) return answer;
    await pause(everyMs, undefined, { signal }).catch(() => {});
  }
}
