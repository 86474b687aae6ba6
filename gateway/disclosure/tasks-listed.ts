import type { Partner } from '../registry.ts';
import { type Decided, oldestOf } from './decided-just-now.ts';
import type { BookRead, Noticed, Progress, Shown, ShownBook } from './shown-book.ts';

/** A Task as the record has it: the number that a partner knows it by, when it changed, and a stamp that changes with it. */
export interface FoundTask {
  readonly number: string;
  readonly lastUpdated: string;
  readonly stamp: string;
}

/** What may be shown of a Task, looked at and not shown yet. */
export interface Showable<T> extends Decided {
  readonly mark: string;
  readonly status: string;
  /** What `show` would give, each by its place (`Task/{number}`), and in which version. */
  readonly versions: ReadonlyMap<string, string>;
  /** Writes down that it is shown, then gives it, as it is since this moment (FHIR instant). */
  show(since: string): Promise<T>;
  /** The collector has what stands, though the record says that it was given an earlier version: nothing that it sees is another. */
  stillHas(): Promise<void>;
}

export interface TaskLook<T> extends Omit<Noticed, 'shown'> {
  readonly shown?: Showable<T>;
}

/** Where the Tasks of a list come from. */
export interface TaskSource<T> {
  readonly kind: 'asked' | 'answered';
  /** The partner’s Tasks, also those that it may not see: for us alone to choose from. `since`: those that changed then or later (FHIR instant). */
  numbers(partner: Partner, since: string | undefined): Promise<readonly FoundTask[]>;
  /** What the partner would be shown of each; nothing is shown by this, and nothing audited. None for what is not this partner’s. */
  look(partner: Partner, numbers: readonly string[]): Promise<readonly TaskLook<T>[]>;
}

/** After which Task a list goes on. */
export interface PlaceInList {
  readonly number: string;
  readonly lastUpdated: string;
}

export interface ListAsked {
  readonly count: number;
  /** The last one of the page before. */
  readonly after?: PlaceInList;
  /** Whether it asks for what is as it is since this moment (ms). */
  readonly isSince: (ms: number) => boolean;
  readonly isStatus: (status: string) => boolean;
}

export interface TasksListed<T> extends Decided {
  readonly page: readonly T[];
  /** After which it goes on; absent where nothing more may be shown. */
  readonly last?: PlaceInList;
  /** To be called once the answer is with the partner: what it has already counts as given in the version that stands. */
  readonly stillHas: readonly (() => Promise<void>)[];
}

/** The book in which stands what a partner is shown of these. */
export const bookOf = (kind: TaskSource<never>['kind'], { id }: Partner): string => `${id}:${kind}`;

/** The version of a Task in the record: never shown. */
export const stampOf = ({ meta }: fhir4.FhirResource): string => `${meta?.versionId} ${meta?.lastUpdated}`;

/** One Task that is shown by its number: noted as a list notes it. */
export async function shownSince<T>(
  book: ShownBook,
  name: string,
  { number, stamp }: Pick<Noticed, 'number' | 'stamp'>,
  shown: Showable<T>,
): Promise<T> {
  const noted = await book.note(name, [{ number, stamp, shown: { mark: shown.mark, status: shown.status } }]);
  return shown.show(instant(noted.get(number)?.since ?? 0));
}

const AT_ONCE = 10;

/** Several at once: each may ask the record for its letters. */
export async function lookedTogether<D, L>(all: readonly D[], look: (one: D) => Promise<L>): Promise<readonly L[]> {
  const looks: L[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    looks.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(look))));
  return looks;
}

/**
 * For one page at most this many are looked at because they changed. Only a partner of whom more has changed since its last list can tell: its page may
 * end early, with a link to what follows (docs/threat-model.md).
 */
const LOOKED_AT_MAX = 500;
/** In one question to the record. */
const TOGETHER = 50;
/** Of those that may be shown otherwise without a change of the Task. */
const AGAIN_MAX = 100;
/** Of those that did not change: what is shown hangs on more than the Task. */
const TURN = 20;
const TURN_EVERY_MS = 60_000;
/** A record says when a change began, and shows it once it has ended. */
const OVERLAP_MS = 120_000;

