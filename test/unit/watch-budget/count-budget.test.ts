import { expect, test } from '@jest/globals';
import type { WatchCode } from '../../../mappings/watch/child-findings.ts';
import { budgetCounter } from '../../watch-budget/count-budget.ts';
import type { DayFound } from '../../watch-budget/told-population.ts';

const found = (code: WatchCode, id = 't'): DayFound['found'][number] => ({
  code,
  focus: { resourceType: 'Task', id, status: 'requested', intent: 'order' },
  since: 20_000,
});
const days = (...each: readonly (readonly DayFound['found'][number][])[]): readonly DayFound[] =>
  each.map((it, nth) => ({ day: 20_000 + nth, pivot: 'julie', found: it }));

test('a child is one line whatever is found of it, and each finding is opened once for as long as it stands', () => {
  const counter = budgetCounter();
  counter.child(days([], [found('silent')], [found('silent'), found('late', 'u')], [], [found('silent')]));
  counter.child(days([found('declined')], [found('declined')], [], [], []));
  const { rules, ...all } = counter.counted();
  // Lines of the five days: 1, 2, 1, 0, 1.
  expect(all).toEqual({ pivotDays: 5, mean: 1, most: 2, overBudget: 0, newMean: 0.4, newMost: 1 });
  const of = (code: WatchCode) => rules.find((it) => it.code === code);
  expect(of('silent')).toEqual({ code: 'silent', opened: 2, standing: 0.6, standingMost: 1, alone: 0.4 });
  expect(of('late')).toEqual({ code: 'late', opened: 1, standing: 0.2, standingMost: 1, alone: 0 });
  // What stood when the counting began was opened before.
  expect(of('declined')).toEqual({ code: 'declined', opened: 0, standing: 0.4, standingMost: 1, alone: 0.4 });
});

test('thirteen children of one pivot are more than a day has; those of two pivots are not', () => {
  const counted = (pivotOf: (nth: number) => string) => {
    const counter = budgetCounter();
    for (let nth = 0; nth < 13; nth += 1)
      counter.child(days([found('silent')]).map((it) => ({ ...it, pivot: pivotOf(nth) })));
    return counter.counted();
  };
  expect(counted(() => 'julie')).toMatchObject({ pivotDays: 1, most: 13, overBudget: 1 });
  expect(counted((nth) => (nth % 2 === 0 ? 'julie' : 'marc'))).toMatchObject({ pivotDays: 2, most: 7, overBudget: 0 });
});
