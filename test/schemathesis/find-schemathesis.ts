import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { waitForLock } from '../../sandbox/launcher/exclusive-lock.ts';
import { executable, findProgram } from '../../sandbox/launcher/find-program.ts';

const run = promisify(execFile);
const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const INSTALL_WITHIN_MS = 300_000;
const PYTHON_AT_LEAST = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';

const MISSING = {
  python:
    'Schemathesis demande Python 3.10 ou plus, avec venv, et il est introuvable : installez-le (Debian, Ubuntu : apt-get install python3-venv), ou donnez SCHEMATHESIS_PATH.\n' +
    'Schemathesis needs Python 3.10 or later with venv, which was not found: install it (Debian, Ubuntu: apt-get install python3-venv), or give SCHEMATHESIS_PATH.',
  packages:
    'Schemathesis n’a pas pu être installé de PyPI (pip ci-dessous). Donnez accès à PyPI ou à un miroir (PIP_INDEX_URL), ou SCHEMATHESIS_PATH.\n' +
    'Schemathesis could not be installed from PyPI (pip below). Give access to PyPI or to a mirror (PIP_INDEX_URL), or SCHEMATHESIS_PATH.',
} as const;

export interface FindSchemathesisOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Installs Debian’s venv; false when that cannot be done here. */
  readonly installPython?: () => boolean;
}

/**
 * SCHEMATHESIS_PATH, else the one of our own folder below the user’s cache, where it is installed from PyPI, at the versions of
 * requirements.txt, when it is not there yet. Rejects with what to install.
 */
export async function findSchemathesis(options: FindSchemathesisOptions): Promise<string> {
  const { env } = options;
  const given = env.SCHEMATHESIS_PATH;
  if (given !== undefined && given !== '') {
    if (await executable(given)) return given;
    throw new Error(`SCHEMATHESIS_PATH: ${given}\n${MISSING.python}`);
  }
  const folder = await ownFolder(env);
  if (await isWhole(folder)) return programIn(folder);
  const lock = await waitForLock(folder, new AbortController().signal, () => undefined);
  try {
    if (!(await isWhole(folder))) await install(folder, options);
    return programIn(folder);
  } finally {
    await lock.release();
  }
}

async function install(folder: string, { env, say, installPython = byApt }: FindSchemathesisOptions): Promise<void> {
  let python = await findPython(env);
  if (python === undefined && installPython()) python = await findPython(env);
  if (python === undefined) throw new Error(MISSING.python);
  say(`Schemathesis : installation de PyPI dans ${folder}… / Schemathesis: installing it from PyPI into ${folder}…`);
  await installInto(folder, python, env);
}

const programIn = (folder: string): string => join(folder, 'bin', 'schemathesis');
/** Written last: an installation that was cut short is begun again. */
const whole = (folder: string): string => join(folder, 'installed');
const isWhole = (folder: string): Promise<boolean> =>
  readFile(whole(folder)).then(
    () => true,
    () => false,
  );

/** Named by what is in it: a new list of versions is another folder. */
async function ownFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const versions = createHash('sha256')
    .update(await readFile(REQUIREMENTS))
    .digest('hex');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'passerelle', `schemathesis-${versions.slice(0, 12)}`);
}

async function findPython(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const name of ['python3', 'python']) {
    const program = await findProgram(name, env);
    const fits =
      program !== undefined &&
      (await run(program, ['-c', PYTHON_AT_LEAST], { env }).then(
        () => true,
        () => false,
      ));
    if (fits) return program;
  }
  return undefined;
}

async function installInto(folder: string, python: string, env: NodeJS.ProcessEnv): Promise<void> {
  const options = { env, timeout: INSTALL_WITHIN_MS };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    await run(python, ['-m', 'venv', folder], options);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '-r', REQUIREMENTS];
    await run(join(folder, 'bin', 'python'), pip, options);
    await run(programIn(folder), ['--version'], options);
    await writeFile(whole(folder), '');
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${MISSING.packages}\n${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function byApt(): boolean {
  if (process.getuid?.() !== 0) return false;
  const apt = (...args: readonly string[]) =>
    spawnSync('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0;
  return apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', 'python3-venv');
}
