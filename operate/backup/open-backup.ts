import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OperateProblem } from '../gateway-client.ts';
import { type BackupPart, isGenuine, type Manifest } from './manifest.ts';
import { hashOf, readPart, unwrapBackupKey } from './protection.ts';
import type { Words } from './words.ts';

export type PartName = keyof Manifest['parts'];

/** A backup whose every byte was looked at. */
export interface OpenBackup {
  readonly manifest: Manifest;
  /** What a part holds, in clear. */
  read(part: PartName): Readable;
}

const FORMAT = 1;

/** What a backup says of itself, without its passphrase. Throws OperateProblem when it is none, or a newer one. */
export async function readManifest(path: string, words: Words): Promise<Manifest> {
  const text = await readFile(join(path, 'manifest.json'), 'utf8').catch(() => undefined);
  const read = text === undefined ? undefined : parsed(text);
  if (typeof read !== 'object' || read === null || !('format' in read) || !('parts' in read))
    throw new OperateProblem(words.noManifest(path));
  if (read.format !== FORMAT) throw new OperateProblem(words.newerFormat);
  // Whether it is as we wrote it, its seal says.
  return read as unknown as Manifest;
}

/** Whether every file is as it was written; for who has no passphrase. Throws OperateProblem for the first that is not. */
export async function checkFiles(path: string, { parts }: Manifest, words: Words, say: (line: string) => void) {
  for (const { file, sha256 } of Object.values(parts) as readonly BackupPart[]) {
    if ((await hashOf(join(path, file)).catch(() => undefined)) !== sha256)
      throw new OperateProblem(words.damaged(file));
    say(words.whole(file));
  }
}

/** Opens a backup, and reads it once to its end before anything is done with it. Throws OperateProblem. */
export async function openBackup(
  path: string,
  passphrase: string,
  words: Words,
  say: (line: string) => void,
): Promise<OpenBackup> {
  const manifest = await readManifest(path, words);
  const { id, protection, parts } = manifest;
  const key = unwrapBackupKey(passphrase, id, protection);
  if (key === undefined) throw new OperateProblem(words.wrongPassphrase);
  if (!isGenuine(manifest, key.manifest)) throw new OperateProblem(words.notGenuine);
  await checkFiles(path, manifest, words, say);
  const read = (part: PartName): Readable => readPart(join(path, parts[part].file), parts[part], key);
  for (const part of ['queue', 'record', 'keys'] as const)
    await pipeline(read(part), drained).catch(() => {
      throw new OperateProblem(words.damaged(parts[part].file));
    });
  return { manifest, read };
}

async function drained(source: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of source);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
