import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Cut, GROUPS, OTHERS, plotDrawn } from '../../../../../board/pages/programme/indicator-plots.ts';
import { numbersInWords } from '../../../../../board/pages/programme/numbers-in-words.ts';
import { heightOf, roundAbove, scaleOf } from '../../../../../board/pages/programme/plot-scale.ts';
import { choicesIn, filtersFrom, filtersText, within } from '../../../../../board/pages/programme/programme-filters.ts';
import type { IndicatorsTold } from '../../../../../mappings/domain/indicators-told.ts';
import { INDICATORS } from '../../../../../mappings/indicators/indicators.ts';
import { indicatorsTold } from '../../../../../mappings/indicators/indicators-told.ts';
import { publishedFrom } from '../../../../../mappings/indicators/published.ts';
import { quarterNamed } from '../../../../../mappings/indicators/quarter.ts';
import { STRATA_NAMES, type StrataBy } from '../../../../../mappings/indicators/strata.ts';
import type { Unit } from '../../../../../mappings/indicators/unit.ts';

/** What the API tells of what was counted, quarter by quarter. */
function toldOf(counted: Readonly<Record<string, readonly Unit[]>>, on: readonly StrataBy[] = []): IndicatorsTold {
  const reports = Object.entries(counted).flatMap(([name, units]) => {
    const quarter = quarterNamed(name);
    if (quarter === undefined) throw new Error(name);
    return publishedFrom(units, on).map((it) => ({ ...it, quarter, publishedAt: '2026-10-31T06:00:00.000Z' }));
  });
  return indicatorsTold(reports, { language: 'fr' });
}

const endings = (row: Unit['row'], count: number): readonly Unit[] =>
  Array.from({ length: count }, (_, nth) => ({
    counted: 'endings',
    child: `${row}-${nth}`,
    row,
    marks: { told: nth % 2 === 0 },
  }));
const needs = (count: number, amounts: Readonly<Record<string, number>>): readonly Unit[] =>
  Array.from({ length: count }, (_, nth) => ({ counted: 'needs', child: `enf-${nth}`, row: 'clsc', amounts }));

const of = (programme: string): Cut => ({ by: 'programme', name: programme });
const marksOf = (told: IndicatorsTold, name: string, cut?: Cut) =>
  plotDrawn(told, [name], cut)?.columns.map(({ period, mark }) => [period, mark.is]);

test('every indicator that is published is drawn, once', () => {
  const drawn: readonly string[] = Object.values(GROUPS).flat(2);
  expect([...drawn].sort()).toEqual(INDICATORS.map(({ name }) => name).sort());
});

test('what is suppressed is no number, least of all zero; nor is a quarter in which nothing is counted, or that was not published', () => {
  const told = toldOf({
    '2026-Q3': [...endings('clsc', 20), ...endings('sippe', 12), ...endings('hospital', 3)],
    '2026-Q1': endings('clsc', 12),
    '2025-Q4': [],
  });
  const whole = plotDrawn(told, ['loops-closed'], undefined);
  expect(whole?.columns.map(({ period, mark }) => [period, mark])).toEqual([
    ['2025-Q4', { is: 'nobody' }],
    ['2026-Q1', { is: 'numbers', counted: 12, having: 6, values: [0.5] }],
    ['2026-Q2', { is: 'unpublished' }],
    ['2026-Q3', { is: 'numbers', counted: 35, having: 18, values: [0.514] }],
  ]);
  const others = [
    ['2025-Q4', 'nobody'],
    ['2026-Q1', 'nobody'],
    ['2026-Q2', 'unpublished'],
  ];
  for (const programme of ['hospital', 'sippe'])
    expect(marksOf(told, 'loops-closed', of(programme))).toEqual([...others, ['2026-Q3', 'suppressed']]);
});

test('a median that more than half have not come to is not yet a number', () => {
  const waiting = Array.from({ length: 10 }, (_, nth) => ({
    counted: 'answers' as const,
    child: `enf-${nth}`,
    row: 'clsc' as const,
    marks: { inTime: nth < 5 },
    amounts: { days: nth < 3 ? nth : Number.POSITIVE_INFINITY },
  }));
  expect(plotDrawn(toldOf({ '2026-Q3': waiting }), ['days-to-answer'], undefined)?.columns).toMatchObject([
    { mark: { is: 'notYet', counted: 10 } },
  ]);
});

test('the three counts of days stand together, and the plot has room for their sum', () => {
  const told = toldOf({ '2026-Q3': needs(6, { waiting: 12, asked: 4, open: 9, changes: 0 }) });
  const plot = plotDrawn(told, ['days-waiting', 'days-asked', 'days-open'], of('clsc'));
  if (plot === undefined) throw new Error('no plot');
  expect(plot.columns[0]?.mark).toEqual({ is: 'numbers', counted: 6, values: [12, 4, 9] });
  expect(scaleOf(plot)).toEqual({ from: 0, to: 40, ticks: [0, 20, 40] });
});

