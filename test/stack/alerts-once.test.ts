import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { type AlertBook, alertBook } from '../../gateway/operations/alerts.ts';
import { closer } from '../../gateway/process/closer.ts';
import { startStack } from '../../sandbox/launcher/start-stack.ts';

const PROCESSES = 6;
const HOLD_MS = 1_000;
const closing = closer();
let at = Date.parse('2026-03-11T12:00:00.000Z');
let books: readonly AlertBook[];
beforeAll(async () => {
  const stack = await startStack({
    say: () => undefined,
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
  closing.add(() => stack.stop());
  books = Array.from({ length: PROCESSES }, () => {
    const redis = new Redis(stack.redis.url);
    closing.add(() => redis.disconnect());
    return alertBook({ redis, holdMs: HOLD_MS, now: () => new Date(at) });
  });
});
afterAll(() => closing.close());

test('of six connections to a real Redis that see the same at once, one is told that an alert opened, and one that it closed', async () => {
  const partners = Array.from({ length: 40 }, (_, index) => `clsc-${index}`);
  const see = async (stands: boolean): Promise<readonly string[]> => {
    const told = await Promise.all(
      books.flatMap((book) =>
        partners.map(async (of) => {
          const change = await book.note({ alert: 'partner-behind', of }, stands);
          return change === undefined ? [] : [`${of} ${change}`];
        }),
      ),
    );
    return told.flat().toSorted();
  };
  const all = (change: string): readonly string[] => partners.map((of) => `${of} ${change}`).toSorted();
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await see(true)).toEqual(all('opened'));
    expect(await see(true)).toEqual([]);
    expect(await see(false)).toEqual([]);
    at += HOLD_MS;
    expect(await see(false)).toEqual(all('closed'));
    expect(await see(false)).toEqual([]);
  }
  expect(await books[0]?.open()).toEqual([]);
  expect(await books[0]?.closed()).toHaveLength(3 * partners.length);
});
