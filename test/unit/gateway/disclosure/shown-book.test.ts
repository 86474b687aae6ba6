import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { type BookShelf, shownBook } from '../../../../gateway/disclosure/shown-book.ts';
import { memoryShelf } from '../../../builders/memory-shelf.ts';

const AT_ONCE = 60;
const PROCESSES = 3;

/** A shelf that answers a turn later, as Redis does: whoever asked meanwhile has read the same edition. */
function farShelf(): BookShelf {
  const shelf = memoryShelf();
  const far =
    <W extends readonly unknown[], T>(ask: (...words: W) => Promise<T>) =>
    async (...words: W): Promise<T> => {
      await turn();
      return ask(...words);
    };
  return { all: far(shelf.all), some: far(shelf.some), change: far(shelf.change) };
}

test('a partner that reads many of its requests at once, from several gateways, is turned away for none of them', async () => {
  const shelf = farShelf();
  const books = Array.from({ length: PROCESSES }, () =>
    shownBook({ shelf, now: () => new Date('2026-03-10T15:00:00Z') }),
  );
  const read = async (number: string, book = books[0]): Promise<number | undefined> => {
    const noted = await book?.note('p', [{ number, stamp: '1', shown: { mark: number, status: 'requested' } }]);
    await book?.had('p', number, number);
    return noted?.get(number)?.since;
  };
  const moments = await Promise.all(
    Array.from({ length: AT_ONCE * PROCESSES }, (_one, nth) => read(`n${nth}`, books[nth % PROCESSES])),
  );
  expect(new Set(moments).size).toBe(AT_ONCE * PROCESSES);
  const { shown } = await shownBook({ shelf, now: () => new Date() }).read('p');
  expect([...shown].filter(([number, { mark, had }]) => mark === number && had === number)).toHaveLength(
    AT_ONCE * PROCESSES,
  );
});

test('a change that failed holds up none that comes after it', async () => {
  const shelf = farShelf();
  const book = shownBook({
    shelf: {
      ...shelf,
      change: (name, edition, texts) =>
        'broken' in texts ? Promise.reject(new Error('Redis went away')) : shelf.change(name, edition, texts),
    },
    now: () => new Date('2026-03-10T15:00:00Z'),
  });
  const noted = (number: string) => book.note('p', [{ number, stamp: '1', shown: { mark: 'm', status: 'requested' } }]);
  const all = await Promise.allSettled(['one', 'broken', 'other'].map(noted));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