export interface TasksListedDeps<T> {
  readonly source: TaskSource<T>;
  readonly book: ShownBook;
  readonly now: () => Date;
}

/**
 * One page of what a partner may see, in order of when that came to be as it is. First the book is brought up to what the record holds; then the page is
 * made from the book, so that neither what is hidden nor a change that is hidden leaves a trace in it: no gap, no entry, no moment, no link.
 */
export async function tasksListed<T>(
  deps: TasksListedDeps<T>,
  partner: Partner,
  asked: ListAsked,
): Promise<TasksListed<T>> {
  const looked = looking(deps, partner);
  const { shown, isAll } = await caughtUp(deps, partner, looked);
  const { count, after } = asked;
  const { rows, isCut } = await shownFrom(shown, asked, looked);
  const some = rows.slice(0, count);
  const page = await Promise.all(some.map(({ showable, since }) => showable.show(instant(since))));
  const end = some.at(-1);
  const last = end === undefined ? (after ?? BEGINNING) : { number: end.number, lastUpdated: instant(end.since) };
  return {
    page,
    stillHas: looked.stillHas(),
    ...((rows.length > count || isCut || !isAll) && { last }),
    ...oldestOf(some.map(({ showable }) => showable)),
  };
}

const BEGINNING: PlaceInList = { number: '0', lastUpdated: '1970-01-01T00:00:00.000Z' };

const instant = (ms: number): string => new Date(ms).toISOString();

type Looking<T> = ReturnType<typeof looking<T>>;

/** Looks at each Task, and notes in the book what it finds: once, unless another list notes it otherwise meanwhile. */
function looking<T>({ source, book }: TasksListedDeps<T>, partner: Partner) {
  const found = new Map<string, TaskLook<T>>();
  const shown = new Map<string, Shown>();
  const name = bookOf(source.kind, partner);
  const still = new Map<string, () => Promise<void>>();
  return {
    at: (number: string): TaskLook<T> | undefined => found.get(number),
    as: (number: string): Shown | undefined => shown.get(number),
    stillHas: (): readonly (() => Promise<void>)[] => [...still.values()],

    /** The book as it stands now. */
    async read(): Promise<ReadonlyMap<string, Shown>> {
      const { shown: all } = await book.read(name);
      for (const [number, { since }] of shown) if (all.get(number)?.since !== since) found.delete(number);
      return all;
    },

    async look(numbers: readonly string[], progress?: Progress): Promise<void> {
      const left = numbers.filter((number) => !found.has(number));
      const looks = new Map((await source.look(partner, left)).map((one) => [one.number, one]));
      const noticed = left.map((number): TaskLook<T> => looks.get(number) ?? { number, stamp: '' });
      for (const one of noticed) found.set(one.number, one);
      if (noticed.length === 0 && progress === undefined) return;
      for (const [number, now] of await book.note(name, noticed, progress)) {
        shown.set(number, now);
        const showable = found.get(number)?.shown;
        if (showable !== undefined && now.had === now.mark) still.set(number, () => showable.stillHas());
      }
    },
  };
}

/** Brings the book up to what the record holds. */
async function caughtUp<T>(
  { source, book, now }: TasksListedDeps<T>,
  partner: Partner,
  looked: Looking<T>,
): Promise<{ readonly shown: ReadonlyMap<string, Shown>; readonly isAll: boolean }> {
  const before = await book.read(bookOf(source.kind, partner));
  const since = before.until && instant(Date.parse(before.until) - OVERLAP_MS);
  const found = [...(await source.numbers(partner, since))].sort(byChange);
  const changed = found.filter(({ number, stamp }) => before.shown.get(number)?.stamp !== stamp);
  const [first, more] = [changed.slice(0, LOOKED_AT_MAX), changed.length > LOOKED_AT_MAX];
  const turn = turnOf(before, now().getTime());
  const due = [...new Set([...first.map(({ number }) => number), ...turn.due])];
  const until = (more ? first : found).at(-1)?.lastUpdated ?? before.until;
  const progress: Progress = {
    ...(until !== undefined && { until }),
    ...((turn.turned ?? before.turned) !== undefined && { turned: turn.turned ?? before.turned }),
  };
  if (due.length === 0 && turn.turned !== undefined) await looked.look([], progress);
  for (let from = 0; from < due.length; from += TOGETHER) {
    const isLast = from + TOGETHER >= due.length;
    await looked.look(due.slice(from, from + TOGETHER), isLast ? progress : undefined);
  }
  // With what other lists noted meanwhile: whoever is told a moment is not to miss an earlier one.
  const shown = due.length === 0 ? before.shown : await looked.read();
  return { shown, isAll: !more };
}

