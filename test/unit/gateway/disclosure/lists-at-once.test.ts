import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BookShelf, shownBook } from '../../../../gateway/disclosure/shown-book.ts';
import {
  type FoundTask,
  type PlaceInList,
  type TaskSource,
  tasksListed,
} from '../../../../gateway/disclosure/tasks-listed.ts';
import { aPartner } from '../../../builders/a-registry.ts';
import { memoryShelf } from '../../../builders/memory-shelf.ts';

const PARTNER = aPartner({ id: 'clsc-releve', transport: 'fhir-poll' });
const START = Date.parse('2026-03-10T15:00:00Z');
const NUMBERS = ['a', 'b', 'c', 'd'] as const;

/** What one answer told of one Task. */
interface Told {
  readonly number: string;
  readonly content: string;
  readonly ms: number;
}

/** A change: of the Task itself, or of what is shown of it alone, as a consent changes it; shown nothing where absent. */
const changes = fc.record({
  number: fc.constantFrom(...NUMBERS),
  content: fc.constantFrom('1', '2', '3', undefined),
  isOfTask: fc.boolean(),
});

/** A record that changes, and lists over it whose questions are answered in the order that the scheduler says. */
function lists(scheduler: fc.Scheduler) {
  let ms = START;
  const now = () => new Date(ms);
  const content = new Map<string, string | undefined>();
  const changed = new Map<string, string>();
  const change = ({
    number,
    content: seen,
    isOfTask,
  }: {
    number: string;
    content?: string | undefined;
    isOfTask: boolean;
  }) => {
    ms += 1_000;
    content.set(number, seen);
    if (isOfTask || !changed.has(number)) changed.set(number, now().toISOString());
  };
  let isQuiet = false;
  const later = async <T>(answer: () => T): Promise<T> => {
    if (!isQuiet) await scheduler.schedule(Promise.resolve());
    return answer();
  };
  const source: TaskSource<Told> = {
    kind: 'asked',
    numbers: (_partner, since = '') =>
      later(() =>
        [...changed].flatMap(([number, at]): FoundTask[] =>
          at < since ? [] : [{ number, lastUpdated: at, stamp: at }],
        ),
      ),
    look: (_partner, numbers) =>
      later(() =>
        numbers.map((number) => {
          const [seen, stamp] = [content.get(number), changed.get(number) ?? ''];
          if (seen === undefined) return { number, stamp, again: true };
          return {
            number,
            stamp,
            shown: {
              mark: seen,
              status: 'requested',
              versions: new Map(),
              show: async (since) => ({ number, content: seen, ms: Date.parse(since) }),
              stillHas: async () => undefined,
            },
          };
        }),
      ),
  };
  const shelf = memoryShelf();
  const slow: BookShelf = {
    all: (...words) => later(() => shelf.all(...words)).then((it) => it),
    some: (...words) => later(() => shelf.some(...words)).then((it) => it),
    change: (...words) => later(() => shelf.change(...words)).then((it) => it),
  };
  const book = shownBook({ shelf: slow, now });
  /** Every page of what is as it is since after this moment. */
  const all = async (newest: number, count: number): Promise<readonly Told[]> => {
    const told: Told[] = [];
    for (let after: PlaceInList | undefined, pages = 0; pages === 0 || after !== undefined; pages += 1) {
      if (pages > 50) throw new Error('the list does not end');
      const asked = { count, isSince: (at: number) => at > newest, isStatus: () => true };
      const { page, last } = await tasksListed({ source, book, now }, PARTNER, { ...asked, ...(after && { after }) });
      told.push(...page);
      after = last;
    }
    return told;
  };
  return {
    all,
    change,
    content,
    pass: (by: number) => {
      ms += by;
    },
    quiet: () => {
      isQuiet = true;
    },
  };
}

/** Who follows the list: asks for what is newer than the newest that it was told. */
function follower(all: ReturnType<typeof lists>['all'], count: number) {
  const told: Told[] = [];
  return {
    told,
    has: (number: string) =>
      told
        .filter((it) => it.number === number)
        .sort((one, other) => one.ms - other.ms)
        .at(-1)?.content,
    async ask() {
      told.push(...(await all(Math.max(0, ...told.map(({ ms }) => ms)), count)));
    },
  };
}

test('of two who follow the list at once neither misses a change, and who asks for all gets all that is there meanwhile, whatever the order in which the record and the book answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(changes, { minLength: 1, maxLength: 4 }),
      fc.array(changes, { maxLength: 4 }),
      fc.constantFrom(1, 2, 20),
      async (scheduler, first, meanwhile, count) => {
        const { all, change, content, quiet, pass } = lists(scheduler);
        const [one, other] = [follower(all, count), follower(all, count)];
        for (const it of first) change(it);
        const hidden = meanwhile.flatMap(({ number, content: seen }) => (seen === undefined ? [number] : []));
        const thereAllAlong = [...content].flatMap(([number, seen]) =>
          seen === undefined || hidden.some((it) => it === number) ? [] : [number],
        );
        let inOneList: readonly string[] = [];
        let momentsInOneList: readonly number[] = [];
        const acts = [
          all(0, count).then((told) => {
            inOneList = told.map(({ number }) => number);
            momentsInOneList = told.map(({ ms }) => ms);
          }),
          ...[one, other].map(async ({ ask }) => {
            for (const _round of [1, 2]) await ask();
          }),
          (async () => {
            for (const it of meanwhile) {
              await scheduler.schedule(Promise.resolve());
              change(it);
            }
          })(),
        ];
        await scheduler.waitFor(Promise.all(acts));
        expect(inOneList).toEqual(expect.arrayContaining(thereAllAlong));
        expect(new Set(momentsInOneList).size).toBe(momentsInOneList.length);
        quiet();
        // Each in turn is looked at again though its Task did not change.
        for (const _turn of [1, 2]) {
          pass(60_000);
          for (const { ask } of [one, other]) await ask();
        }
        for (const number of NUMBERS) {
          const stands = content.get(number);
          const moments = new Map<number, string>();
          for (const { ms, content: seen } of [...one.told, ...other.told].filter((it) => it.number === number))
            expect(moments.set(ms, moments.get(ms) ?? seen).get(ms)).toBe(seen);
          if (stands === undefined) continue;
          expect([number, one.has(number), other.has(number)]).toEqual([number, stands, stands]);
        }
      },
    ),
    { numRuns: 500 },
  );
});
