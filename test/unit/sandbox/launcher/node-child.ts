import { join } from 'node:path';
import { type ChildSpec, startChild } from '../../../../sandbox/launcher/child-process.ts';
import { aFolder } from './a-context.ts';

/** What to run: a few lines of JavaScript in a Node process of their own. */
export async function nodeChildSpec(script: string): Promise<ChildSpec> {
  const logFile = join(await aFolder(), 'logs', 'child.log');
  return { command: process.execPath, args: ['-e', script], env: { PATH: process.env.PATH }, logFile };
}

export async function nodeChild(script: string) {
  return startChild(await nodeChildSpec(script));
}

/** Runs TypeScript of ours in a Node process of its own, as the launcher runs in a person's terminal. */
export async function launcherChild(script: string) {
  const logFile = join(await aFolder(), 'launcher.log');
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  return startChild({ command: process.execPath, args, env: process.env, cwd: process.cwd(), logFile });
}
