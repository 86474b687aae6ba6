import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The sealing key kept in a data folder, made there the first time: what one run left in the queue, the next one can open. */
export async function keptSealingKey(folder: string): Promise<string> {
  const file = join(folder, 'sealing-key');
  await mkdir(folder, { recursive: true });
  const made = `sandbox:${randomBytes(32).toString('base64')}`;
  // Only if there is none: another start at the same moment then reads the same key.
  await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(file, 'utf8');
}