test('what is told of the whole centre only says so when a programme is chosen', () => {
  const told = toldOf({ '2026-Q3': endings('clsc', 20) });
  expect(plotDrawn(told, ['reassessed-in-time'], of('clsc'))?.isWholeOnly).toBe(true);
  expect(plotDrawn(told, ['loops-closed'], of('clsc'))?.isWholeOnly).toBe(false);
  expect(plotDrawn(told, ['of-another-day'], of('clsc'))).toBeUndefined();
});

test('shares stand on 0 to 100, changes on both sides of zero, and every number has a place on its plot', () => {
  const told = toldOf({ '2026-Q3': endings('clsc', 20) });
  const [share, change] = ['loops-closed', 'change-equity'].map((name) => plotDrawn(told, [name], undefined));
  if (share === undefined || change === undefined) throw new Error('no plot');
  expect(scaleOf(share).ticks).toEqual([0, 0.5, 1]);
  expect(scaleOf(change).ticks).toEqual([-1, 0, 1]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (value) => {
      const top = roundAbove(value);
      expect(top).toBeGreaterThanOrEqual(value);
      // No plot is more than half empty, but for the smallest numbers.
      if (value > 1) expect(top).toBeLessThanOrEqual(2 * value);
      const height = heightOf({ from: 0, to: top, ticks: [] }, value);
      expect(height >= 0 && height <= 1).toBe(true);
    }),
  );
});

test('filters go through the address and back; a year or programme of which nothing is published is as if absent', () => {
  const told = toldOf({ '2026-Q3': endings('clsc', 20), '2024-Q2': endings('hospital', 7) });
  expect(choicesIn(told)).toEqual({
    years: ['2026', '2024'],
    cuts: {
      programme: [
        { name: 'clsc', title: 'CLSC' },
        { name: 'hospital', title: 'Hôpital' },
      ],
      partner: [],
      district: [],
    },
  });
  const filters = { period: '2024', cut: of('clsc') };
  expect(filtersFrom(new URLSearchParams(filtersText(filters)), told)).toEqual(filters);
  expect(filtersFrom(new URLSearchParams('period=2031&programme=Mai&partner=clsc-verdun&district=H4G'), told)).toEqual(
    {},
  );
  expect(filtersText({})).toBe('');
  expect(within(told, '2024').quarters.map(({ period }) => period)).toEqual(['2024-Q2']);
});

test('a partner is chosen where the gateway tells partners; too few of its children are no number and no zero, and other quarters are not made up', () => {
  const partner = (name: string, count: number): readonly Unit[] =>
    endings('clsc', count).map((unit) => ({ ...unit, child: `${name}-${unit.child}`, partner: name }));
  const three = [...partner('verdun', 20), ...partner('lasalle', 12), ...partner('maison', 3)];
  const told = toldOf({ '2026-Q3': three }, STRATA_NAMES);
  const all = { ...told, quarters: [...told.quarters, ...toldOf({ '2026-Q2': partner('verdun', 20) }).quarters] };
  expect(choicesIn(all).cuts.partner).toEqual([
    { name: 'verdun', title: 'verdun' },
    { name: OTHERS, title: 'Autres, ou non dit' },
  ]);
  for (const name of ['verdun', OTHERS]) {
    const filters = { cut: { by: 'partner' as const, name } };
    expect(filtersFrom(new URLSearchParams(filtersText(filters)), all)).toEqual(filters);
  }
  const markedAs = (name: string) => marksOf(all, 'loops-closed', { by: 'partner', name });
  expect(markedAs('verdun')).toEqual([
    ['2026-Q2', 'unpublished'],
    ['2026-Q3', 'numbers'],
  ]);
  expect(markedAs(OTHERS)?.at(-1)).toEqual(['2026-Q3', 'numbers']);
  expect(markedAs('maison')?.at(-1)).toEqual(['2026-Q3', 'among']);
  expect(plotDrawn(all, ['days-open'], { by: 'partner', name: 'verdun' })?.isWholeOnly).toBe(true);
});

test('without a year the last twelve quarters are shown', () => {
  const names = [2022, 2023, 2024, 2025].flatMap((year) => [1, 2, 3, 4].map((nth) => `${year}-Q${nth}`));
  const shown = within(toldOf(Object.fromEntries(names.map((name) => [name, []]))), undefined);
  expect(shown.quarters.map(({ period }) => period)).toEqual(names.slice(4).reverse());
});

test('numbers are written as people of the language write them', () => {
  const [share, days, change] = ['loops-closed', 'days-open', 'change-equity'].map((name) => {
    const definition = toldOf({}).definitions.find((it) => it.name === name);
    if (definition === undefined) throw new Error(name);
    return definition;
  });
  if (share === undefined || days === undefined || change === undefined) throw new Error('no definition');
  const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
  expect(plain(numbersInWords(share, 'fr').number(0.514))).toBe('51 %');
  expect(numbersInWords(share, 'en').number(0.514)).toBe('51%');
  expect(numbersInWords(share, 'fr').mark(0.514)).toBe('51');
  expect(numbersInWords(days, 'fr').number(12.5)).toBe('12,5');
  expect(numbersInWords(change, 'en').mark(0.4)).toBe('+0.4');
});
