/** A Task as the record has it: the number that a partner knows it by, and when it changed. */
export interface FoundTask {
  readonly number: string;
  readonly lastUpdated: string;
}

export interface PageAsked {
  readonly count: number;
  /** The last one of the page before. */
  readonly after?: FoundTask;
  /** Nothing is shown yet, and nothing audited. */
  readonly mayBeShown: (number: string) => Promise<boolean>;
}

export interface PageOfShown {
  readonly page: readonly FoundTask[];
  /** After which one it goes on; absent where nothing more may be shown. */
  readonly last?: FoundTask;
}

/**
 * For one page at most this many are looked at. Only who has more than that hidden from it in one row can tell: its page ends early, and it
 * learns neither which nor when (docs/threat-model.md).
 */
const LOOKED_AT_MAX = 500;
const AT_ONCE = 10;

/**
 * One page of what may be shown, in order of change. What is hidden is skipped before pages are made: it leaves no gap, no empty page and no
 * link to a next one.
 */
export async function pageOfShown(
  found: readonly FoundTask[],
  { count, after, mayBeShown }: PageAsked,
): Promise<PageOfShown> {
  const left = [...found].sort(byChange).filter((one) => after === undefined || byChange(one, after) > 0);
  const looked = left.slice(0, LOOKED_AT_MAX);
  const shown: FoundTask[] = [];
  for (let from = 0; from < looked.length; from += AT_ONCE) {
    const some = looked.slice(from, from + AT_ONCE);
    const may = await Promise.all(some.map(({ number }) => mayBeShown(number)));
    shown.push(...some.filter((_one, nth) => may[nth]));
    const last = shown[count - 1];
    if (shown.length > count && last !== undefined) return { page: shown.slice(0, count), last };
  }
  const last = looked.at(-1);
  return left.length > looked.length && last !== undefined ? { page: shown, last } : { page: shown };
}

/** Two Tasks that changed in one millisecond are told apart by their numbers: no page skips one, none shows it twice. */
const byChange = (one: FoundTask, other: FoundTask): number =>
  Date.parse(one.lastUpdated) - Date.parse(other.lastUpdated) || order(one.number, other.number);

const order = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
