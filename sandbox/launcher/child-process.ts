import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { guardProcess } from './guard-process.ts';

/** A program to run, with its output in a file: it can be read after everything is gone. */
export interface ChildSpec {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly logFile: string;
}

/** How a child ended: one of the two is set. */
export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child in a process group of its own: Ctrl-C in the terminal does not reach it, and it does not outlive this process. */
export interface Child {
  readonly pid: number;
  readonly logFile: string;
  readonly exited: Promise<ChildExit>;
  readonly running: () => boolean;
  /** SIGKILL to the whole group; resolves when the child is gone. */
  kill(): Promise<void>;
  /** SIGTERM, then SIGKILL when it is still there after the limit; resolves when the child is gone. */
  stop(limitMs: number): Promise<void>;
}

/** Starts a child. Rejects when the program cannot be started. */
export async function startChild(spec: ChildSpec): Promise<Child> {
  await mkdir(dirname(spec.logFile), { recursive: true });
  const log = await open(spec.logFile, 'a');
  try {
    const child = spawn(spec.command, spec.args, {
      env: spec.env,
      cwd: spec.cwd,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    const exited = new Promise<ChildExit>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    // In the same turn as the spawn: nothing may end this process between the two.
    const { pid } = child;
    const guard = pid === undefined ? undefined : guardProcess(pid);
    void exited.then(() => guard?.release());
    await once(child, 'spawn');
    if (pid === undefined) throw new Error(`${spec.command}: no pid`);
    const running = () => child.exitCode === null && child.signalCode === null;
    return { pid, logFile: spec.logFile, exited, running, ...ending(pid, exited, running) };
  } finally {
    await log.close();
  }
}

function ending(pid: number, exited: Promise<ChildExit>, running: () => boolean): Pick<Child, 'kill' | 'stop'> {
  async function kill(): Promise<void> {
    if (running()) signalGroup(pid, 'SIGKILL');
    await exited;
  }

  async function stop(limitMs: number): Promise<void> {
    if (running()) signalGroup(pid, 'SIGTERM');
    const tooLong = setTimeout(() => void kill(), limitMs);
    await exited.finally(() => clearTimeout(tooLong));
  }

  return { kill, stop };
}

function signalGroup(groupId: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-groupId, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
