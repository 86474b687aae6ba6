type Step = () => unknown;

export interface Closer {
  /** Adds a step; steps run in reverse order. */
  add(step: Step): void;
  /** Runs every step even when one fails; throws the failures together at the end. May be called twice. */
  close(): Promise<void>;
}

/** What you open you give to a closer on the next line. */
export function closer(): Closer {
  const steps: Step[] = [];
  let closing: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await step();
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
