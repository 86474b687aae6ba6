import { expect, test } from '@jest/globals';
import { shownBook } from '../../../../gateway/disclosure/shown-book.ts';
import {
  type FoundTask,
  type ListAsked,
  type PlaceInList,
  type TaskSource,
  tasksListed,
} from '../../../../gateway/disclosure/tasks-listed.ts';
import { aPartner } from '../../../builders/a-registry.ts';
import { memoryShelf } from '../../../builders/memory-shelf.ts';

const PARTNER = aPartner({ id: 'clsc-releve', transport: 'fhir-poll' });
const START = Date.parse('2026-03-10T15:00:00Z');

interface Standing {
  readonly lastUpdated: string;
  /** What the partner sees; undefined where it is hidden. */
  readonly seen?: string;
}

/** Tasks that change, and a list over them. */
function aList(books = memoryShelf()) {
  let ms = START;
  const now = () => new Date(ms);
  const standing = new Map<string, Standing>();
  const looked: string[] = [];
  let breaksOff: string | undefined;
  const source: TaskSource<string> = {
    kind: 'asked',
    numbers: async (_partner, since = '') =>
      [...standing].flatMap(([number, { lastUpdated }]): FoundTask[] =>
        lastUpdated < since ? [] : [{ number, lastUpdated, stamp: lastUpdated }],
      ),
    look: async (_partner, numbers) => {
      looked.push(...numbers);
      if (breaksOff !== undefined && numbers.includes(breaksOff)) throw new Error('the record went away');
      return numbers.flatMap((number) => {
        const it = standing.get(number);
        if (it === undefined) return [];
        const { seen, lastUpdated: stamp } = it;
        if (seen === undefined) return [{ number, stamp }];
        const act = async (): Promise<void> => undefined;
        const shown = { mark: seen, status: 'requested', versions: new Map(), show: async () => number, stillHas: act };
        return [{ number, stamp, shown }];
      });
    },
  };
  const book = shownBook({ shelf: books, now });
  const ask = (asked: Partial<ListAsked> = {}) =>
    tasksListed({ source, book, now }, PARTNER, { count: 20, isSince: () => true, isStatus: () => true, ...asked });
  return {
    looked,
    ask,
    breakOffAt: (number: string | undefined) => {
      breaksOff = number;
    },
    pass: (by: number) => {
      ms += by;
    },
    put: (number: string, seen: string | undefined, agoMs = 0) =>
      standing.set(number, { lastUpdated: new Date(ms - agoMs).toISOString(), ...(seen !== undefined && { seen }) }),
    /** Every page of it. */
    async all(asked: Partial<ListAsked> = {}): Promise<readonly string[]> {
      const told: string[] = [];
      let after: PlaceInList | undefined;
      do {
        const { page, last }: Awaited<ReturnType<typeof ask>> = await ask({
          ...asked,
          ...(after !== undefined && { after }),
        });
        told.push(...page);
        after = last;
      } while (after !== undefined);
      return told;
    },
  };
}
const name = (nth: number): string => `n-${String(nth).padStart(4, '0')}`;

test('more new in one go than are looked at for one page end it early, and the next page goes on behind them', async () => {
  const list = aList();
  const ends = [name(0), name(899)];
  for (let nth = 0; nth < 900; nth += 1) {
    list.pass(1_000);
    list.put(name(nth), ends.includes(name(nth)) ? 'seen' : undefined);
  }
  const first = await list.ask({ count: 5 });
  expect(first.page).toEqual([name(0)]);
  expect(list.looked).toHaveLength(500);
  if (first.last === undefined) throw new Error('no next page');
  const second = await list.ask({ count: 5, after: first.last });
  expect([second.page, second.last]).toEqual([[name(899)], undefined]);
  expect(new Set(list.looked).size).toBe(900);
});

test('where all that is looked at is hidden the page is empty and goes on: what follows is not lost', async () => {
  const list = aList();
  for (let nth = 0; nth < 501; nth += 1) {
    list.pass(1);
    list.put(name(nth), nth === 500 ? 'seen' : undefined);
  }
  expect(await list.all()).toEqual([name(500)]);
});

test('what the record shows later than it says that it changed is told all the same', async () => {
  const list = aList();
  list.put(name(0), 'seen');
  await list.all();
  list.pass(60_000);
  list.put(name(1), 'seen');
  await list.all();
  list.pass(1_000);
  // It began before the other was read, and is there only now.
  list.put(name(2), 'seen', 31_000);
  const newest = START + 60_000;
  expect(await list.all({ isSince: (ms) => ms > newest })).toEqual([name(2)]);
});

test('a list that is not followed to its end takes nothing from the next one', async () => {
  const list = aList();
  for (const nth of [0, 1]) list.put(name(nth), 'seen');
  await list.all();
  const before = START + 1;
  list.pass(1_000);
  list.put(name(0), 'other');
  list.pass(10 * 60_000);
  list.put(name(1), 'other');
  // One page of one: what is beyond it was noticed too, or is found by the next.
  const { page } = await list.ask({ count: 1, isSince: (ms) => ms > before });
  const rest = await list.all({ isSince: (ms) => ms > before });
  expect([...new Set([...page, ...rest])].sort()).toEqual([name(0), name(1)]);
});

test('a list that breaks off while it catches up loses nothing of what it had not come to', async () => {
  const list = aList();
  for (let nth = 0; nth < 120; nth += 1) {
    list.pass(10_000);
    list.put(name(nth), 'seen');
  }
  list.breakOffAt(name(70));
  await expect(list.all()).rejects.toThrow('the record went away');
  list.breakOffAt(undefined);
  expect((await list.all()).toSorted()).toEqual(Array.from({ length: 120 }, (_one, nth) => name(nth)));
});

test('two lists at once of one partner give no two Tasks the same moment', async () => {
  const shelf = memoryShelf();
  const books = [shownBook({ shelf, now: () => new Date(START) }), shownBook({ shelf, now: () => new Date(START) })];
  const noted = await Promise.all(
    Array.from({ length: 10 }, (_one, nth) =>
      books[nth % 2]?.note('p', [{ number: name(nth), stamp: '1', shown: { mark: 'm', status: 'requested' } }]),
    ),
  );
  const moments = noted.flatMap((one) => [...(one ?? new Map())].map(([, { since }]) => since));
  expect(new Set(moments).size).toBe(10);
});

test('a page of the list asks once of each Task on it', async () => {
  const list = aList();
  for (let nth = 0; nth < 30; nth += 1) list.put(name(nth), 'seen');
  await list.ask();
  expect(list.looked).toHaveLength(30);
  list.looked.length = 0;
  expect((await list.ask()).page).toHaveLength(20);
  // One more than the page says whether there is another.
  expect(list.looked.length).toBe(new Set(list.looked).size);
  expect(list.looked.length).toBeLessThanOrEqual(21);
});
