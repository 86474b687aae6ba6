import { sign as cryptoSign, generateKeyPairSync } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { linked, onRecord } from '../../../../gateway/audit/chain.ts';
import { endOfChain } from '../../../../operate/audit/end-of-chain.ts';
import { chained, holding, readingAt, verifyBench } from '../../../builders/a-verification.ts';

let folder: string;
let bench: ReturnType<typeof verifyBench>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  bench = verifyBench(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const [old, own] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];

test('once the signing key was changed, both public keys together verify every checkpoint, and each alone doubts those of the other', async () => {
  const entries = chained('own', 3);
  for (const [nth, key] of [old, old, own, own].entries()) {
    bench.standAt(entries[Math.min(nth, 2)]);
    await bench.sign(key.privateKey);
  }
  const record = entries.map(onRecord);
  expect(await bench.doubts(record, old.publicKey, own.publicKey)).toEqual([]);
  expect(await bench.doubts(record, own.publicKey, old.publicKey)).toEqual([]);
  for (const one of [old, own])
    expect((await bench.doubts(record, one.publicKey)).filter(({ kind }) => kind === 'notSigned')).toHaveLength(2);
});

test('a chain that is written no more is vouched for by a checkpoint of its own end; none is signed of one still written, nor of one that lacks what was signed before', async () => {
  const [first, second] = [chained('first', 3), chained('second', 1)];
  const { privateKey, publicKey } = own;
  const endIn = (chain: string, record: readonly fhir4.AuditEvent[]) =>
    endOfChain(chain, privateKey, (publicKeys) => bench.verify(holding(record), publicKeys));
  bench.standAt(first[1]);
  await bench.sign(privateKey);
  bench.standAt(second[0]);
  const record = [...first, ...second].map(onRecord);
  expect(await bench.doubts(record, publicKey)).toEqual([{ kind: 'unwitnessed', chain: 'first', from: 3, to: 3 }]);
  expect(await endIn('second', record)).toBeUndefined();
  expect(await endIn('third', record)).toBeUndefined();
  expect(await endIn('first', [...first.slice(0, 1), ...second].map(onRecord))).toBeUndefined();
  const rewritten = linked(first[0]?.link, () => '', [readingAt('other', '2026-01-02T12:00:00.000Z')]);
  expect(await endIn('first', [...first.slice(0, 1), ...rewritten, ...second].map(onRecord))).toBeUndefined();

  const ended = await endIn('first', record);
  expect(ended).toMatchObject({ chain: 'first', n: 3, hash: first[2]?.link.hash });
  await bench.sign(privateKey, undefined, first[2]?.link);
  expect(await bench.doubts(record, publicKey)).toEqual([]);
});

test('a checkpoint dated in the future is named, and once its clock is right again those that follow are doubted no more than it', async () => {
  const entries = chained('own', 4);
  bench.standAt(entries[0]);
  await bench.sign(own.privateKey);
  bench.standAt(entries[1]);
  const ahead = await bench.sign(own.privateKey, () => new Date('2031-01-01T00:00:00Z'));
  for (const nth of [2, 3]) {
    bench.standAt(entries[nth]);
    await bench.sign(own.privateKey);
  }
  expect(await bench.doubts(entries.map(onRecord), own.publicKey)).toEqual([{ kind: 'ahead', file: ahead?.file }]);
});

test.each([0, 1, 2, 3])(
  'a checkpoint that is taken away (%d of the first four of five) is missed by the one that followed it',
  async (gone) => {
    const entries = chained('own', 5);
    const files: string[] = [];
    for (const one of entries) {
      bench.standAt(one);
      files.push((await bench.sign(own.privateKey))?.file ?? '');
    }
    const record = entries.map(onRecord);
    expect(await bench.doubts(record, own.publicKey)).toEqual([]);
    await rm(join(folder, files[gone] ?? ''));
    expect(await bench.doubts(record, own.publicKey)).toEqual([{ kind: 'checkpointGone', file: files[gone + 1] }]);
  },
);

test('an older checkpoint put there again, under whatever name, is found: beside the newest, or in its place', async () => {
  const entries = chained('own', 3);
  const files: string[] = [];
  for (const one of entries) {
    bench.standAt(one);
    files.push((await bench.sign(own.privateKey))?.file ?? '');
  }
  const [first = '', second = '', third = ''] = files.map((it) => join(folder, it));
  const record = entries.map(onRecord);
  for (const name of ['checkpoint-1999.json', 'checkpoint-2999.json']) {
    await copyFile(second, join(folder, name));
    const found = await bench.doubts(record, own.publicKey);
    expect(found.map(({ kind }) => kind)).toEqual(['checkpointGone']);
    await rm(join(folder, name));
  }
  await copyFile(first, third);
  expect((await bench.doubts(record, own.publicKey)).map(({ kind }) => kind)).toEqual(['checkpointGone']);
});

test('a signature that is written another way is another one to the checkpoint that follows, and the last day that was signed is told', async () => {
  const entries = chained('own', 3);
  const made: string[] = [];
  const days: string[] = [];
  for (const one of entries) {
    bench.standAt(one);
    const { file, checkpoint } = (await bench.sign(own.privateKey)) ?? {};
    made.push(file ?? '');
    days.push(checkpoint?.madeAt ?? '');
  }
  const record = entries.map(onRecord);
  expect((await bench.verify(holding(record), [own.publicKey])).lastCheckpoint).toBe(days[2]);
  const path = join(folder, made[1] ?? '');
  const kept = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...kept, signature: `${kept.signature}\n` }));
  expect(await bench.doubts(record, own.publicKey)).toEqual([{ kind: 'checkpointGone', file: made[2] }]);
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
test.each([
  [
    'with another kind of key',
    (text: string) => cryptoSign('sha256', Buffer.from(text), rsa.privateKey).toString('base64'),
  ],
  ['with nothing', () => ''],
  [
    'with another key of the same kind',
    (text: string) => cryptoSign(null, Buffer.from(text), old.privateKey).toString('base64'),
  ],
])(
  'a checkpoint signed %s is believed no more than one that nobody signed, whatever key it names',
  async (_how, signature) => {
    const entries = chained('own', 2);
    bench.standAt(entries[1]);
    const { file = '' } = (await bench.sign(own.privateKey)) ?? {};
    const path = join(folder, file);
    const kept = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...kept, signature: signature(kept.checkpoint) }));
    expect(await bench.doubts(entries.map(onRecord), own.publicKey)).toEqual([{ kind: 'notSigned', file }]);
  },
);
