import type { DayState } from '../domain/ledger-told.ts';
import { type Day, dayOf, holds } from '../ledger/day.ts';
import { JOINT_DAYS } from '../ledger/hand-overs.ts';
import type { NeedFact } from '../ledger/need-facts.ts';
import { type NeedLedger, needLedger } from '../ledger/need-ledger.ts';
import { placeOf } from '../ledger/traces.ts';
import { type ChildFacts, knownBefore, whoseOf } from './child-facts.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import type { Quarter } from './quarter.ts';
import type { Unit } from './unit.ts';

/** What a child’s needs add to a quarter: the ledger’s days that lie in it, changes of person, and hand-overs. */
export function needUnits(facts: ChildFacts, quarter: Quarter): readonly Unit[] {
  const { needs, scope } = facts;
  const whose = whoseOf(facts);
  const rows = new Map(facts.asked.map(({ task, row }) => [placeOf(task), row]));
  const recordsFrom = needs.recordsFrom ?? NEVER;
  return needs.needs.flatMap((need): readonly Unit[] => {
    const known = need.facts.filter(knownBefore(scope, quarter.knownBefore));
    const ledger = needLedger(known, { today: quarter.to, recordsFrom }, scope.localDay);
    const row = rowOfNeed(known, quarter.to, rows);
    const handOvers = ledger.handOvers
      .filter(({ on }) => quarter.from <= on + JOINT_DAYS && on + JOINT_DAYS < quarter.to)
      .map(({ how }): Unit => ({ ...whose, counted: 'hand-overs', row, marks: { joint: how === 'joint' } }));
    const days = (states: readonly DayState[]): number => daysWithin(ledger, quarter, states);
    if (days(ALL) === 0) return handOvers;
    const amounts = {
      waiting: days(['waiting']),
      asked: days(['asked']),
      open: days(['open']),
      changes: changesWithin(known, ledger, quarter),
    };
    return [{ ...whose, counted: 'needs', row, amounts }, ...handOvers];
  });
}

const NEVER = dayOf('9999-12-31');
const ALL = ['paused', 'served', 'waiting', 'asked', 'unknown', 'open'] as const;

const daysWithin = ({ strip }: NeedLedger, { from, to }: Quarter, states: readonly DayState[]): number =>
  strip
    .filter(({ state }) => states.includes(state))
    .reduce((sum, run) => sum + Math.max(0, Math.min(run.to, to) - Math.max(run.from, from)), 0);

/** How often, on days of the need in the quarter, another person came than the one before, whenever that was. */
function changesWithin(facts: readonly NeedFact[], { strip }: NeedLedger, { from, to }: Quarter): number {
  return facts
    .flatMap((fact) => (fact.kind === 'contact' && fact.person !== undefined ? [{ ...fact, person: fact.person }] : []))
    .sort((a, b) => a.happened - b.happened || (a.person < b.person ? -1 : 1))
    .filter(({ person, happened }, nth, all) => {
      const isChange = nth > 0 && all[nth - 1]?.person !== person;
      return isChange && from <= happened && happened < to && holds(strip, happened);
    }).length;
}

/** The row of a need: that of the first request made of a partner for it; else the centre’s own services, or nobody. */
function rowOfNeed(facts: readonly NeedFact[], before: Day, rows: ReadonlyMap<string, ProgrammeRow>): ProgrammeRow {
  const asked = facts.filter((fact) => fact.kind === 'asked' && fact.happened < before);
  const [first] = asked
    .flatMap((fact) => {
      const row = 'request' in fact ? rows.get(fact.request) : undefined;
      return row === undefined ? [] : [{ row, happened: fact.happened }];
    })
    .sort((a, b) => a.happened - b.happened || (a.row < b.row ? -1 : 1));
  return first?.row ?? (asked.length > 0 ? 'centre' : 'nobody');
}
