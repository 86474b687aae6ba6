const TELL_EVERY_MS = 5_000;

/** Does the work and tells, every five seconds, how many it has taken so far. */
export async function withProgress<T>(
  tell: (elapsedS: number) => void,
  work: () => Promise<T>,
  everyMs = TELL_EVERY_MS,
): Promise<T> {
  const startMs = performance.now();
  const timer = setInterval(() => tell(secondsSince(startMs)), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Whole seconds since a `performance.now()`. */
export function secondsSince(startMs: number): number {
  return Math.round((performance.now() - startMs) / 1_000);
}
