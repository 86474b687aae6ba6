import { join } from 'node:path';
import { type Child, type ChildSpec, startChild } from '../../../../sandbox/launcher/child-process.ts';
import { aFolder } from './a-context.ts';

const started: Child[] = [];

/** For `afterEach`: a test that fails half-way leaves nothing running. */
export async function killChildren(): Promise<void> {
  for (const child of started.splice(0)) await child.kill();
}

async function noted(starting: Promise<Child>): Promise<Child> {
  const child = await starting;
  started.push(child);
  return child;
}

/** What to run: a few lines of JavaScript in a Node process of their own. */
export async function nodeChildSpec(script: string): Promise<ChildSpec> {
  const logFile = join(await aFolder(), 'logs', 'child.log');
  return { command: process.execPath, args: ['-e', script], env: { PATH: process.env.PATH }, logFile };
}

export async function nodeChild(script: string) {
  return noted(startChild(await nodeChildSpec(script)));
}

/** Runs TypeScript of ours in a Node process of its own, as the launcher runs in a person's terminal. */
export async function launcherChild(script: string) {
  const logFile = join(await aFolder(), 'launcher.log');
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  return noted(startChild({ command: process.execPath, args, env: process.env, cwd: process.cwd(), logFile }));
}
