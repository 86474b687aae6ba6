import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Closer } from '../../gateway/process/closer.ts';
import { eventually } from './stack-sandbox.ts';

/** A gateway or a worker as a process of its own, as in production. */
export interface OwnProcess {
  /** What it logged. */
  log(): string;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves when it has ended. */
  stop(): Promise<{ readonly code: number | null; readonly tookMs: number }>;
  /** SIGSTOP: it stands still where it is, until it is woken. */
  pause(): void;
  wake(): void;
  /** The next jump of its clock, where it was started with any. */
  jump(): void;
}

export interface HowStarted {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly closing: Closer;
  /** What its log says once it is ready; without it nothing is waited for. */
  readonly readyWhen?: (log: string) => boolean;
  /** How far its clock is from the machine's, in milliseconds: at first, and after each jump. */
  readonly clockMs?: readonly number[];
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** On a busy machine the first modules of a process take their time. */
const READY_WITHIN_MS = 120_000;

/** Starts one and waits until its log is as wanted. */
export async function ownProcess(
  main: 'gateway/main.ts' | 'workers/main.ts',
  { env, closing, readyWhen = () => true, clockMs }: HowStarted,
): Promise<OwnProcess> {
  const clock = clockMs === undefined ? [] : ['--import', './test/stack/jumping-clock.ts'];
  const child = spawn(process.execPath, ['--import', 'tsx', ...clock, main], {
    cwd: ROOT,
    env: { ...env, ...(clockMs && { CLOCK_MS: clockMs.join(' ') }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  closing.add(async () => void (await ended(child, 'SIGKILL')));
  await eventually(async () => text, readyWhen, READY_WITHIN_MS);
  return {
    log: () => text,
    kill: async () => void (await ended(child, 'SIGKILL')),
    stop: () => ended(child, 'SIGTERM'),
    pause: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    jump: () => void child.kill('SIGUSR2'),
  };
}

async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  const started = performance.now();
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
  return { code: child.exitCode, tookMs: performance.now() - started };
}

/** A gateway that listens, and where. */
export async function ownGateway(how: Omit<HowStarted, 'readyWhen'>): Promise<OwnProcess & { readonly url: string }> {
  const one = await ownProcess('gateway/main.ts', {
    ...how,
    readyWhen: (log) => log.includes('gateway is listening'),
  });
  return { ...one, url: /"url":"([^"]+)"/.exec(one.log())?.[1] ?? '' };
}
