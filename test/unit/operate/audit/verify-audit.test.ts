import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { accessEvent } from '../../../../gateway/audit/access-event.ts';
import { BEGINNING, hashOf, type LinkedEntry, linked, onRecord } from '../../../../gateway/audit/chain.ts';
import { makeCheckpoint } from '../../../../gateway/audit/make-checkpoint.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import { EXTENSIONS } from '../../../../mappings/domain/systems.ts';
import { endOfChain } from '../../../../operate/audit/end-of-chain.ts';
import { type Doubt, verifyAudit } from '../../../../operate/audit/verify-audit.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const chained = (chain: string, count: number): readonly LinkedEntry[] =>
  linked(
    undefined,
    () => chain,
    Array.from({ length: count }, (_, nth) =>
      accessEvent({
        id: `${chain}-${nth + 1}`,
        centre: 'verdun',
        by: { of: { centre: 'verdun' }, client: 'dossier' },
        how: 'read',
        kind: 'care-circle',
        on: [],
        children: ['enf-1'],
        at: `2026-01-0${nth + 1}T12:00:00.000Z`,
      }),
    ),
  );

const { redis, texts } = memoryRedis();
const standAt = (entry: LinkedEntry | undefined): void => {
  if (entry === undefined) texts.delete(redisKeys.auditHead);
  else texts.set(redisKeys.auditHead, JSON.stringify([entry.link.chain, entry.link.n, entry.link.hash]));
};
let day = 0;
const nextDay = (): Date => {
  day += 1;
  return new Date(Date.UTC(2026, 1, day));
};
const sign = (privateKey: KeyObject, now = nextDay) => makeCheckpoint({ redis, privateKey, folder, now });
const NOW = new Date('2026-06-01T12:00:00Z');
async function doubts(
  record: readonly fhir4.AuditEvent[],
  ...publicKeys: readonly KeyObject[]
): Promise<readonly Doubt[]> {
  return (await verify(holding(record), publicKeys)).doubts;
}

const holding = (record: readonly fhir4.AuditEvent[]) => ({
  async *pages() {
    yield record;
  },
});
const verify = (store: Parameters<typeof verifyAudit>[0]['store'], publicKeys: readonly KeyObject[]) =>
  verifyAudit({ redis, store, folder, publicKeys, now: () => NOW, progress: () => undefined });

const [old, own] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];

test('whoever reaches the record alone writes no chain that is believed, nor an end to one that is written no more', async () => {
  const [first, second] = [chained('first', 4), chained('second', 2)];
  standAt(first[2]);
  await sign(own.privateKey);
  standAt(second[1]);
  const record = [...first.slice(0, 3), ...second].map(onRecord);
  expect(await doubts(record, own.publicKey)).toEqual([]);
  expect(await doubts([...record, ...chained('forged', 3).map(onRecord)], own.publicKey)).toEqual([
    { kind: 'unknownChain', chain: 'forged', from: 1, to: 3 },
  ]);
  // What a checkpoint does not reach may be ours: nobody can say.
  expect(await doubts([...first, ...second].map(onRecord), own.publicKey)).toEqual([
    { kind: 'unwitnessed', chain: 'first', from: 4, to: 4 },
  ]);
  // Nor ahead of the head of the chain that is being written.
  const ahead = linked(second[1]?.link, () => '', [{ ...chained('x', 1)[0]?.event, id: 'ahead' } as never]);
  expect(await doubts([...record, ...ahead.map(onRecord)], own.publicKey)).toEqual([
    { kind: 'unwitnessed', chain: 'second', from: 3, to: 3 },
  ]);
});

