import { placeOf } from '../../mappings/ledger/traces.ts';
import { rulesOff, WATCH_CODES, WATCH_RULES, type WatchCode } from '../../mappings/watch/child-findings.ts';
import { LINES_A_DAY } from '../../mappings/watch/findings-told.ts';
import type { DayFound } from './told-population.ts';

/** What one rule adds to a pivot’s day. */
export interface RuleCounted {
  readonly code: WatchCode;
  /** Findings that were opened, over all days. */
  readonly opened: number;
  /** Lines in which it stands, for each pivot and day: on average, and at most. */
  readonly standing: number;
  readonly standingMost: number;
  /** Lines that would not be there without it, for each pivot and day on average. */
  readonly alone: number;
}

/** Lines that each pivot would read on each day, if none were left for another day. */
export interface BudgetCounted {
  readonly pivotDays: number;
  readonly mean: number;
  readonly most: number;
  /** Days of a pivot with more lines than can be taken up. */
  readonly overBudget: number;
  /** Lines that were not there the working day before, for each pivot and day on average, and at most. */
  readonly newMean: number;
  readonly newMost: number;
  readonly rules: readonly RuleCounted[];
}

/** Counts children’s days, one child after the other, each in the order of days. */
export interface BudgetCounter {
  /** The next child. */
  child(days: readonly DayFound[]): void;
  counted(): BudgetCounted;
}

interface PivotDay {
  lines: number;
  newLines: number;
  readonly standing: Map<WatchCode, number>;
  readonly alone: Map<WatchCode, number>;
}

export function budgetCounter(): BudgetCounter {
  const pivotDays = new Map<string, PivotDay>();
  const opened = new Map<WatchCode, number>();
  const at = (key: string): PivotDay => {
    const known = pivotDays.get(key) ?? { lines: 0, newLines: 0, standing: new Map(), alone: new Map() };
    pivotDays.set(key, known);
    return known;
  };
  return {
    child(days) {
      let before: readonly string[] | undefined;
      for (const { day, pivot, found } of days) {
        const of = at(`${day}|${pivot}`);
        // What stood on the first day that is looked at was opened before.
        if (before !== undefined) for (const it of found) if (!before.includes(keyOf(it))) add(opened, it.code);
        if (found.length > 0) of.lines += 1;
        if (found.length > 0 && before?.length === 0) of.newLines += 1;
        const codes = new Set(found.map(({ code }) => code));
        for (const code of codes) add(of.standing, code);
        const [only] = codes;
        if (codes.size === 1 && only !== undefined) add(of.alone, only);
        before = found.map(keyOf);
      }
    },
    counted() {
      const all = [...pivotDays.values()];
      const mean = (of: (it: PivotDay) => number): number =>
        rounded(all.reduce((sum, it) => sum + of(it), 0) / all.length);
      const most = (of: (it: PivotDay) => number): number => all.reduce((least, it) => Math.max(least, of(it)), 0);
      return {
        pivotDays: all.length,
        mean: mean(({ lines }) => lines),
        most: most(({ lines }) => lines),
        overBudget: all.filter(({ lines }) => lines > LINES_A_DAY).length,
        newMean: mean(({ newLines }) => newLines),
        newMost: most(({ newLines }) => newLines),
        rules: WATCH_CODES.map((code) => ({
          code,
          opened: opened.get(code) ?? 0,
          standing: mean(({ standing }) => standing.get(code) ?? 0),
          standingMost: most(({ standing }) => standing.get(code) ?? 0),
          alone: mean(({ alone }) => alone.get(code) ?? 0),
        })),
      };
    },
  };
}

const keyOf = ({ code, focus }: DayFound['found'][number]): string => `${code}|${placeOf(focus)}`;
const add = (counts: Map<WatchCode, number>, code: WatchCode): void =>
  void counts.set(code, (counts.get(code) ?? 0) + 1);
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The rules that look, as people read them: another threshold is another measurement. */
export const rulesRead = (): string =>
  WATCH_CODES.filter((code) => !rulesOff().includes(code))
    .map((code) => `${code}: ${WATCH_RULES[code].when.en}`)
    .join('\n');
