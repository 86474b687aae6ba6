interface Running {
  /** How long it may take to stop. */
  readonly drainWithinMs: number;
  stop(): Promise<void>;
}

/** What is left then is cut: every part has had its time. */
const CUT_AFTER_MS = 5_000;

/** Starts a process's one thing and stops it on SIGINT or SIGTERM, within its time; exits with 1 when that was not enough. An error that we know is told in its words, without a stack. */
export async function runUntilStopped(
  start: () => Promise<Running>,
  known: new (...args: never[]) => Error,
): Promise<void> {
  try {
    const running = await start();
    const stop = (): void => {
      setTimeout(() => process.exit(1), running.drainWithinMs + CUT_AFTER_MS).unref();
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  } catch (error) {
    process.stderr.write(
      `${error instanceof known ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