const link = (text: string): fhir4.Extension => ({ url: EXTENSIONS.auditChain, valueString: text });
test.each<readonly [string, (event: fhir4.AuditEvent) => fhir4.AuditEvent]>([
  ['a second link', (it) => ({ ...it, extension: [...(it.extension ?? []), link('lie')] })],
  ['words in its link', (it) => ({ ...it, extension: it.extension?.map((one) => ({ ...one, ...link('lie') })) })],
  ['another profile', (it) => ({ ...it, meta: { profile: ['http://other'] } })],
  ['one profile more', (it) => ({ ...it, meta: { profile: [...(it.meta?.profile ?? []), 'http://other'] } })],
  ['a label', (it) => ({ ...it, meta: { ...it.meta, security: [{ code: 'V' }] } })],
  ['a tag', (it) => ({ ...it, meta: { ...it.meta, tag: [{ code: 'hidden' }] } })],
])(
  'an entry that was given %s, where no hash reaches, is found; what the server writes in meta is not',
  async (_what, change) => {
    const entries = chained('own', 3);
    standAt(entries[2]);
    const record = entries.map(onRecord).map((it) => ({
      ...it,
      meta: { ...it.meta, versionId: '1', lastUpdated: '2026-01-01T00:00:00Z', source: '#x' },
    }));
    expect(await doubts(record)).toEqual([]);
    expect(await doubts(record.map((it, nth) => (nth === 1 ? change(it) : it)))).toEqual([
      { kind: 'altered', chain: 'own', n: 2, id: 'own-2' },
    ]);
  },
);

test('once the signing key was changed, both public keys together verify every checkpoint, and each alone doubts those of the other', async () => {
  const entries = chained('own', 3);
  for (const [nth, key] of [old, old, own, own].entries()) {
    standAt(entries[Math.min(nth, 2)]);
    await sign(key.privateKey);
  }
  const record = entries.map(onRecord);
  expect(await doubts(record, old.publicKey, own.publicKey)).toEqual([]);
  expect(await doubts(record, own.publicKey, old.publicKey)).toEqual([]);
  for (const one of [old, own])
    expect((await doubts(record, one.publicKey)).filter(({ kind }) => kind === 'notSigned')).toHaveLength(2);
});

test('a chain that is written no more is vouched for by a checkpoint of its own end; none is signed of one still written, nor of one that lacks what was signed before', async () => {
  const [first, second] = [chained('first', 3), chained('second', 1)];
  const { privateKey, publicKey } = own;
  const endIn = (chain: string, record: readonly fhir4.AuditEvent[]) =>
    endOfChain(chain, privateKey, (publicKeys) => verify(holding(record), publicKeys));
  standAt(first[1]);
  await sign(privateKey);
  standAt(second[0]);
  const record = [...first, ...second].map(onRecord);
  expect(await doubts(record, publicKey)).toEqual([{ kind: 'unwitnessed', chain: 'first', from: 3, to: 3 }]);
  expect(await endIn('second', record)).toBeUndefined();
  expect(await endIn('third', record)).toBeUndefined();
  expect(await endIn('first', [...first.slice(0, 1), ...second].map(onRecord))).toBeUndefined();
  const rewritten = linked(first[0]?.link, () => '', [entry('other', '2026-01-02T12:00:00.000Z')]);
  expect(await endIn('first', [...first.slice(0, 1), ...rewritten, ...second].map(onRecord))).toBeUndefined();

  const ended = await endIn('first', record);
  expect(ended).toMatchObject({ chain: 'first', n: 3, hash: first[2]?.link.hash });
  await makeCheckpoint({ redis, privateKey, folder, now: nextDay, ...(ended && { ended }) });
  expect(await doubts(record, publicKey)).toEqual([]);
});

const entry = (id: string, at: string) =>
  accessEvent({
    id,
    centre: 'verdun',
    by: { of: { centre: 'verdun' } },
    how: 'read',
    kind: 'care-circle',
    on: [],
    children: ['enf-1'],
    at,
  });

