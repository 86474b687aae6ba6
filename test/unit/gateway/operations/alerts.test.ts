import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alertBook, watchedOf } from '../../../../gateway/operations/alerts.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const HOLD_MS = 1_000;
const CLSC = { alert: 'partner-behind', of: 'clsc-verdun' } as const;

/** Several processes behind one Redis, and one clock. */
function bench(processes = 3) {
  const { redis } = memoryRedis();
  let at = Date.parse('2026-03-11T12:00:00.000Z');
  const open = () => alertBook({ redis, holdMs: HOLD_MS, now: () => new Date(at) });
  const books = Array.from({ length: processes }, open);
  const [book = open()] = books;
  return {
    book,
    later: (ms: number) => {
      at += ms;
    },
    /** What all of them are told when they see the same at once. */
    see: async (stands: boolean, afterMs?: number) =>
      (await Promise.all(books.map((it) => it.note(CLSC, stands, afterMs)))).filter((it) => it !== undefined),
    restarted: open,
  };
}

test('however many processes see it, an alert opens once and closes once', async () => {
  const { book, see, later } = bench();
  expect(await see(true)).toEqual(['opened']);
  later(5_000);
  expect(await see(true)).toEqual([]);
  expect(await see(false)).toEqual([]);
  later(HOLD_MS);
  expect(await see(false)).toEqual(['closed']);
  expect(await see(false)).toEqual([]);
  expect([await book.open(), await book.closed()]).toEqual([
    [],
    [{ ...CLSC, since: '2026-03-11T12:00:00.000Z', until: '2026-03-11T12:00:06.000Z' }],
  ]);
});

test('a process that starts anew opens nothing a second time', async () => {
  const { see, restarted } = bench();
  await see(true);
  expect(await restarted().note(CLSC, true)).toBeUndefined();
  expect(await restarted().open()).toMatchObject([CLSC]);
});

test('a cause that comes and goes faster than the hold is one alert', async () => {
  const { see, later } = bench();
  const told: string[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    told.push(...(await see(turn % 2 === 0)));
    later(HOLD_MS / 2);
  }
  expect(told).toEqual(['opened']);
});

test('what must have stood for a while opens nothing before, and begins again when it was gone', async () => {
  const { see, later } = bench();
  expect(await see(true, 500)).toEqual([]);
  later(400);
  expect(await see(false, 500)).toEqual([]);
  expect(await see(true, 500)).toEqual([]);
  later(499);
  expect(await see(true, 500)).toEqual([]);
  later(1);
  expect(await see(true, 500)).toEqual(['opened']);
});

test('whatever is seen and when, openings and closings take turns, and none closes within the hold', async () => {
  const looks = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 2 * HOLD_MS })), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(looks, async (seen) => {
      const { see, later } = bench(2);
      let clearMs: number | undefined;
      const told: string[] = [];
      for (const [stands, ms] of seen) {
        const changes = await see(stands);
        if (stands) clearMs = undefined;
        else clearMs ??= 0;
        if (changes.includes('closed')) expect(clearMs).toBeGreaterThanOrEqual(HOLD_MS);
        told.push(...changes);
        later(ms);
        if (clearMs !== undefined) clearMs += ms;
      }
      expect(told).toEqual(told.map((_, index) => (index % 2 === 0 ? 'opened' : 'closed')));
    }),
  );
});

test('everything that can be alerted is listed once', () => {
  const names = watchedOf(['a', 'b'], ['a', 'c']).map(({ alert, of }) => `${alert}|${of}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining([
      'partner-behind|a',
      'partner-behind|b',
      'record-away|',
      'set-aside|event',
      'emergency-access|a',
      'emergency-access|c',
    ]),
  );
});
