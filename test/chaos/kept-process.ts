import { setTimeout as pause } from 'node:timers/promises';
import type { Closer } from '../../gateway/process/closer.ts';
import { type Child, type ChildSpec, startChild } from '../../sandbox/launcher/child-process.ts';

/** A process that is started again whenever it ends, as a supervisor does, and that faults can be done to. */
export interface KeptProcess {
  readonly name: string;
  /** SIGKILL; started again after so long. Resolves when it answers again. */
  killFor(ms: number): Promise<void>;
  /** SIGTERM; started again after so long, once it is gone. */
  stopFor(ms: number): Promise<void>;
  /** SIGSTOP, and SIGCONT after so long. */
  pauseFor(ms: number): Promise<void>;
  /** How often it ended although nobody had asked for it. */
  readonly unasked: () => number;
}

export interface KeptProcessSpec {
  readonly name: string;
  readonly child: ChildSpec;
  /** Whether it answers; resolves to false or rejects until it does. */
  readonly answers: (signal: AbortSignal) => Promise<boolean>;
}

const AGAIN_AFTER_MS = 500;
const ASK_EVERY_MS = 150;
const ANSWERS_WITHIN_MS = 120_000;
const ASK_TIMEOUT_MS = 2_000;
/** Longer than the gateway's own limit. */
const STOP_WITHIN_MS = 30_000;

/** Starts it; resolves when it answers. Rejects when it does not within two minutes. */
export async function keepRunning(
  { name, child: spec, answers }: KeptProcessSpec,
  closing: Closer,
): Promise<KeptProcess> {
  let child: Child | undefined;
  let wanted = true;
  let over = false;
  let unasked = 0;

  const launch = async (): Promise<void> => {
    const started = await startChild(spec);
    child = started;
    void started.exited.then(async () => {
      if (child !== started || !wanted || over) return;
      unasked += 1;
      await pause(AGAIN_AFTER_MS);
      if (child === started && wanted && !over) await launch();
    });
  };

  const untilItAnswers = async (): Promise<void> => {
    const deadline = Date.now() + ANSWERS_WITHIN_MS;
    while (!over) {
      if (await answers(AbortSignal.timeout(ASK_TIMEOUT_MS)).catch(() => false)) return;
      if (Date.now() > deadline) throw new Error(`${name} does not answer; see ${spec.logFile}`);
      await pause(ASK_EVERY_MS);
    }
  };

  const awayFor = async (ms: number, end: (running: Child) => Promise<void>): Promise<void> => {
    wanted = false;
    if (child !== undefined) await end(child);
    await pause(ms);
    wanted = true;
    if (!over) await launch();
    await untilItAnswers();
  };

  closing.add(async () => {
    over = true;
    if (child === undefined) return;
    signal(child, 'SIGCONT');
    await child.stop(STOP_WITHIN_MS);
  });
  await launch();
  await untilItAnswers();
  return {
    name,
    killFor: (ms) => awayFor(ms, (running) => running.kill()),
    stopFor: (ms) => awayFor(ms, (running) => running.stop(STOP_WITHIN_MS)),
    async pauseFor(ms) {
      const paused = child;
      if (paused === undefined) return;
      await pauseFor(paused.pid, ms);
      await untilItAnswers();
    },
    unasked: () => unasked,
  };
}

/** SIGSTOP to a process, and SIGCONT after so long. */
export async function pauseFor(pid: number, ms: number): Promise<void> {
  signal({ pid }, 'SIGSTOP');
  await pause(ms);
  signal({ pid }, 'SIGCONT');
}

function signal({ pid }: Pick<Child, 'pid'>, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}
