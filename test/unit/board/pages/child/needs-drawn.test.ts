import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY_STATES } from '../../../../../board/drawing/day-states.ts';
import {
  dateOf,
  dayAfter,
  dayOf,
  endOfDay,
  firstDayOf,
  localDayOf,
  monthsBetween,
} from '../../../../../board/pages/child/calendar.ts';
import { needsDrawn } from '../../../../../board/pages/child/needs/needs-drawn.ts';
import type { ChildLedgerTold, RunTold } from '../../../../../mappings/domain/ledger-told.ts';
import { DAY_STATES as COUNTED_STATES } from '../../../../../mappings/ledger/need-ledger.ts';

const asOf = dayOf('2026-11-26');
const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 });
const states = fc.infiniteStream(fc.constantFrom(...DAY_STATES));

/** Runs that end today, one after the other; before the one that `endedBefore` names the need had ended for a while. */
const strips = fc
  .tuple(lengths, states, fc.nat(11), fc.nat(80))
  .map(([days, each, endedBefore, gap]): readonly RunTold[] => {
    let to = asOf + 1;
    return days
      .map((length, nth) => {
        const run = { from: to - length, to, days: length, state: each.next().value };
        to = run.from - (nth === endedBefore ? gap : 0);
        return { ...run, from: dateOf(run.from), to: dateOf(run.to) };
      })
      .reverse();
  });

const ledgerOf = (
  all: readonly (readonly RunTold[])[],
  accompanied: ChildLedgerTold['accompanied'] = [],
): ChildLedgerTold => ({
  child: 'enf-1',
  language: 'fr',
  asOf: dateOf(asOf),
  accompanied,
  needs: all.map((strip) => ({
    words: 'Parler',
    soFar: true,
    strip,
    daysWithoutCare: { waiting: 0, asked: 0, open: 0 },
    otherDays: { served: 0, paused: 0, unknown: 0 },
    handOvers: [],
    changesOfPerson: 0,
    learntLate: 0,
  })),
});

test('the stretches of a need are its days: none is drawn twice, none left out, and each is as wide as its days', () => {
  fc.assert(
    fc.property(fc.array(strips, { minLength: 1, maxLength: 4 }), (all) => {
      const drawn = needsDrawn(ledgerOf(all), 12);
      const total = (drawn?.to ?? 0) - (drawn?.from ?? 0);
      for (const [nth, { stretches }] of (drawn?.needs ?? []).entries()) {
        const strip = all[nth] ?? [];
        expect(stretches.map(({ from, to, state }) => [dateOf(from), dateOf(to), state])).toEqual(
          strip.map(({ from, to, state }) => [from, to, state]),
        );
        const days = strip.reduce((sum, run) => sum + run.days, 0);
        expect(stretches.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(days / total, 9);
        for (const [rank, { x, width, to }] of stretches.entries()) {
          const next = stretches[rank + 1];
          if (next?.from === to) expect(next.x).toBeCloseTo(x + width, 9);
          else if (next !== undefined) expect(next.x).toBeGreaterThan(x + width);
          else expect(x + width).toBeCloseTo(1, 9);
        }
      }
    }),
  );
});

test('who accompanied is drawn within the same days, and a hand-over leaves no day to both', () => {
  const strip = [{ from: '2026-11-01', to: '2026-11-27', days: 26, state: 'open' }] as const;
  const drawn = needsDrawn(
    ledgerOf(
      [strip],
      [
        { name: 'Julie', to: '2026-10-01' },
        { name: 'Marc', from: '2026-10-01', to: '2026-11-14' },
        { name: 'Claire', from: '2026-11-14' },
      ],
    ),
    12,
  );
  expect(drawn?.accompanied.map(({ name, from, to, x, width }) => [name, dateOf(from), dateOf(to), x, width])).toEqual([
    ['Marc', '2026-11-01', '2026-11-14', 0, 0.5],
    ['Claire', '2026-11-14', '2026-11-27', 0.5, 0.5],
  ]);
});

test('without an agreed need nothing is drawn', () => {
  expect(needsDrawn(ledgerOf([]), 12)).toBeUndefined();
});

test('the marks of time are first days of months, in order, never more than asked for', () => {
  fc.assert(
    fc.property(
      fc.nat(20_000),
      fc.integer({ min: 1, max: 9_000 }),
      fc.integer({ min: 1, max: 24 }),
      (from, length, max) => {
        const ticks = monthsBetween(from, from + length, max);
        expect(ticks.length).toBeLessThanOrEqual(max);
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
        for (const day of ticks) {
          expect(dateOf(day)).toMatch(/-01$/);
          expect(day >= from && day < from + length).toBe(true);
        }
      },
    ),
  );
  expect(monthsBetween(dayOf('2025-11-10'), dayOf('2026-11-27'), 5).map(dateOf)).toEqual([
    '2026-01-01',
    '2026-04-01',
    '2026-07-01',
    '2026-10-01',
  ]);
});

test('of a month the first day and the day after its last are read, of a moment the day as it was said', () => {
  expect([firstDayOf('2024'), firstDayOf('2024-02'), firstDayOf('2024-02-29T23:30:00-05:00')].map(dateOf)).toEqual([
    '2024-01-01',
    '2024-02-01',
    '2024-02-29',
  ]);
  expect([dayAfter('2024'), dayAfter('2024-02'), dayAfter('2024-02-29'), dayAfter('2023-12')].map(dateOf)).toEqual([
    '2025-01-01',
    '2024-03-01',
    '2024-03-01',
    '2024-01-01',
  ]);
});

test('a day ends by the centre’s clock, also in the nights on which it changes', () => {
  const zones = fc.constantFrom('America/Toronto', 'America/Vancouver', 'UTC', 'America/St_Johns');
  fc.assert(
    fc.property(fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2032-12-31') }), zones, (day, zone) => {
      const end = Date.parse(endOfDay(day, zone));
      expect([localDayOf(new Date(end), zone), localDayOf(new Date(end + 1), zone)]).toEqual([day, day + 1]);
    }),
  );
  expect(endOfDay(dayOf('2026-11-01'), 'America/Toronto')).toBe('2026-11-02T04:59:59.999Z');
});

test('the board knows the states that are counted, in their order', () => {
  expect(DAY_STATES).toEqual(COUNTED_STATES);
});
