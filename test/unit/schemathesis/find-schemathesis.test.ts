import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findSchemathesis } from '../../schemathesis/find-schemathesis.ts';

const aFolder = (): string => mkdtempSync(join(tmpdir(), 'schemathesis-'));
const say = () => undefined;

/** A python3 that says which version it is by whether it passes, and makes what a venv and pip make. */
function aPython(folder: string, { fits, installs }: { readonly fits: boolean; readonly installs: boolean }): void {
  const path = join(folder, 'python3');
  writeFileSync(
    path,
    `#!/bin/sh
PATH=/usr/bin:/bin
echo "$*" >> "${folder}/asked"
case "$1 $2" in
  "-c "*) exit ${fits ? 0 : 1} ;;
  "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && printf '#!/bin/sh\\necho schemathesis\\n' > "$3/bin/schemathesis" && chmod 755 "$3/bin/schemathesis" ;;
  "-m pip") ${installs ? 'exit 0' : 'echo "no index" >&2; exit 1'} ;;
esac
`,
  );
  chmodSync(path, 0o755);
}

test('the program that was given is taken, and one that cannot be run is said', async () => {
  const folder = aFolder();
  aPython(folder, { fits: true, installs: true });
  const given = join(folder, 'python3');
  expect(await findSchemathesis({ env: { SCHEMATHESIS_PATH: given }, say })).toBe(given);
  await expect(findSchemathesis({ env: { SCHEMATHESIS_PATH: `${given}-not` }, say })).rejects.toThrow(
    /SCHEMATHESIS_PATH/,
  );
});

test('it is installed once, at the versions of the list, into a folder of the user’s cache, and that is said', async () => {
  const [folder, cache] = [aFolder(), aFolder()];
  aPython(folder, { fits: true, installs: true });
  const env = { PATH: folder, XDG_CACHE_HOME: cache };
  const said: string[] = [];
  const program = await findSchemathesis({ env, say: (line) => void said.push(line) });
  expect(program.startsWith(join(cache, 'passerelle', 'schemathesis-'))).toBe(true);
  expect(said).toEqual([expect.stringMatching(/Schemathesis : installation.*installing it from PyPI/)]);
  expect(await readFile(join(folder, 'asked'), 'utf8')).toContain('-m venv');
  const again: string[] = [];
  expect(await findSchemathesis({ env, say: (line) => void again.push(line) })).toBe(program);
  expect(again).toEqual([]);
});

test('without a Python that is recent enough, and where none can be installed, both languages say what to do', async () => {
  const folder = aFolder();
  aPython(folder, { fits: false, installs: true });
  const env = { PATH: folder, XDG_CACHE_HOME: aFolder() };
  await expect(findSchemathesis({ env, say, installPython: () => false })).rejects.toThrow(
    /Python 3\.10 ou plus[\s\S]*Python 3\.10 or later/,
  );
  const installPython = () => {
    aPython(folder, { fits: true, installs: true });
    return true;
  };
  expect(await findSchemathesis({ env, say, installPython })).toContain('schemathesis');
});

test('where PyPI does not answer, both languages say so, with what pip said, and the next time it is tried again', async () => {
  const folder = aFolder();
  aPython(folder, { fits: true, installs: false });
  const env = { PATH: folder, XDG_CACHE_HOME: aFolder() };
  await expect(findSchemathesis({ env, say })).rejects.toThrow(/de PyPI[\s\S]*from PyPI[\s\S]*no index/);
  aPython(folder, { fits: true, installs: true });
  expect(await findSchemathesis({ env, say })).toContain('schemathesis');
});
