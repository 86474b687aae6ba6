import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './launcher/child-process.ts';
import { lastLines } from './launcher/last-lines.ts';

/** Settings of a process, as `.env.example` names them. */
export type ProcessEnv = Readonly<Record<string, string | undefined>>;

export interface GatewayProcess extends Child {
  /** `http://host:port`, with the port that was taken. */
  readonly url: string;
}

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** A gateway as in production: a process of its own, which listens. Rejects with the end of its log when it does not. */
export async function startGatewayProcess(env: ProcessEnv, logFile: string): Promise<GatewayProcess> {
  const child = await startMain('gateway/main.ts', env, logFile);
  const said = await untilSaid(child, /"url":"([^"]+)".*gateway is listening/);
  return { ...child, url: said[1] ?? '' };
}

/** Workers in a process of their own, once they take events. Rejects with the end of their log when they do not. */
export async function startWorkersProcess(env: ProcessEnv, logFile: string): Promise<Child> {
  const child = await startMain('workers/main.ts', env, logFile);
  await untilSaid(child, /workers are running/);
  return child;
}

const startMain = (main: string, env: ProcessEnv, logFile: string): Promise<Child> =>
  startChild({
    command: process.execPath,
    args: ['--import', 'tsx', main],
    env: { PATH: process.env.PATH, ...env },
    cwd: ROOT,
    logFile,
  });

/** The log file may hold what an earlier process said: each process has a file of its own. */
async function untilSaid(child: Child, wanted: RegExp): Promise<RegExpExecArray> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (child.running() && performance.now() < deadline) {
    const said = wanted.exec(await readFile(child.logFile, 'utf8'));
    if (said !== null) return said;
    await pause(LOOK_EVERY_MS);
  }
  await child.kill();
  throw new Error(`${child.logFile}: not ready\n${await lastLines(child.logFile)}`);
}
