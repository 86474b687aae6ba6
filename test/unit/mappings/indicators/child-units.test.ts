import { beforeAll, describe, expect, test } from '@jest/globals';
import { childUnits } from '../../../../mappings/indicators/child-units.ts';
import { type PublishedIndicator, publishedFrom } from '../../../../mappings/indicators/published.ts';
import { type Quarter, quarterNamed } from '../../../../mappings/indicators/quarter.ts';
import type { Unit } from '../../../../mappings/indicators/unit.ts';
import { dateOf } from '../../../../mappings/ledger/day.ts';
import { localDayIn } from '../../../../mappings/ledger/local-day.ts';
import { DAY_STATES, needLedger } from '../../../../mappings/ledger/need-ledger.ts';
import { factsOf, type ToldCentre, toldCentre } from './counted-facts.ts';
import { slowTallies, type Tally } from './slow-path.ts';

const named = (name: string): Quarter => {
  const quarter = quarterNamed(name);
  if (quarter === undefined) throw new Error(name);
  return quarter;
};
const QUARTERS = ['2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'].map(named);
const localDay = localDayIn('America/Toronto');

/** What is compared of a unit: everything but which child it is of, which only the record numbers. */
const tallied = ({ counted, row, mark, amount }: Omit<Tally, 'child'>): string =>
  [counted, row, mark ?? '', amount ?? ''].join(' ');
const ofUnit = ({ counted, row, marks = {}, amounts = {} }: Unit): string => {
  const [mark] = Object.values(marks);
  const [amount] = Object.values(amounts);
  return tallied({ counted, row, ...(mark !== undefined && { mark }), ...(amount !== undefined && { amount }) });
};
/** The ledger’s own are counted again below. */
const isOfLedger = ({ counted }: Unit): boolean => counted === 'needs' || counted === 'hand-overs';

describe.each([
  [3, 'verdun'],
  [14, 'vanier'],
  [159, 'verdun'],
] as const)('three years of invented children, seed %i, %s', (seed, centre) => {
  let told: ToldCentre;
  let facts: ReturnType<typeof factsOf>;
  beforeAll(async () => {
    told = await toldCentre(seed, 6, centre);
    facts = factsOf(told.files, centre);
  });

  test('requests, ratings and readings are counted as plain loops over the stories count them', () => {
    let compared = 0;
    for (const quarter of QUARTERS) {
      const scope = {
        from: dateOf(quarter.from),
        last: dateOf(quarter.to - 1),
        knownBefore: dateOf(quarter.knownBefore),
      };
      const slow = told.lives.flatMap((life) => slowTallies(life, scope)).map(tallied);
      const fast = facts
        .flatMap((child) => childUnits(child, quarter))
        .filter((unit) => !isOfLedger(unit))
        .map(ofUnit);
      expect([quarter.name, ...fast.sort()]).toEqual([quarter.name, ...slow.sort()]);
      compared += slow.length;
    }
    expect(compared).toBeGreaterThan(30);
  });

  test('days without care are those that the ledger shows day after day, and changes of person those between one contact and the next', () => {
    for (const quarter of QUARTERS) {
      const days: Record<string, number> = {};
      let changes = 0;
      for (const { needs } of facts)
        for (const { facts: all } of needs.needs) {
          const known = all.filter((fact) => localDay(fact.known) < quarter.knownBefore);
          const asked = { today: quarter.to, recordsFrom: needs.recordsFrom ?? quarter.to };
          const { strip } = needLedger(known, asked, localDay);
          const needed = new Set<number>();
          for (let day = quarter.from; day < quarter.to; day += 1)
            for (const { state, from, to } of strip)
              if (from <= day && day < to) {
                needed.add(day);
                days[state] = (days[state] ?? 0) + 1;
              }
          let before: string | undefined;
          for (let day = localDay(Date.parse('2020-01-01T12:00:00Z')); day < quarter.to; day += 1) {
            const persons = known.flatMap((fact) =>
              fact.kind === 'contact' && fact.happened === day ? (fact.person ?? []) : [],
            );
            for (const person of persons.sort()) {
              if (before !== undefined && before !== person && needed.has(day)) changes += 1;
              before = person;
            }
          }
        }
      const units = facts.flatMap((child) => childUnits(child, quarter)).filter(({ counted }) => counted === 'needs');
      const sumOf = (amount: string): number => units.reduce((sum, { amounts }) => sum + (amounts?.[amount] ?? 0), 0);
      for (const state of ['waiting', 'asked', 'open'] as const)
        expect([quarter.name, state, sumOf(state)]).toEqual([quarter.name, state, days[state] ?? 0]);
      expect([quarter.name, sumOf('changes')]).toEqual([quarter.name, changes]);
      expect(DAY_STATES.some((state) => (days[state] ?? 0) > 0)).toBe(units.length > 0);
    }
  });

  test('what is published does not change with the order in which anything came, nor if it comes twice', () => {
    const publishedOf = (files: ToldCentre['files']): readonly PublishedIndicator[] =>
      publishedFrom(
        factsOf(files, centre).flatMap((child) => QUARTERS.slice(0, 2).flatMap((it) => childUnits(child, it))),
      );
    const once = publishedOf(told.files);
    const backwards = [...told.files].reverse().map((file) => [...file].reverse());
    expect(publishedOf(backwards)).toEqual(once);
  });
});
