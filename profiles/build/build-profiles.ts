import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateChecker } from './generate-checker.ts';
import { COMPILED_FOLDER } from './places.ts';
import { type Compiled, FshError, runSushi } from './run-sushi.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run profiles`: FSH and code tables → `profiles/compiled` → the checkers in `profiles/generated`. */
try {
  say('FSH → profiles/compiled (SUSHI, ≈ 10 s) …');
  const compiled = await runSushi();
  await replaceFolder(COMPILED_FOLDER, compiled);
  say(`${compiled.size} définitions et exemples / definitions and examples`);
  say('profiles/compiled → profiles/generated …');
  generateChecker();
  say('profiles/compiled → profiles/README.fr.md, README.md …');
  // Only now: it asks the checkers that were just generated.
  const { writeReadmes } = await import('./write-readme.ts');
  await writeReadmes();
} catch (error) {
  if (!(error instanceof FshError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** Exactly these files, so that what was renamed leaves nothing behind. */
async function replaceFolder(folder: string, files: Compiled): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(folder)) if (!files.has(file)) await rm(join(folder, file));
  for (const [file, text] of files) await writeFile(join(folder, file), text);
}
