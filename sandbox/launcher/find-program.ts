import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ANSWER_WITHIN_MS = 15_000;

/** The first executable of that name on the PATH, or none. */
export async function findProgram(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const program = join(folder, name);
    if (await executable(program)) return program;
  }
  return undefined;
}

/** What a program prints when it is asked for its version (both outputs), or none when it cannot run. */
export async function versionText(program: string, flag: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(program, [flag], { env, timeout: ANSWER_WITHIN_MS });
    return `${stdout}${stderr}`;
  } catch {
    return undefined;
  }
}

export async function executable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
