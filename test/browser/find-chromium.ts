import { spawnSync } from 'node:child_process';
import { executable, findProgram } from '../../sandbox/launcher/find-program.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export const CHROMIUM_MISSING =
  'Chromium est introuvable, et les tests de la page sécurisée en ont besoin : installez-le (Debian, Ubuntu : apt-get install chromium) ou donnez CHROMIUM_PATH.\n' +
  'Chromium was not found, and the tests of the secure page need it: install it (Debian, Ubuntu: apt-get install chromium) or give CHROMIUM_PATH.';

export interface FindChromiumOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Installs Debian's package; false when that cannot be done here. */
  readonly install?: () => boolean;
}

/** CHROMIUM_PATH, else the PATH's, else Debian's package where this user may install it. Rejects with what to install. */
export async function findChromium({ env, say, install = byApt }: FindChromiumOptions): Promise<string> {
  const given = env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (await executable(given)) return given;
    throw new Error(`CHROMIUM_PATH: ${given}\n${CHROMIUM_MISSING}`);
  }
  const found = await onPath(env);
  if (found !== undefined) return found;
  say('Chromium : installation par apt-get… / Chromium: apt-get is installing it…');
  const installed = install() ? await onPath(env) : undefined;
  if (installed === undefined) throw new Error(CHROMIUM_MISSING);
  return installed;
}

async function onPath(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const name of NAMES) {
    const program = await findProgram(name, env);
    if (program !== undefined) return program;
  }
  return undefined;
}

function byApt(): boolean {
  if (process.getuid?.() !== 0) return false;
  const apt = (...args: readonly string[]) =>
    spawnSync('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0;
  return apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
}
