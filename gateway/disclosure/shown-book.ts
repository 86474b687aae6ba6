import { bulkhead, ExponentialBackoff, handleWhenResult, type IPolicy, retry, wrap } from 'cockatiel';
import { GatewayError } from '../failures.ts';

/** What one collector is shown of one Task, and since when it is that. */
export interface Shown {
  /** A mark of all that it is shown of it; empty while it is shown nothing. */
  readonly mark: string;
  /** When that came about, by this book’s clock: ms, never the same for two Tasks of a collector. */
  readonly since: number;
  /** The Task’s version in the record of which that is known. */
  readonly stamp: string;
  readonly status: string;
  /** May be shown differently although the Task stays as it is: to be looked at again. */
  readonly again: boolean;
  /** The mark with which it read the request itself. */
  readonly had: string;
}

/** What was found when one Task was looked at for a collector. */
export interface Noticed {
  readonly number: string;
  readonly stamp: string;
  /** Absent where nothing may be shown. */
  readonly shown?: { readonly mark: string; readonly status: string };
  /** Nothing may be shown now, but may be without the Task’s changing: who is let know it later is told then. */
  readonly again?: boolean;
}

/** How far a book has come in the record. */
export interface Progress {
  /** The Tasks that changed before this are in the book as they stand: FHIR instant. */
  readonly until?: string;
  /** When some were looked at that did not change, and after which number that goes on. */
  readonly turned?: { readonly at: number; readonly after: string };
}

export interface BookRead extends Progress {
  readonly shown: ReadonlyMap<string, Shown>;
}

/**
 * What each collector is shown of its Tasks, and since when: what it hears of versions and of moments follows this, and not the record, whose own move
 * with what it may not see. Where the book is lost (it stands in Redis), everything is new again, and told again: nothing is lost.
 */
export interface ShownBook {
  read(collector: string): Promise<BookRead>;
  /** Since when each is as it is now, of those that were noticed. What is new gets a moment later than any that was given before. */
  note(collector: string, noticed: readonly Noticed[], progress?: Progress): Promise<ReadonlyMap<string, Shown>>;
  /** It read the request itself, as this mark says it. */
  had(collector: string, number: string, mark: string): Promise<void>;
}

/** Where books stand: a text under each name, all of one book’s changed at once or not at all. */
export interface BookShelf {
  all(book: string): Promise<Readonly<Record<string, string>>>;
  some(book: string, names: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Whether it was changed: not where another has changed the book since it stood at this edition. */
  change(book: string, edition: string, texts: Readonly<Record<string, string>>): Promise<boolean>;
}

/** Names in a book that are no Task’s number. */
const EDITION = '.edition';
const LAST = '.last';
const PROGRESS = '.progress';
/** Somebody else has changed the book since it was read. */
const LOST = Symbol('lost');
/** Only another process: each time one of those who change a book at once gets through, and those who wait a while of their own do not meet again. */
const AGAIN = retry(
  handleWhenResult((result) => result === LOST),
  { maxAttempts: 40, backoff: new ExponentialBackoff({ initialDelay: 2, maxDelay: 50 }) },
);

export function shownBook({ shelf, now }: { readonly shelf: BookShelf; readonly now: () => Date }): ShownBook {
  const turns = new Map<string, IPolicy>();
  /** Who changes a book from here waits for the one before: were they to race, one of many would lose each time. */
  const inTurn = (book: string): IPolicy => {
    const its = turns.get(book) ?? wrap(bulkhead(1, Number.POSITIVE_INFINITY), AGAIN);
    turns.set(book, its);
    return its;
  };

  const changed = async <T>(book: string, names: readonly string[], decide: Decide<T>): Promise<T> => {
    const result = await inTurn(book).execute(async () => {
      const read = await shelf.some(book, [EDITION, LAST, ...names]);
      const edition = read[EDITION] ?? '';
      const decided = decide(read);
      const texts = { ...decided.texts, [EDITION]: `${Number(edition) + 1}` };
      return (await shelf.change(book, edition, texts)) ? decided.result : LOST;
    });
    if (result === LOST)
      throw new GatewayError('unavailable', 'a book of what is shown is changed by too many at once');
    return result;
  };

  return {
    async read(collector) {
      const texts = await shelf.all(collector);
      const progress: Progress = JSON.parse(texts[PROGRESS] ?? '{}');
      const numbers = Object.entries(texts).filter(([name]) => !name.startsWith('.'));
      return { ...progress, shown: new Map(numbers.map(([number, text]) => [number, shownIn(text)])) };
    },

    note(collector, noticed, progress) {
      return changed(
        collector,
        noticed.map(({ number }) => number),
        (read) => {
          let last = Number(read[LAST] ?? 0);
          const next = (): number => {
            last = Math.max(now().getTime(), last + 1);
            return last;
          };
          const result = new Map(
            noticed.map((one) => {
              const text = read[one.number];
              return [one.number, shownNow(one, text === undefined ? undefined : shownIn(text), next)] as const;
            }),
          );
          const texts = Object.fromEntries([...result].map(([number, shown]) => [number, JSON.stringify(shown)]));
          return {
            texts: { ...texts, [LAST]: `${last}`, ...(progress && { [PROGRESS]: JSON.stringify(progress) }) },
            result,
          };
        },
      );
    },

    had: (collector, number, mark) =>
      changed(collector, [number], (read) => {
        const text = read[number];
        return {
          texts: text === undefined ? {} : { [number]: JSON.stringify({ ...shownIn(text), had: mark }) },
          result: undefined,
        };
      }),
  };
}

/** From the texts of a book under the names that were asked for, those that it then has. */
type Decide<T> = (read: Readonly<Record<string, string>>) => {
  readonly texts: Readonly<Record<string, string>>;
  readonly result: T;
};

function shownNow(noticed: Noticed, before: Shown = NOTHING, next: () => number): Shown {
  const { stamp, shown, again = false } = noticed;
  if (shown === undefined) return { ...before, mark: '', stamp, status: '', again };
  const since = before.mark === shown.mark ? before.since : next();
  return { ...before, mark: shown.mark, status: shown.status, since, stamp, again };
}

const NOTHING: Shown = { mark: '', since: 0, stamp: '', status: '', again: false, had: '' };

/** What stands in a book we wrote. */
const shownIn = (text: string): Shown => JSON.parse(text) as Shown;
