import { access, constants } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import { startChild } from './child-process.ts';
import { findProgram } from './find-program.ts';
import { lastLines } from './last-lines.ts';
import type { LaunchContext } from './launch-context.ts';
import { SANDBOX_CACHE } from './places.ts';
import { withProgress } from './progress.ts';

const MINUTE_MS = 60_000;
/** The first build downloads 350 MB. */
const LIMIT_MS = 20 * MINUTE_MS;

/** Maven 3 does not guard its local repository against a second Maven: whoever runs it holds this lock. */
export const MAVEN_LOCK = 'maven';

export interface MavenRun {
  /** What it is for, in the reader's language. */
  readonly wanted: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** Runs Maven to its end; its output stands in `logs/maven.log`. Rejects with the sentence that helps, or when aborted. */
export async function runMaven({ wanted, args, cwd }: MavenRun, context: LaunchContext): Promise<void> {
  const { env, words, say, signal } = context;
  signal.throwIfAborted();
  const maven = await findProgram('mvn', env);
  if (!maven) throw new Error(words.mavenMissing(wanted));

  const child = await startChild({
    command: maven,
    args: ['-q', '-B', '-Dstyle.color=never', ...(await repositoryArgs(env)), ...args],
    env,
    cwd,
    logFile: join(context.folder, 'logs', 'maven.log'),
  });
  const stop = () => void child.kill();
  const ending = timeLimit(signal, LIMIT_MS);
  ending.addEventListener('abort', stop, { once: true });
  const { code } = await withProgress(
    (elapsedS) => say(words.stillWorking(wanted, elapsedS)),
    () => child.exited,
  ).finally(() => ending.removeEventListener('abort', stop));

  signal.throwIfAborted();
  if (code !== 0) throw new Error(words.mavenFailed(wanted, child.logFile, await lastLines(child.logFile)));
}

/** Java takes the home folder from the account, not from HOME; where the two differ, HOME is what the person meant. */
async function repositoryArgs(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  if (`${env.MAVEN_OPTS} ${env.MAVEN_ARGS}`.includes('maven.repo.local')) return [];
  const home = env.HOME;
  if (!home || !(await allows(home, constants.W_OK))) {
    return [`-Dmaven.repo.local=${join(SANDBOX_CACHE, 'maven')}`];
  }
  if (home === accountHome()) return [];
  const settings = join(home, '.m2', 'settings.xml');
  const withSettings = (await allows(settings, constants.R_OK)) ? ['--settings', settings] : [];
  return [`-Dmaven.repo.local=${join(home, '.m2', 'repository')}`, ...withSettings];
}

function accountHome(): string | undefined {
  try {
    return userInfo().homedir;
  } catch {
    // A user id without an account, as containers have.
    return undefined;
  }
}

async function allows(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
