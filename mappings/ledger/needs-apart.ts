import type { NeedFact } from './need-facts.ts';

/** A need that comes back so soon is the same need. */
export const REOPENED_WITHIN_DAYS = 90;

/** The facts of one goal as those of one need or more: one that comes back later than that is another, from the day on which it does. */
export function needsApart(facts: readonly NeedFact[]): readonly (readonly NeedFact[])[] {
  const days = (kind: NeedFact['kind']) => facts.flatMap((fact) => (fact.kind === kind ? [fact.happened] : []));
  const ends = days('ended');
  const begins = [...new Set(days('agreed'))]
    .sort((a, b) => a - b)
    .filter((day, nth, all) => {
      const lastEnd = Math.max(...ends.filter((end) => end <= day));
      const open = all.slice(0, nth).some((before) => before >= lastEnd);
      return nth > 0 && !open && day - lastEnd > REOPENED_WITHIN_DAYS;
    });
  const bounds = [Number.NEGATIVE_INFINITY, ...begins, Number.POSITIVE_INFINITY];
  return bounds.slice(0, -1).map((from, nth) => {
    const to = bounds[nth + 1] ?? Number.POSITIVE_INFINITY;
    return facts.filter(({ happened }) => from <= happened && happened < to);
  });
}
