import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kindsIn, lifeLine, TOLD_FIRST } from '../../../../../board/pages/child/life-line/life-line.ts';
import { MOMENT_KINDS } from '../../../../../board/pages/child/life-line/moment-kinds.ts';
import type { TimelineEntry } from '../../../../../mappings/domain/timeline-told.ts';
import { CONCEPT_WORDS } from '../../../../../mappings/timeline/timeline-words.ts';

const moment = (changes: Partial<TimelineEntry>): TimelineEntry => ({
  at: '2026-09-14',
  knownAt: '2026-09-14T18:00:00.000Z',
  kind: 'plan',
  change: 'created',
  concept: 'action-plan',
  id: 'plan-1',
  text: 'Plan d’action',
  ...changes,
});
const moments = fc
  .array(
    fc.record({
      at: fc.constantFrom('2024', '2024-11', '2026-09-14', '2026-09-14T10:00:00-04:00', '2026-10-01'),
      kind: fc.constantFrom(...MOMENT_KINDS),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map(moment));

test('the moments of the kinds that are shown are all there, once, in the order in which they came', () => {
  fc.assert(
    fc.property(moments, fc.subarray([...MOMENT_KINDS]), (entries, kinds) => {
      const months = lifeLine(entries, { kinds: new Set(kinds), timeZone: 'America/Toronto' });
      const told = months.flatMap((month) => month.moments);
      expect(told.map(({ at, kind }) => [at, kind])).toEqual(
        entries.filter(({ kind }) => kinds.includes(kind)).map(({ at, kind }) => [at, kind]),
      );
      expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
      for (const month of months) for (const { at } of month.moments) expect(at.slice(0, 7)).toBe(month.month);
      for (const [nth, { month }] of months.entries()) expect(months[nth + 1]?.month).not.toBe(month);
    }),
  );
});

test('what became known on a later day says so; of a day nobody gave that cannot be said', () => {
  const [month] = lifeLine(
    [
      moment({ knownAt: '2026-09-30T18:00:00.000Z' }),
      moment({ at: '2026-09-14T10:00:00-04:00', knownAt: '2026-09-14T14:00:05.000Z' }),
      moment({ at: '2026-09-14T10:00:00-04:00', knownAt: '2026-09-15T02:00:00.000Z' }),
      moment({ at: '2026-09', knownAt: '2026-10-30T18:00:00.000Z' }),
    ],
    { kinds: new Set(TOLD_FIRST), timeZone: 'America/Toronto' },
  );
  expect(month?.moments.map(({ isLearntLate }) => isLearntLate)).toEqual([true, false, false, false]);
});

test('each kind is counted', () => {
  const counts = kindsIn([moment({}), moment({ kind: 'answer' }), moment({})]);
  expect([...counts]).toEqual([
    ['plan', 2],
    ['answer', 1],
  ]);
});

test('the board knows every kind of moment that a course is told by', () => {
  const kinds = Object.values(CONCEPT_WORDS).map(({ kind }) => kind);
  expect([...new Set([...kinds, 'answer'])].sort()).toEqual([...MOMENT_KINDS].sort());
});
