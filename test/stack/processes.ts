import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Closer } from '../../gateway/closer.ts';
import { eventually } from './stack-sandbox.ts';

/** A gateway or a worker as a process of its own, as in production. */
export interface OwnProcess {
  /** What it logged. */
  log(): string;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts one and waits until its log is as wanted. */
export async function ownProcess(
  main: string,
  env: Readonly<Record<string, string | undefined>>,
  readyWhen: (log: string) => boolean,
  closing: Closer,
): Promise<OwnProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  closing.add(() => gone(child));
  await eventually(async () => text, readyWhen, 60_000);
  return { log: () => text, kill: () => gone(child) };
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

export const gatewayUrlIn = (log: string): string => /"url":"([^"]+)"/.exec(log)?.[1] ?? '';
