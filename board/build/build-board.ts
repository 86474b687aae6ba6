import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BOARD_FOLDER } from './places.ts';

const TOP = fileURLToPath(new URL('../../', import.meta.url));
/** What the built files are made from. */
const SOURCES = ['board', 'mappings/domain', 'package-lock.json'];

/** Builds the board when a source is newer than what was built; says so before it begins, since it takes some seconds. */
export async function buildBoard(say: (line: string) => void): Promise<void> {
  const builtMs = await changedMs(join(BOARD_FOLDER, 'index.html'));
  const sourcesMs = Math.max(...(await Promise.all(SOURCES.map((source) => newestMs(join(TOP, source))))));
  if (builtMs > sourcesMs) return;
  say('Tableau : construction… / Board: building…');
  // In a process of its own: in jest's realm, what the builder is handed is no plain object to it.
  const args = [join(TOP, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'board/vite.config.ts'];
  const building = spawn(process.execPath, [...args, '--logLevel', 'warn'], {
    cwd: TOP,
    // What a test builds is what users get: with jest's own value, React's development build would be served.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(building, 'close');
  if (code !== 0) throw new Error('the board does not build: see above');
}

/** When a file, or the newest of a folder, was changed; a folder too, so that a file taken away counts. */
async function newestMs(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const within = await Promise.all((await readdir(path)).map((name) => newestMs(join(path, name))));
  return Math.max(found.mtimeMs, ...within);
}

const changedMs = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
