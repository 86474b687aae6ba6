// Runs before node_modules exists, so it imports nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
const lock = `${top}package-lock.json`;
const installed = `${top}node_modules/.package-lock.json`;

/** Installs the locked dependencies when they are missing or older than the lock file. */
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  process.stderr.write('Dépendances : installation… / Dependencies: installing…\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: top,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    process.stderr.write('« npm ci » a échoué : voir ci-dessus. / "npm ci" failed: see above.\n');
    process.exit(status ?? 1);
  }
}
