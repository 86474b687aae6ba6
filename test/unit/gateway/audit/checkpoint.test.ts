import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkpointHash, openCheckpoint } from '../../../../gateway/audit/checkpoint.ts';
import { checkpointsIn } from '../../../../gateway/audit/checkpoint-folder.ts';
import { makeCheckpoint } from '../../../../gateway/audit/make-checkpoint.ts';
import { signingKeyAt, verifyingKeyAt } from '../../../../gateway/audit/signing-key.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

test('a checkpoint says where the chain stands and names the one before; nobody without the key can change what it says', async () => {
  const { redis, texts } = memoryRedis();
  let day = 0;
  const now = () => {
    day += 1;
    return new Date(Date.UTC(2026, 2, day));
  };
  expect(await makeCheckpoint({ redis, privateKey, folder, now })).toBeUndefined();
  for (const n of [5, 9]) {
    texts.set(redisKeys.auditHead, JSON.stringify(['chain-1', n, 'ab'.repeat(32)]));
    await makeCheckpoint({ redis, privateKey, folder, now });
  }
  const kept = await checkpointsIn(folder);
  const [first, second] = kept.flatMap(({ signed }) => signed ?? []);
  if (first === undefined || second === undefined) throw new Error('not kept');
  expect(openCheckpoint(second, publicKey)).toMatchObject({
    head: { chain: 'chain-1', n: 9 },
    previous: checkpointHash(first),
  });
  const forged = { ...second, checkpoint: second.checkpoint.replace('"n":9', '"n":8') };
  expect(forged.checkpoint).not.toBe(second.checkpoint);
  expect(openCheckpoint(forged, publicKey)).toBeUndefined();
  expect(openCheckpoint(second, generateKeyPairSync('ed25519').publicKey)).toBeUndefined();

  await writeFile(join(folder, kept[0]?.file ?? ''), 'cut off');
  expect((await checkpointsIn(folder))[0]?.signed).toBeUndefined();
  expect(await readFile(join(folder, kept[1]?.file ?? ''), 'utf8')).not.toContain('PRIVATE');
});

test('a folder that does not exist yet holds none', async () => {
  expect(await checkpointsIn(join(folder, 'not-there'))).toEqual([]);
});

test('keys come from files in PEM; one of another kind, or none, is said by the name of its file', async () => {
  const [own, open, other] = ['own.pem', 'open.pem', 'other.pem'].map((name) => join(folder, name));
  if (own === undefined || open === undefined || other === undefined) throw new Error('no names');
  await writeFile(own, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await writeFile(open, publicKey.export({ type: 'spki', format: 'pem' }));
  await writeFile(other, generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  expect(signingKeyAt(own).type).toBe('private');
  expect(verifyingKeyAt(own).type).toBe('public');
  expect(verifyingKeyAt(open).type).toBe('public');
  expect(() => signingKeyAt(open)).toThrow(open);
  expect(() => signingKeyAt(other)).toThrow(other);
  expect(() => verifyingKeyAt(join(folder, 'none.pem'))).toThrow('none.pem');
});
