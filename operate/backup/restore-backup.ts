import { writeFile } from 'node:fs/promises';
import type { Redis } from 'ioredis';
import { type SealingKeys, sealingKeysFrom } from '../../gateway/lanes/sealing.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { OperateProblem } from '../gateway-client.ts';
import { everySecond } from './make-backup.ts';
import { openBackup } from './open-backup.ts';
import { restoreQueue } from './queue-dump.ts';
import type { RecordStore } from './record-store.ts';
import { redo } from './redo.ts';
import type { Words } from './words.ts';

export interface RestoreDeps {
  readonly redis: Redis;
  /** Made only when the record is to be restored. */
  readonly record: () => RecordStore;
  readonly hapiUrl: string;
  readonly sealingKeys: SealingKeys;
  readonly passphrase: string;
  readonly words: Words;
  readonly say: (line: string) => void;
  readonly now: () => Date;
}

export interface RestoreAsked {
  /** One of them; both without it. */
  readonly only?: 'queue' | 'record';
  /** Where the sealing keys are to be written. */
  readonly keysTo?: string;
  /** May erase what Redis holds. */
  readonly replace: boolean;
  /** Otherwise the backup is looked through, and nothing more. */
  readonly really: boolean;
}

/**
 * Puts a backup back, whole or in part, while the gateway, the workers and HAPI are stopped. A record restored alone is older than the queue:
 * what went into the record since is put back at the head of its lanes. Throws OperateProblem, before anything was changed where it can be
 * known before.
 */
export async function restoreBackup(path: string, asked: RestoreAsked, deps: RestoreDeps): Promise<void> {
  const { words, say } = deps;
  const { manifest, read } = await openBackup(path, deps.passphrase, words, say);
  const keys = await textOf(read('keys'));
  const others = otherKeys(sealingKeysFrom(keys), deps.sealingKeys);
  if (others.length > 0) say(words.otherKeys(others.join(', ')));
  if (!asked.really) return say(words.dryRun);

  const [queue, record] = [asked.only !== 'record', asked.only !== 'queue'];
  const store = record ? deps.record() : undefined;
  await mustBeStopped(asked, deps);
  if (asked.keysTo !== undefined) {
    await writeFile(asked.keysTo, `${keys}\n`, { mode: 0o600, flag: 'wx' });
    say(words.keysWritten(asked.keysTo));
  }
  if (store !== undefined) {
    await store.write(read('record'));
    say(words.restored(words.part.record));
  }
  if (queue) {
    if (asked.replace) await deps.redis.flushdb();
    const shown = everySecond((count) => say(words.reading(words.part.queue, `${count}/${manifest.parts.queue.keys}`)));
    await restoreQueue({ redis: deps.redis, words, progress: shown, nowMs: deps.now().getTime() }, read('queue'));
    // The record goes further than this queue: an audit chain that went on from here would have two entries in one place. A new one begins.
    await deps.redis.del(redisKeys.auditHead);
    say(words.restored(words.part.queue));
  } else {
    const since = manifest.parts.record.takenAt;
    say(words.redone(await redo(deps.redis, new Date(since), words), since));
  }
  if (record) say(words.thenMissing);
}

async function mustBeStopped({ only, replace }: RestoreAsked, deps: RestoreDeps): Promise<void> {
  const { redis, words, hapiUrl } = deps;
  await nobodyElse(redis, words);
  if (only !== 'record' && !replace && (await redis.dbsize()) > 0) throw new OperateProblem(words.redisNotEmpty);
  if (only !== 'queue' && (await answers(hapiUrl))) throw new OperateProblem(words.recordRuns(hapiUrl));
}

/** Throws OperateProblem while anybody else is connected to Redis: a gateway or a worker would take up what is not all there yet. */
export async function nobodyElse(redis: Redis, words: Words): Promise<void> {
  const own = await redis.client('ID');
  const list = String(await redis.client('LIST'));
  const others = list.split('\n').filter((line) => line.startsWith('id=') && !line.startsWith(`id=${own} `));
  if (others.length > 0) throw new OperateProblem(words.stillConnected(others.length));
}

const ASK_TIMEOUT_MS = 5_000;

const answers = (hapiUrl: string): Promise<boolean> =>
  fetch(`${hapiUrl}/metadata?_elements=software`, { signal: AbortSignal.timeout(ASK_TIMEOUT_MS) }).then(
    () => true,
    (error: Error) => error.name === 'TimeoutError',
  );

const otherKeys = (kept: SealingKeys, present: SealingKeys): readonly string[] =>
  kept.filter(({ id, key }) => !present.some((it) => it.id === id && it.key.equals(key))).map(({ id }) => id);

async function textOf(source: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
