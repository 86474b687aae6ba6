import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BEGINNING, hashOf, type LinkedEntry, linked, onRecord } from '../../../../gateway/audit/chain.ts';
import { EXTENSIONS } from '../../../../mappings/domain/systems.ts';
import { chained, readingAt, verifyBench } from '../../../builders/a-verification.ts';

let folder: string;
let bench: ReturnType<typeof verifyBench>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  bench = verifyBench(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const own = generateKeyPairSync('ed25519');

test('whoever reaches the record alone writes no chain that is believed, nor an end to one that is written no more', async () => {
  const [first, second] = [chained('first', 4), chained('second', 2)];
  bench.standAt(first[2]);
  await bench.sign(own.privateKey);
  bench.standAt(second[1]);
  const record = [...first.slice(0, 3), ...second].map(onRecord);
  expect(await bench.doubts(record, own.publicKey)).toEqual([]);
  expect(await bench.doubts([...record, ...chained('forged', 3).map(onRecord)], own.publicKey)).toEqual([
    { kind: 'unknownChain', chain: 'forged', from: 1, to: 3 },
  ]);
  // What a checkpoint does not reach may be ours: nobody can say.
  expect(await bench.doubts([...first, ...second].map(onRecord), own.publicKey)).toEqual([
    { kind: 'unwitnessed', chain: 'first', from: 4, to: 4 },
  ]);
  // Nor ahead of the head of the chain that is being written.
  const ahead = linked(second[1]?.link, () => '', [{ ...chained('x', 1)[0]?.event, id: 'ahead' } as never]);
  expect(await bench.doubts([...record, ...ahead.map(onRecord)], own.publicKey)).toEqual([
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
    bench.standAt(entries[2]);
    const record = entries.map(onRecord).map((it) => ({
      ...it,
      meta: { ...it.meta, versionId: '1', lastUpdated: '2026-01-01T00:00:00Z', source: '#x' },
    }));
    expect(await bench.doubts(record)).toEqual([]);
    expect(await bench.doubts(record.map((it, nth) => (nth === 1 ? change(it) : it)))).toEqual([
      { kind: 'altered', chain: 'own', n: 2, id: 'own-2' },
    ]);
  },
);

test.each([0, -1, -7, 0.5])(
  'an entry that says place %d of a chain of its own is found: whoever reaches the record alone hides it behind no number',
  async (n) => {
    const own = chained('own', 2);
    bench.standAt(own[1]);
    const place = { chain: 'forged', n, previous: BEGINNING };
    const event = readingAt('forged', '2026-01-01T12:00:00.000Z');
    const forged = onRecord({ link: { ...place, hash: hashOf(place, event) }, event });
    expect(await bench.doubts([...own.map(onRecord), forged])).toContainEqual({
      kind: 'altered',
      chain: 'forged',
      n,
      id: 'forged',
    });
  },
);

test('an entry in no chain is believed only where it was written before there was one, whatever day it says', async () => {
  const own = chained('own', 2);
  bench.standAt(own[1]);
  const loose = (id: string, at: string, lastUpdated: string): fhir4.AuditEvent => ({
    ...readingAt(id, at),
    meta: { lastUpdated },
  });
  const old = loose('old', '2025-12-01T12:00:00.000Z', '2025-12-01T12:00:01.000Z');
  expect(await bench.doubts([...own.map(onRecord), old])).toEqual([]);
  const late = loose('late', '2026-01-02T00:00:00.000Z', '2026-01-02T00:00:01.000Z');
  const backdated = loose('backdated', '2025-12-01T12:00:00.000Z', '2026-01-05T12:00:00.000Z');
  expect(await bench.doubts([...own.map(onRecord), old, late, backdated])).toEqual([
    { kind: 'unchained', ids: ['late', 'backdated'] },
  ]);
});

test('what is written, moved and signed while all is looked at is no finding', async () => {
  const entries = chained('own', 5);
  bench.standAt(entries[2]);
  const store = {
    async *pages() {
      yield entries.slice(0, 3).map(onRecord);
      // Meanwhile two more are written, and a checkpoint is signed there.
      bench.standAt(entries[4]);
      await bench.sign(own.privateKey);
    },
  };
  expect((await bench.verify(store, [own.publicKey])).doubts).toEqual([]);
});

test('an end that is cut off is found by the head that Redis has, where nothing was signed yet', async () => {
  const entries = chained('own', 4);
  bench.standAt(entries[3]);
  expect(await bench.doubts(entries.slice(0, 2).map(onRecord))).toEqual([
    { kind: 'cutOff', chain: 'own', from: 3, to: 4 },
  ]);
  expect(await bench.doubts([])).toEqual([{ kind: 'cutOff', chain: 'own', from: 1, to: 4 }]);
});

test('two chains that are spliced are found: an entry keeps to the chain for which it was written, also at the same place', async () => {
  const [first, second] = [chained('first', 2), chained('second', 2)];
  bench.standAt(second[1]);
  const [begins, follows] = second;
  if (begins === undefined || follows === undefined) throw new Error('no chain');
  const taken = first.map(({ link, event }) => ({ event, link: { ...link, chain: 'second' } }));
  expect(await bench.doubts([begins, ...taken.slice(1)].map(onRecord))).toContainEqual(
    expect.objectContaining({ kind: 'altered', chain: 'second', n: 2 }),
  );
  expect(await bench.doubts([...taken.slice(0, 1), follows].map(onRecord))).toContainEqual(
    expect.objectContaining({ kind: 'altered', chain: 'second', n: 1 }),
  );
});

test('an entry that was given an extension of its own is found', async () => {
  const entries = chained('own', 2);
  bench.standAt(entries[1]);
  const record = entries.map(onRecord);
  const more = record.map((it) => ({
    ...it,
    extension: [{ url: 'urn:note', valueString: 'x' }, ...(it.extension ?? [])],
  }));
  expect(await bench.doubts([...record.slice(0, 1), ...more.slice(1)])).toEqual([
    { kind: 'altered', chain: 'own', n: 2, id: 'own-2' },
  ]);
});

test('what waits in Redis is looked at to its end; altered there or in the record, while it is in both, it is found', async () => {
  const entries = linked(
    undefined,
    () => 'own',
    Array.from({ length: 1_003 }, (_, nth) => readingAt(`own-${nth + 1}`, '2026-01-01T12:00:00.000Z')),
  );
  bench.standAt(entries.at(-1));
  const { waiting } = bench;
  const waits = async (those: readonly LinkedEntry[]) => {
    waiting.splice(0, waiting.length, ...those);
    return bench.doubts(entries.slice(0, 3).map(onRecord));
  };
  expect(await waits(entries)).toEqual([]);
  const alter = ({ link, event }: LinkedEntry): LinkedEntry => ({ link, event: { ...event, outcome: '8' } });
  for (const nth of [1, 1_001]) {
    const altered = entries.map((it, at) => (at === nth ? alter(it) : it));
    expect(await waits(altered)).toEqual([{ kind: 'altered', chain: 'own', n: nth + 1, id: `own-${nth + 1}` }]);
  }
  waiting.splice(0, waiting.length, ...entries);
  const record = entries.slice(0, 3).map((it, at) => onRecord(at === 1 ? alter(it) : it));
  expect(await bench.doubts(record)).toEqual([{ kind: 'altered', chain: 'own', n: 2, id: 'own-2' }]);
});

test.each([
  ['no JSON', 'garbage'],
  ['nothing', 'null'],
  ['no link', JSON.stringify({ event: chained('own', 1)[0]?.event })],
  ['half a link', JSON.stringify({ ...chained('own', 1)[0], link: { chain: 'own', n: 1 } })],
  ['no entry', JSON.stringify({ ...chained('own', 1)[0], event: { resourceType: 'Patient', id: 'x' } })],
])('what somebody else put among what waits in Redis (%s) is named, and the rest is looked at', async (_what, text) => {
  const own = chained('own', 3);
  bench.standAt(own[2]);
  bench.waiting.push(text, ...own.slice(1));
  expect(await bench.doubts(own.slice(0, 1).map(onRecord))).toEqual([{ kind: 'unreadable', at: '1-0' }]);
});

test.each(['garbage', 'null', '[]', '["own","3","x"]', '{"chain":"own","n":3}'])(
  'a head that is none (%s) is named, and nothing is signed behind it',
  async (text) => {
    bench.headIs(text);
    expect(await bench.doubts(chained('own', 3).map(onRecord))).toEqual([
      { kind: 'unknownChain', chain: 'own', from: 1, to: 3 },
      { kind: 'unreadable', at: 'head' },
    ]);
    await expect(bench.sign(own.privateKey)).rejects.toMatchObject({ kind: 'unavailable' });
  },
);
