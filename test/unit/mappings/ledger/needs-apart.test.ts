import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { NeedFact } from '../../../../mappings/ledger/need-facts.ts';
import { needsApart } from '../../../../mappings/ledger/needs-apart.ts';

const agreed = (happened: number): NeedFact => ({ kind: 'agreed', happened, known: 0 });
const ended = (happened: number): NeedFact => ({ kind: 'ended', how: 'achieved', happened, known: 0 });
const daysOf = (facts: readonly NeedFact[]) => needsApart(facts).map((need) => need.map(({ happened }) => happened));

test('a need that comes back within ninety days is the same, on the ninety-first it is another', () => {
  expect(daysOf([agreed(0), ended(10), agreed(100)])).toEqual([[0, 10, 100]]);
  expect(daysOf([agreed(0), ended(10), agreed(101), ended(120)])).toEqual([
    [0, 10],
    [101, 120],
  ]);
});

test('a need that is agreed again while it is there is no other', () => {
  expect(daysOf([agreed(0), agreed(200)])).toEqual([[0, 200]]);
  expect(daysOf([agreed(0), ended(10), agreed(50), agreed(300)])).toEqual([[0, 10, 50, 300]]);
});

test('each fact stands in exactly one need, whatever the order of arrival', () => {
  const fact = fc.tuple(fc.boolean(), fc.nat(1_000)).map(([begins, day]) => (begins ? agreed : ended)(day));
  fc.assert(
    fc.property(
      fc
        .array(fact, { maxLength: 12 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(needsApart(all).flat()).toHaveLength(all.length);
        const sorted = (needs: readonly (readonly NeedFact[])[]) =>
          needs.map((need) => need.map(({ kind, happened }) => `${happened} ${kind}`).sort());
        expect(sorted(needsApart(shuffled))).toEqual(sorted(needsApart(all)));
      },
    ),
  );
});