/** Whose turn it is to be looked at although the Task did not change: a consent, a letter, a day that came may have changed what is shown. */
function turnOf(
  { shown, turned }: BookRead,
  at: number,
): { readonly due: readonly string[]; readonly turned?: Progress['turned'] } {
  const inTurn = (numbers: readonly string[], most: number): readonly string[] => {
    const sorted = [...numbers].sort(order);
    const from = sorted.findIndex((number) => number > (turned?.after ?? ''));
    return from === -1 ? sorted.slice(0, most) : [...sorted.slice(from), ...sorted.slice(0, from)].slice(0, most);
  };
  const all = [...shown];
  const again = inTurn(
    all.flatMap(([number, one]) => (one.again ? [number] : [])),
    AGAIN_MAX,
  );
  if (turned !== undefined && at - turned.at < TURN_EVERY_MS) return { due: again };
  const open = all.flatMap(([number, { again: isAgain, mark, status }]) =>
    isAgain || mark === '' || ENDED.has(status) ? [] : [number],
  );
  const others = inTurn(open, TURN);
  return { due: [...again, ...others], turned: { at, after: others.at(-1) ?? again.at(-1) ?? '' } };
}

const ENDED: ReadonlySet<string> = new Set(['completed', 'rejected', 'failed', 'cancelled', 'entered-in-error']);

interface Row<T> {
  readonly number: string;
  readonly since: number;
  readonly showable: Showable<T>;
}

/** After so many changes while a page is made it ends there: what moved comes on the next. */
const MOVES_MAX = 10;

/**
 * What is asked and may be shown, in order, one more than a page holds. What turns out to have changed comes where it now belongs, among what other
 * lists noted meanwhile: the book is read again, so that no moment is told before an earlier one.
 */
async function shownFrom<T>(
  shown: ReadonlyMap<string, Shown>,
  { count, after, isSince, isStatus }: ListAsked,
  looked: Looking<T>,
): Promise<{ readonly rows: readonly Row<T>[]; readonly isCut: boolean }> {
  const rows: Row<T>[] = [];
  const askedIn = (book: ReadonlyMap<string, Shown>) =>
    [...book]
      .map(([number, one]) => ({ ...one, number }))
      .filter(
        (one) =>
          one.mark !== '' &&
          isSince(one.since) &&
          isStatus(one.status) &&
          (after === undefined || isAfter(after, one.number, one)),
      )
      .sort(bySince);
  let left = askedIn(shown);
  let moves = 0;
  while (rows.length <= count && left.length > 0) {
    const some = left.slice(0, count + 1 - rows.length);
    await looked.look(some.map(({ number }) => number));
    let isMoved = false;
    for (const { number, since } of some) {
      const [look, now] = [looked.at(number), looked.as(number)];
      if (look?.shown === undefined || now === undefined) continue;
      if (now.since === since) rows.push({ number, since, showable: look.shown });
      else isMoved = true;
    }
    left = left.slice(some.length);
    if (!isMoved) continue;
    if (moves === MOVES_MAX) return { rows, isCut: true };
    moves += 1;
    const end = rows.at(-1)?.since ?? 0;
    left = askedIn(await looked.read()).filter(({ since }) => since > end);
  }
  return { rows, isCut: false };
}

const order = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const bySince = (one: { readonly since: number }, other: { readonly since: number }): number => one.since - other.since;

/** No two Tasks of one partner came to be as they are in one moment, but in a book that was lost meanwhile. */
const isAfter = (after: PlaceInList, number: string, { since }: Pick<Shown, 'since'>): boolean => {
  const place = Date.parse(after.lastUpdated);
  return since > place || (since === place && number > after.number);
};

const byChange = (one: FoundTask, other: FoundTask): number =>
  Date.parse(one.lastUpdated) - Date.parse(other.lastUpdated) || order(one.number, other.number);
