import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayOf } from '../../../../mappings/ledger/day.ts';
import type { NeedFact } from '../../../../mappings/ledger/need-facts.ts';
import { DAY_STATES, type NeedLedger, needLedger } from '../../../../mappings/ledger/need-ledger.ts';
import { STORIES, type Story } from './stories.ts';

const DAY_MS = 86_400_000;
const dayKnown = (known: number): number => Math.floor(known / DAY_MS);
const NO_DAYS = { paused: 0, served: 0, waiting: 0, asked: 0, unknown: 0, open: 0 };

const tell = (
  facts: readonly NeedFact[],
  { today, recordsFrom = '1970-01-01' }: Pick<Story, 'today' | 'recordsFrom'>,
) => needLedger(facts, { today: dayOf(today), recordsFrom: dayOf(recordsFrom) }, dayKnown);

const inWords = ({ strip }: NeedLedger): readonly string[] =>
  strip.map(({ from, to, state, holders }) =>
    [dateOf(from), state, to - from, ...(holders.length > 0 ? [holders.join('+')] : [])].join(' '),
  );

describe.each(STORIES)('$told.en', (story) => {
  test('gives the days that a person counts by hand', () => {
    const ledger = tell(story.facts, story);
    expect(inWords(ledger)).toEqual(story.strip);
    expect(ledger.days).toEqual({ ...NO_DAYS, ...story.days });
    expect(ledger.changesOfPerson).toBe(story.changesOfPerson ?? 0);
    expect(
      ledger.handOvers.map(({ from, to, on, how, gapDays }) => `${from} → ${to} ${dateOf(on)} ${how} ${gapDays}`),
    ).toEqual(story.handOvers ?? []);
  });

  test('ends the same in any order of arrival, and when all of it is said twice', () => {
    const expected = tell(story.facts, story);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...story.facts, ...story.facts], { minLength: story.facts.length * 2 }),
        (facts) => {
          const { learntLate: _late, ...ledger } = tell(facts, story);
          const { learntLate: _expected, ...wanted } = expected;
          expect(ledger.strip).toEqual(wanted.strip);
          expect(ledger.days).toEqual(wanted.days);
          expect(ledger.handOvers).toEqual(wanted.handOvers);
        },
      ),
      { numRuns: 50 },
    );
  });
});

const BEGIN = dayOf('2026-01-01');
const REQUESTS = ['clsc', 'music', 'centre'];
const times = fc.record({
  happened: fc.integer({ min: BEGIN, max: BEGIN + 200 }),
  late: fc.integer({ min: 0, max: 40 }),
});
const what = fc.oneof(
  fc.record({ kind: fc.constant('agreed' as const) }),
  fc.record({ kind: fc.constant('ended' as const), how: fc.constantFrom('achieved' as const, 'moved' as const) }),
  fc.record({ kind: fc.constant('paused' as const), by: fc.constant('la mère') }),
  fc.record({ kind: fc.constant('resumed' as const) }),
  fc.constantFrom(...REQUESTS).map((request) => ({ kind: 'asked' as const, request, holder: request })),
  fc.record({
    kind: fc.constantFrom('accepted' as const, 'waitlisted' as const),
    request: fc.constantFrom(...REQUESTS),
  }),
  fc.record({
    kind: fc.constant('let-go' as const),
    request: fc.constantFrom(...REQUESTS),
    how: fc.constantFrom('declined' as const, 'completed' as const),
  }),
  fc.record({
    kind: fc.constant('contact' as const),
    requests: fc.uniqueArray(fc.constantFrom(...REQUESTS), { minLength: 1, maxLength: 2 }),
    holders: fc.uniqueArray(fc.constantFrom(...REQUESTS), { minLength: 1, maxLength: 2 }),
    person: fc.constantFrom('Julie', 'Marc'),
  }),
);
const fact: fc.Arbitrary<NeedFact> = fc.tuple(what, times).map(([said, { happened, late }]) => ({
  ...said,
  happened,
  known: (happened + late) * DAY_MS,
}));
const facts = fc.array(fact, { maxLength: 25 });
const until = fc.integer({ min: BEGIN, max: BEGIN + 300 });
const whole = { recordsFrom: BEGIN + 10 };

test('the states partition the days: each day of a need once, in order, and the sums are its length', () => {
  fc.assert(
    fc.property(facts, until, (all, today) => {
      const { strip, days } = needLedger(all, { today, ...whole }, dayKnown);
      for (const [nth, run] of strip.entries()) {
        expect(run.from).toBeLessThan(run.to);
        expect(run.from).toBeGreaterThanOrEqual(strip[nth - 1]?.to ?? BEGIN);
        expect(run.to).toBeLessThanOrEqual(today);
      }
      const length = strip.reduce((sum, { from, to }) => sum + to - from, 0);
      expect(DAY_STATES.reduce((sum, state) => sum + days[state], 0)).toBe(length);
    }),
  );
});

test('a late report equals a timely one, and the order of arrival changes nothing', () => {
  fc.assert(
    fc.property(
      facts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      until,
      ([all, shuffled], today) => {
        const timely = all.map((one) => ({ ...one, known: one.happened * DAY_MS }));
        const { learntLate: late, ...told } = needLedger(shuffled, { today, ...whole }, dayKnown);
        const { learntLate: none, ...wanted } = needLedger(timely, { today, ...whole }, dayKnown);
        expect(told).toEqual(wanted);
        expect(none).toEqual([]);
        expect(late.every(({ known, happened }) => dayKnown(known) > happened)).toBe(true);
      },
    ),
  );
});

test('as it was known then is what would have been told then: what came later is not there', () => {
  fc.assert(
    fc.property(facts, until, fc.integer({ min: BEGIN, max: BEGIN + 240 }), (all, today, then) => {
      const knownAt = then * DAY_MS;
      const asKnown = needLedger(all, { today, ...whole, knownAt }, dayKnown);
      expect(asKnown).toEqual(
        needLedger(
          all.filter(({ known }) => known <= knownAt),
          { today, ...whole },
          dayKnown,
        ),
      );
    }),
  );
});

test('what is still to come changes no day that has passed', () => {
  fc.assert(
    fc.property(
      facts,
      fc.integer({ min: BEGIN, max: BEGIN + 150 }),
      fc.integer({ min: 1, max: 60 }),
      (all, today, more) => {
        const before = needLedger(
          all.filter(({ kind }) => kind !== 'ended'),
          { today, ...whole },
          dayKnown,
        );
        const after = needLedger(
          all.filter(({ kind, happened }) => kind !== 'ended' && happened < today),
          { today: today + more, ...whole },
          dayKnown,
        );
        const cut = after.strip.flatMap((run) => (run.from < today ? [{ ...run, to: Math.min(run.to, today) }] : []));
        expect(cut).toEqual(before.strip);
      },
    ),
  );
});

test('nothing unagreed is counted', () => {
  fc.assert(
    fc.property(facts, until, (all, today) => {
      const unagreed = all.filter(({ kind }) => kind !== 'agreed');
      expect(needLedger(unagreed, { today, ...whole }, dayKnown)).toMatchObject({
        strip: [],
        days: NO_DAYS,
        soFar: false,
      });
    }),
  );
});
