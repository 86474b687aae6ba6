import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { onRecord } from '../../../../gateway/audit/chain.ts';
import { type Refused, refusalBook } from '../../../../gateway/audit/refusal-book.ts';
import type { RefusedCall } from '../../../../gateway/audit/refused-call-event.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { memoryAudit } from '../../../builders/memory-audit.ts';
import { hasHoles } from '../../../builders/valid-transaction.ts';

const MINUTE_MS = 60_000;

function bench(write: (refused: RefusedCall) => Promise<void> = async () => undefined) {
  const written: RefusedCall[] = [];
  const logged: object[] = [];
  let at = Date.parse('2026-11-26T12:00:00Z');
  let ids = 0;
  const book = refusalBook({
    audit: {
      refusedCall: async (it) => {
        await write(it);
        written.push(it);
      },
    },
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    now: () => new Date(at),
    log: { error: (it: object) => void logged.push(it) } as never,
  });
  const later = (ms: number) => {
    at += ms;
  };
  return { book, written, logged, later, times: () => written.reduce((sum, it) => sum + it.times, 0) };
}

const stranger = (network: string): Refused => ({ by: { network }, why: 'signature', route: 'GET /v1/changes' });
const known = (client: string): Refused => ({ by: { of: { centre: 'verdun' }, client }, why: 'forbidden' });

test('a refusal has its entry before it is answered: who, why, at which address, when', async () => {
  const { book, written } = bench();
  await book.note({ ...known('appli'), route: 'GET /v1/exchanges/{id}' });
  expect(written).toEqual([
    {
      id: 'id-1',
      at: '2026-11-26T12:00:00.000Z',
      times: 1,
      by: { of: { centre: 'verdun' }, client: 'appli' },
      why: 'forbidden',
      route: 'GET /v1/exchanges/{id}',
    },
  ]);
});

test('ten calls of one network in a minute have an entry each, a thousand more have one together, once the minute has passed', async () => {
  const { book, written, later, times } = bench();
  for (let call = 0; call < 1_010; call += 1) await book.note(stranger('203.0.113.0/24'));
  expect(written).toHaveLength(10);
  await book.tellMore();
  expect(written).toHaveLength(10);
  later(MINUTE_MS);
  await book.tellMore();
  expect(written).toHaveLength(11);
  expect(written.at(-1)).toMatchObject({ why: 'more', times: 1_000 });
  expect(times()).toBe(1_010);
});

test('a flood from ten thousand networks leaves thirty entries and one that counts the rest, and hides no client that has a token', async () => {
  const { book, written, times } = bench();
  for (let n = 0; n < 10_000; n += 1) await book.note(stranger(`10.${n % 250}.${n % 241}.0/24`));
  await book.note(known('appli'));
  await book.tellMore('all');
  expect(written).toHaveLength(32);
  expect(written.filter(({ by }) => by !== undefined && 'of' in by)).toHaveLength(1);
  expect(times()).toBe(10_001);
});

test('one client that is refused without end takes no entry of another’s', async () => {
  const { book, written } = bench();
  for (let call = 0; call < 500; call += 1) await book.note(known('broken'));
  await book.note(known('other'));
  await book.tellMore('all');
  expect(written.filter(({ by }) => by && 'of' in by && by.client === 'other')).toHaveLength(1);
  expect(written.find(({ why }) => why === 'more')).toMatchObject({
    by: { of: { centre: 'verdun' }, client: 'broken' },
    times: 490,
  });
});

test('a client that sends without end what cannot be read hides nothing of what it is refused, and neither entry says how it was counted', async () => {
  const { book, written } = bench();
  for (let call = 0; call < 500; call += 1) await book.note({ ...known('broken'), why: 'invalidInput', unread: true });
  await book.note(known('broken'));
  expect(written.map(({ why }) => why)).toEqual([...Array(10).fill('invalidInput'), 'forbidden']);
  expect(written.filter((it) => 'unread' in it)).toEqual([]);
});

test('an audit that fails or does not answer lets nothing through and stops nothing: the refusal goes on, and the log says that it has no entry', async () => {
  const failing = bench(async () => {
    throw new Error('Redis is away');
  });
  await failing.book.note(stranger('203.0.113.0/24'));
  expect(failing.logged).toEqual([{ why: 'signature', times: 1 }]);
  const silent = bench(() => new Promise(() => undefined));
  await silent.book.note(stranger('203.0.113.0/24'));
  expect(silent.written).toEqual([]);
});

test('whoever is refused, however often and in whatever order: no call is uncounted, and entries stay within their bound', async () => {
  const calls = fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 40 }).map((n) => stranger(`10.0.${n}.0/24`)),
      fc.integer({ min: 0, max: 150 }).map((n) => known(`client-${n}`)),
    ),
    { maxLength: 2_000, size: 'max' },
  );
  await fc.assert(
    fc.asyncProperty(calls, async (all) => {
      const { book, written, times } = bench();
      for (const call of all) await book.note(call);
      await book.tellMore('all');
      expect(times()).toBe(all.length);
      expect(written.filter(({ by }) => by !== undefined && 'network' in by).length).toBeLessThanOrEqual(30);
      expect(written.length).toBeLessThanOrEqual(31 + 100 * 11 + 1);
    }),
    { numRuns: 20 },
  );
});

test.each<readonly [string, Omit<RefusedCall, 'id' | 'at'>, object]>([
  [
    'of a stranger',
    { ...stranger('203.0.113.0/24'), times: 1 },
    { subtype: [{ code: '110126' }], agent: [{ network: { address: '203.0.113.0/24', type: '2' } }] },
  ],
  ['of many strangers', { why: 'more', times: 412 }, { subtype: [{ code: '110126' }] }],
  [
    'of a person through an app, who asked for another’s exchange',
    {
      by: { of: { centre: 'verdun' }, client: 'appli', professional: 'ts-julie', role: 'clinical' },
      why: 'notFound',
      route: 'GET /v1/exchanges/{id}',
      on: '00000000-0000-5000-8000-0000000000a3',
      times: 1,
    },
    {
      subtype: [{ code: '110132' }],
      agent: [
        { altId: 'appli', requestor: false },
        { who: { identifier: { value: 'ts-julie' } }, requestor: true },
      ],
      entity: [{ what: { identifier: { value: 'urn:uuid:00000000-0000-5000-8000-0000000000a3' } } }],
    },
  ],
  [
    'of a partner’s system',
    { by: { of: { partner: 'clsc-verdun' }, client: 'clsc' }, why: 'forbidden', times: 1 },
    { agent: [{ who: { identifier: { value: 'clsc-verdun' } }, altId: 'clsc', requestor: true }] },
  ],
  [
    'of whoever operates',
    { by: { of: { operator: 'nuit' } }, why: 'forbidden', times: 1 },
    { agent: [{ altId: 'nuit', requestor: true }] },
  ],
])(
  'an entry %s is an AuditEvent that failed, and stands in no centre’s register',
  async (_whose, refused, expected) => {
    const { audit, chain } = memoryAudit();
    await audit.refusedCall({ ...refused, id: '00000000-0000-5000-8000-0000000000a5', at: '2026-03-10T12:00:00.000Z' });
    const [event] = chain.entries.map(onRecord);
    expect(event).toMatchObject({ outcome: '4', ...expected });
    expect(event?.source.site).toBeUndefined();
    expect(hasHoles(event)).toBe(false);
    expect(event && breachesOf(event)).toEqual([]);
  },
);
