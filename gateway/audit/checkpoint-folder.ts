import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { checkpointHash, type SignedCheckpoint } from './checkpoint.ts';

/** A file of the folder; `signed` is absent when it cannot be read as a checkpoint. */
export interface KeptCheckpoint {
  readonly file: string;
  readonly signed?: SignedCheckpoint;
}

const NAME = /^checkpoint-.*\.json$/;

/** The checkpoints of a folder, by their names; none where there is no folder yet. */
export async function checkpointsIn(folder: string): Promise<readonly KeptCheckpoint[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => NAME.test(name)).sort();
  return Promise.all(
    files.map(async (file) => {
      const signed = signedIn(await readFile(join(folder, file), 'utf8'));
      return { file, ...(signed !== undefined && { signed }) };
    }),
  );
}

/**
 * The checkpoint that the next one is to name: the one that none names yet. Not the last by its name: a clock that was ahead for a day would
 * have named that one last as long as it is. Of several, whatever made them so, the last by name.
 */
export function newestOf(kept: readonly KeptCheckpoint[]): SignedCheckpoint | undefined {
  const named = new Set(kept.flatMap(({ signed }) => (signed === undefined ? [] : previousIn(signed))));
  return kept.flatMap(({ signed }) => (signed === undefined || named.has(checkpointHash(signed)) ? [] : signed)).at(-1);
}

/** Unverified: whoever signs cannot open what another key signed. */
function previousIn({ checkpoint }: SignedCheckpoint): readonly string[] {
  try {
    const read: unknown = JSON.parse(checkpoint);
    const previous: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, 'previous') : undefined;
    return typeof previous === 'string' ? [previous] : [];
  } catch {
    // What says nothing names nothing.
    return [];
  }
}

/** Writes a checkpoint whole or not at all; gives its file. */
export async function keepCheckpoint(folder: string, signed: SignedCheckpoint, madeAt: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = `checkpoint-${madeAt.replaceAll(':', '-')}.json`;
  const partial = join(folder, `${file}.partial`);
  const handle = await open(partial, 'wx', 0o644);
  try {
    await handle.writeFile(`${JSON.stringify(signed, undefined, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, join(folder, file));
  return file;
}

function signedIn(text: string): SignedCheckpoint | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isSigned(read) ? read : undefined;
  } catch {
    // Whatever cannot be read is told as such.
    return undefined;
  }
}

const isSigned = (it: unknown): it is SignedCheckpoint =>
  typeof it === 'object' &&
  it !== null &&
  ['checkpoint', 'signature', 'key'].every((name) => typeof Reflect.get(it, name) === 'string');
