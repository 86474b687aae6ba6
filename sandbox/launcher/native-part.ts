import { type Child, type ChildExit, type ChildSpec, startChild } from './child-process.ts';
import { lastLines } from './last-lines.ts';
import type { LaunchContext } from './launch-context.ts';
import type { Messages } from './messages.ts';
import { secondsSince, withProgress } from './progress.ts';
import type { StartedPart } from './running-part.ts';
import { shownAddress } from './shown-address.ts';
import { type Probe, waitUntilReady } from './wait-until-ready.ts';

export interface NativePartSpec {
  readonly name: string;
  readonly url: string;
  readonly child: ChildSpec;
  readonly probe: Probe;
  readonly readyWithinMs: number;
  readonly stopWithinMs: number;
}

const ASK_EVERY_MS = 200;

/**
 * A part that runs as a process on this machine. Rejects, with nothing left running, when it dies before it is ready, is not
 * ready in time, or the start is aborted. An end that nobody asked for is told to `context.died`.
 */
export async function startNativePart(spec: NativePartSpec, context: LaunchContext): Promise<StartedPart> {
  let child: Child | undefined;
  /** Children whose end somebody asked for, so that it is no accident. */
  const dismissed = new WeakSet<Child>();

  async function launch(): Promise<void> {
    context.signal.throwIfAborted();
    const started = await startChild(spec.child);
    child = started;
    try {
      await ready(spec, started, context);
    } catch (failure) {
      dismissed.add(started);
      await started.kill();
      throw failure;
    }
    void started.exited.then(async (exit) => {
      if (dismissed.has(started)) return;
      const lines = await lastLines(started.logFile);
      context.died(spec.name, context.words.died(spec.name, how(exit, context.words), started.logFile, lines));
    });
  }

  function dismiss(): Child | undefined {
    if (child) dismissed.add(child);
    return child;
  }

  async function stop(): Promise<void> {
    await dismiss()?.stop(spec.stopWithinMs);
  }

  await launch();
  return {
    url: spec.url,
    origin: 'native',
    get pid() {
      return child?.running() ? child.pid : undefined;
    },
    kill: async () => dismiss()?.kill(),
    restart: async () => {
      await stop();
      await launch();
    },
    stop,
  };
}

async function ready(spec: NativePartSpec, child: Child, { say, words, signal }: LaunchContext): Promise<void> {
  const startMs = performance.now();
  const gone = new AbortController();
  void child.exited.then(() => gone.abort());
  const limits = {
    limitMs: spec.readyWithinMs,
    everyMs: ASK_EVERY_MS,
    signal: AbortSignal.any([signal, gone.signal]),
  };
  const answered = await withProgress(
    (elapsedS) => say(words.stillWorking(words.starting(spec.name), elapsedS)),
    () => waitUntilReady(spec.probe, limits).catch(() => false),
  );
  signal.throwIfAborted();
  // Somebody else may answer at that address: it is this child that must be there.
  if (!child.running()) {
    const exit = await child.exited;
    const lines = await lastLines(child.logFile);
    throw new Error(words.diedWhileStarting(spec.name, how(exit, words), child.logFile, lines));
  }
  if (!answered) {
    const lines = await lastLines(child.logFile);
    throw new Error(words.notReady(spec.name, spec.readyWithinMs / 1_000, child.logFile, lines));
  }
  say(words.ready(spec.name, shownAddress(spec.url), secondsSince(startMs)));
}

function how({ code, signal }: ChildExit, words: Messages): string {
  return signal === null ? words.exitCode(code ?? 0) : words.killedBy(signal);
}
