import type { Closer } from './closer.ts';

export interface LookAgain {
  readonly look: () => Promise<void>;
  readonly everyMs: number;
  /** A look that failed; the next one comes at its time. */
  readonly failed: (error: unknown) => void;
  readonly closing: Closer;
}

/** Looks every so often, one look after the other, until the process closes; the last one ends first. */
export function lookAgain({ look, everyMs, failed, closing }: LookAgain): void {
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch(failed);
  }, everyMs).unref();
  closing.add(() => {
    clearInterval(timer);
    return looking;
  });
}
