import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Redis } from 'ioredis';
import type { SealingKeys } from '../../gateway/lanes/sealing.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { OperateProblem } from '../gateway-client.ts';
import { type KeysPart, type Manifest, type QueuePart, type RecordPart, sealedManifest } from './manifest.ts';
import { type BackupKey, COMPRESSION, newBackupKey, writePart } from './protection.ts';
import { type QueueTold, queueDump } from './queue-dump.ts';
import type { RecordStore } from './record-store.ts';
import type { Words } from './words.ts';

export interface MakeBackupDeps {
  readonly redis: Redis;
  readonly record: RecordStore;
  readonly hapiUrl: string;
  readonly sealingKeys: SealingKeys;
  readonly sealingKeysText: string;
  readonly release: string;
  readonly passphrase: string;
  readonly words: Words;
  readonly say: (line: string) => void;
  readonly now: () => Date;
}

export interface MadeBackup {
  readonly path: string;
  readonly manifest: Manifest;
}

const MANIFEST = 'manifest.json';

/**
 * One folder below the given one, with the queue, the record and the sealing keys, each encrypted. The queue first: what it still had to do
 * then is in it, what it had done is in the record that is read afterwards; what both hold is processed again and changes nothing. The
 * folder takes its name only once it is whole. Throws OperateProblem.
 */
export async function makeBackup(below: string, deps: MakeBackupDeps): Promise<MadeBackup> {
  const { redis, sealingKeys, words, say, now } = deps;
  if (sealingKeys.length === 0) throw new OperateProblem(words.noKeys);
  const lanes = Number(await redis.get(redisKeys.laneCount));
  if (lanes === 0) throw new OperateProblem(words.noQueue);
  const madeAt = now().toISOString();
  const id = `passerelle-${madeAt.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-')}`;
  const path = join(below, id);
  const partial = `${path}.partial`;
  const { key, wrapped } = newBackupKey(deps.passphrase, id);
  await mkdir(below, { recursive: true });
  // Never another one's: two backups in one second are one too many.
  await mkdir(partial, { mode: 0o700 });
  try {
    const queue = await queuePart(partial, key, deps);
    say(words.queueHeld(queue.keys, queue.heldMs));
    const record = await recordPart(partial, key, deps);
    const keys = await keysPart(partial, key, deps);
    const parts = { queue, record, keys };
    const { release } = deps;
    const manifest = sealedManifest(
      { format: 1, id, madeAt, release, lanes, protection: wrapped, parts },
      key.manifest,
    );
    const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
    await writeFile(join(partial, MANIFEST), text, { mode: 0o600, flush: true });
    await rename(partial, path);
    await flushFolder(below);
    say(words.made(path));
    return { path, manifest };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function queuePart(folder: string, key: BackupKey, { redis, words, say }: MakeBackupDeps): Promise<QueuePart> {
  let told: QueueTold | undefined;
  const dump = queueDump({
    redis,
    words,
    told: (it) => {
      told = it;
    },
    progress: everySecond((keys) => say(words.reading(words.part.queue, `${keys}`))),
  });
  const source = Readable.from(dump, { objectMode: false });
  const part = await writePart(source, join(folder, 'queue.enc'), 'queue.enc', key, COMPRESSION.queue);
  if (told === undefined) throw new TypeError('a dump of the queue ended without saying so');
  return { ...part, ...told };
}

async function recordPart(
  folder: string,
  key: BackupKey,
  { record, hapiUrl, words, say, now }: MakeBackupDeps,
): Promise<RecordPart> {
  const about = await whatHapiSays(hapiUrl);
  const takenAt = now().toISOString();
  const shown = everySecond((bytes) => say(words.reading(words.part.record, `${(bytes / 1e6).toFixed(1)} Mo/MB`)));
  const file = 'record.enc';
  const part = await writePart(counting(record.read(), shown), join(folder, file), file, key);
  return { ...part, takenAt, kind: record.kind, ...about };
}

async function keysPart(
  folder: string,
  key: BackupKey,
  { sealingKeys, sealingKeysText }: MakeBackupDeps,
): Promise<KeysPart> {
  const part = await writePart(Readable.from([sealingKeysText]), join(folder, 'keys.enc'), 'keys.enc', key);
  return { ...part, ids: sealingKeys.map(({ id }) => id) };
}

const ASK_TIMEOUT_MS = 30_000;

/** For whoever compares backups; without HAPI the record is backed up all the same. */
async function whatHapiSays(hapiUrl: string): Promise<Pick<RecordPart, 'hapiVersion' | 'newestLastUpdated'>> {
  const ask = async (path: string): Promise<unknown> => {
    const response = await fetch(`${hapiUrl}/${path}`, {
      headers: { accept: 'application/fhir+json', 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
    }).catch(() => undefined);
    return response?.ok ? response.json() : undefined;
  };
  // What HAPI answers is FHIR: looked into, and nothing more than told.
  const history = (await ask('_history?_count=1')) as fhir4.Bundle<fhir4.FhirResource> | undefined;
  const metadata = (await ask('metadata?_elements=software')) as fhir4.CapabilityStatement | undefined;
  const hapiVersion = metadata?.software?.version;
  const newestLastUpdated = history?.entry?.[0]?.resource?.meta?.lastUpdated;
  return {
    ...(hapiVersion !== undefined && { hapiVersion }),
    ...(newestLastUpdated !== undefined && { newestLastUpdated }),
  };
}

/** Passes a stream on and tells how much has passed. */
const counting = (source: Readable, shown: (bytes: number) => void): Readable =>
  Readable.from(
    (async function* () {
      let bytes = 0;
      for await (const chunk of source) {
        bytes += chunk.length;
        shown(bytes);
        yield chunk;
      }
    })(),
    { objectMode: false },
  );

/** Progress is for people: once a second at most. */
export function everySecond(tell: (count: number) => void): (count: number) => void {
  let toldMs = performance.now();
  return (count) => {
    if (performance.now() - toldMs < 1_000) return;
    toldMs = performance.now();
    tell(count);
  };
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
