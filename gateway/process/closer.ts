type Step = () => unknown;

export interface Closer {
  /** Adds a step; steps run in reverse order. */
  add(step: Step): void;
  /** Runs every step even when one fails or hangs; throws the failures together at the end. May be called twice. */
  close(): Promise<void>;
}

const WITHIN_MS = 20_000;

/**
 * What you open you give to a closer on the next line. Past the limit (milliseconds, for all steps together) the steps that are left are
 * still started, and not waited for: without Redis, for one, a worker would wait for ever to say that it is done.
 */
export function closer({ withinMs = WITHIN_MS }: { readonly withinMs?: number } = {}): Closer {
  const steps: Step[] = [];
  let closing: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    const failures: unknown[] = [];
    const tooLate = aborted(AbortSignal.timeout(withinMs));
    // It is only looked at in the races below.
    tooLate.catch(() => undefined);
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await Promise.race([step(), tooLate]);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some parts did not close');
  };

  return {
    add: (step) => void steps.push(step),
    close: () => {
      closing ??= run();
      return closing;
    },
  };
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