test.each([0, -1, -7, 0.5])(
  'an entry that says place %d of a chain of its own is found: whoever reaches the record alone hides it behind no number',
  async (n) => {
    const own = chained('own', 2);
    standAt(own[1]);
    const place = { chain: 'forged', n, previous: BEGINNING };
    const event = entry('forged', '2026-01-01T12:00:00.000Z');
    const forged = onRecord({ link: { ...place, hash: hashOf(place, event) }, event });
    expect(await doubts([...own.map(onRecord), forged])).toContainEqual({
      kind: 'altered',
      chain: 'forged',
      n,
      id: 'forged',
    });
  },
);

test('an entry in no chain is believed only where it was written before there was one, whatever day it says', async () => {
  const own = chained('own', 2);
  standAt(own[1]);
  const loose = (id: string, at: string, lastUpdated: string): fhir4.AuditEvent => ({
    ...entry(id, at),
    meta: { lastUpdated },
  });
  const old = loose('old', '2025-12-01T12:00:00.000Z', '2025-12-01T12:00:01.000Z');
  expect(await doubts([...own.map(onRecord), old])).toEqual([]);
  const late = loose('late', '2026-01-02T00:00:00.000Z', '2026-01-02T00:00:01.000Z');
  const backdated = loose('backdated', '2025-12-01T12:00:00.000Z', '2026-01-05T12:00:00.000Z');
  expect(await doubts([...own.map(onRecord), old, late, backdated])).toEqual([
    { kind: 'unchained', ids: ['late', 'backdated'] },
  ]);
});

test('a checkpoint dated in the future is named, and once its clock is right again those that follow are doubted no more than it', async () => {
  const entries = chained('own', 4);
  standAt(entries[0]);
  await sign(own.privateKey);
  standAt(entries[1]);
  const ahead = await sign(own.privateKey, () => new Date('2031-01-01T00:00:00Z'));
  for (const nth of [2, 3]) {
    standAt(entries[nth]);
    await sign(own.privateKey);
  }
  expect(await doubts(entries.map(onRecord), own.publicKey)).toEqual([{ kind: 'ahead', file: ahead?.file }]);
});

test.each([0, 1, 2, 3])(
  'a checkpoint that is taken away (%d of the first four of five) is missed by the one that followed it',
  async (gone) => {
    const entries = chained('own', 5);
    const files: string[] = [];
    for (const one of entries) {
      standAt(one);
      files.push((await sign(own.privateKey))?.file ?? '');
    }
    const record = entries.map(onRecord);
    expect(await doubts(record, own.publicKey)).toEqual([]);
    await rm(join(folder, files[gone] ?? ''));
    expect(await doubts(record, own.publicKey)).toEqual([{ kind: 'checkpointGone', file: files[gone + 1] }]);
  },
);

test('an older checkpoint put there again, under whatever name, is found: beside the newest, or in its place', async () => {
  const entries = chained('own', 3);
  const files: string[] = [];
  for (const one of entries) {
    standAt(one);
    files.push((await sign(own.privateKey))?.file ?? '');
  }
  const [first = '', second = '', third = ''] = files.map((it) => join(folder, it));
  const record = entries.map(onRecord);
  for (const name of ['checkpoint-1999.json', 'checkpoint-2999.json']) {
    await copyFile(second, join(folder, name));
    const found = await doubts(record, own.publicKey);
    expect(found.map(({ kind }) => kind)).toEqual(['checkpointGone']);
    await rm(join(folder, name));
  }
  await copyFile(first, third);
  expect((await doubts(record, own.publicKey)).map(({ kind }) => kind)).toEqual(['checkpointGone']);
});

test('what is written, moved and signed while all is looked at is no finding', async () => {
  const entries = chained('own', 5);
  standAt(entries[2]);
  const store = {
    async *pages() {
      yield entries.slice(0, 3).map(onRecord);
      // Meanwhile two more are written, and a checkpoint is signed there.
      standAt(entries[4]);
      await sign(own.privateKey);
    },
  };
  expect((await verify(store, [own.publicKey])).doubts).toEqual([]);
});
