import { setTimeout as pause } from 'node:timers/promises';
import { timeLimit } from '../../gateway/process/time-limit.ts';

/** Asks a part once whether it is ready. A rejection counts as no. */
export type Probe = (signal: AbortSignal) => Promise<boolean>;

export interface WaitLimits {
  readonly limitMs: number;
  readonly everyMs: number;
  readonly signal: AbortSignal;
}

/** Asks until the answer is yes (true) or the limit is reached (false). Rejects with the signal's reason when aborted. */
export async function waitUntilReady(probe: Probe, { limitMs, everyMs, signal }: WaitLimits): Promise<boolean> {
  const either = timeLimit(signal, limitMs);
  while (!either.aborted) {
    if (await probe(either).catch(() => false)) return true;
    await pause(everyMs, undefined, { signal: either }).catch(() => {});
  }
  signal.throwIfAborted();
  return false;
}
