import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isGenuine, type Manifest, sealedManifest } from '../../../../operate/backup/manifest.ts';
import { hashOf, newBackupKey, readPart, unwrapBackupKey, writePart } from '../../../../operate/backup/protection.ts';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PASSPHRASE = 'quatre mots que personne ne devine';
const { key, wrapped } = newBackupKey(PASSPHRASE, 'b-1');

const read = async (source: Readable): Promise<Buffer> => Buffer.concat(await source.toArray());

test('what goes into a part comes out of it, whatever it is and however it is cut, and its file has the hash that is told', async () => {
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 2_000 })), async (chunks) => {
      files += 1;
      const path = join(folder, `part-${files}`);
      const bytes = chunks.map((chunk) => Buffer.from(chunk));
      const part = await writePart(Readable.from(bytes, { objectMode: false }), path, 'queue.enc', key);
      expect(await read(readPart(path, part, key))).toEqual(Buffer.concat(bytes));
      expect([await hashOf(path), readFileSync(path).length]).toEqual([part.sha256, part.bytes]);
    }),
    { numRuns: 30 },
  );
});

test('a part of which one bit was changed, or that stands under another name, does not open', async () => {
  const path = join(folder, 'part');
  const part = await writePart(Readable.from([Buffer.from('Mai Nguyễn'.repeat(50))]), path, 'record.enc', key);
  const bytes = readFileSync(path);
  expect(bytes.includes('Mai')).toBe(false);
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(path, changed);
    await expect(read(readPart(path, part, key))).rejects.toThrow();
  }
  writeFileSync(path, bytes);
  await expect(read(readPart(path, { ...part, file: 'queue.enc' }, key))).rejects.toThrow();
});

test('only its own passphrase opens a backup, for its own id, however the accents were typed', () => {
  expect(unwrapBackupKey(PASSPHRASE, 'b-1', wrapped)).toEqual(key);
  expect(unwrapBackupKey(`${PASSPHRASE}.`, 'b-1', wrapped)).toBeUndefined();
  expect(unwrapBackupKey(PASSPHRASE, 'b-2', wrapped)).toBeUndefined();
  const accented = newBackupKey('phrase répétée'.normalize('NFC'), 'b-1');
  expect(unwrapBackupKey('phrase répétée'.normalize('NFD'), 'b-1', accented.wrapped)).toEqual(accented.key);
});

test('a manifest that asks for more memory than any of ours is refused, not tried', () => {
  const greedy = { ...wrapped, kdf: { ...wrapped.kdf, N: 2 ** 30 } };
  expect(unwrapBackupKey(PASSPHRASE, 'b-1', greedy)).toBeUndefined();
});

test('a manifest in which anything was changed is not genuine', () => {
  const part = { file: 'f', bytes: 1, sha256: 's', nonce: 'n', tag: 't' };
  const takenAt = '2026-11-26T03:00:00.000Z';
  const manifest = sealedManifest(
    {
      format: 1,
      id: 'b-1',
      madeAt: takenAt,
      release: '0.2.0',
      lanes: 4,
      protection: wrapped,
      parts: {
        queue: { ...part, takenAt, redisVersion: '7', keys: 1, position: { runId: 'r', changes: 2 }, heldMs: 3 },
        record: { ...part, takenAt, kind: 'h2' },
        keys: { ...part, ids: ['k'] },
      },
    },
    key.manifest,
  );
  const kept: Manifest = JSON.parse(JSON.stringify(manifest));
  expect(isGenuine(kept, key.manifest)).toBe(true);
  expect(isGenuine({ ...kept, lanes: 2 }, key.manifest)).toBe(false);
  const { record } = kept.parts;
  const later = { ...record, takenAt: '2026-11-26T04:00:00.000Z' };
  expect(isGenuine({ ...kept, parts: { ...kept.parts, record: later } }, key.manifest)).toBe(false);
  expect(isGenuine({ ...kept, seal: '' }, key.manifest)).toBe(false);
});
