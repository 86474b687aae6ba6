/**
 * A signal that aborts when the given one does, with its reason, or after `ms` milliseconds with a `TimeoutError`.
 *
 * `AbortSignal.any([signal, AbortSignal.timeout(ms)])` alone is not enough: Node 20 holds its sources weakly, so that the first garbage
 * collection forgets the limit, and whoever waits for an answer waits for ever.
 */
export function timeLimit(signal: AbortSignal, ms: number): AbortSignal {
  const limit = AbortSignal.timeout(ms);
  const either = AbortSignal.any([signal, limit]);
  // A limit that somebody listens to is kept until it comes.
  limit.addEventListener('abort', () => void either, { once: true });
  return either;
}
