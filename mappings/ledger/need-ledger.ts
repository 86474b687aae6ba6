import type { DayState } from '../domain/ledger-told.ts';
import { type Day, type Days, holds } from './day.ts';
import { type HandOver, handOversOf } from './hand-overs.ts';
import { type HeldBy, heldBy } from './held-by.ts';
import { type ContactFact, isOfRequest, type NeedFact } from './need-facts.ts';

/** The first of these that holds is the state of a day. */
export const DAY_STATES = [
  'paused',
  'served',
  'waiting',
  'asked',
  'unknown',
  'open',
] as const satisfies readonly DayState[];

/** Days of one state, one after the other, and who held the need on them. */
export interface Run extends Days {
  readonly state: DayState;
  /** Holders by whom it is in this state: none where it is open or paused. */
  readonly holders: readonly string[];
}

export interface NeedLedger {
  /** In order, without a gap but those in which the need had ended. */
  readonly strip: readonly Run[];
  /** How many days of each state. */
  readonly days: Readonly<Record<DayState, number>>;
  /** The need is still there: every count is so far. */
  readonly soFar: boolean;
  readonly handOvers: readonly HandOver[];
  /** How often another person came, where persons are known. */
  readonly changesOfPerson: number;
  /** What became known on a later day than it happened: the past was corrected then. */
  readonly learntLate: readonly NeedFact[];
}

export interface LedgerAsked {
  /** The first day that is still to come. */
  readonly today: Day;
  /** Days before it are before our records. */
  readonly recordsFrom: Day;
  /** As it was known then: milliseconds since 1970; absent for what is known now. */
  readonly knownAt?: number;
}

/** The day on which something became known, at the centre. */
export type DayKnown = (known: number) => Day;

/**
 * The continuity of one need: who held it on each local calendar day since it was agreed. The order in which facts arrive changes nothing,
 * and a late report says the same as a timely one (issue: the ledger of continuity; Clément, UQO, 2014).
 */
export function needLedger(facts: readonly NeedFact[], asked: LedgerAsked, dayKnown: DayKnown): NeedLedger {
  const known = facts
    .filter(({ known: at, happened }) => (asked.knownAt === undefined || at <= asked.knownAt) && happened < asked.today)
    .sort(byDay);
  const contacts = known.filter((fact): fact is ContactFact => fact.kind === 'contact');
  const ofRequests = known.filter(isOfRequest);
  const held = [...new Set(ofRequests.map(({ request }) => request))].flatMap(
    (request) =>
      heldBy(
        ofRequests.filter((fact) => fact.request === request),
        contacts,
        asked.today,
      ) ?? [],
  );
  const paused = pausesIn(known, asked.today);
  const { needed, soFar } = neededDays(known, asked.today);

  const stateOn = (day: Day): Run => {
    const by = (select: (one: HeldBy) => readonly Days[]): readonly string[] =>
      [...new Set(held.filter((one) => holds(select(one), day)).map(({ holder }) => holder))].sort();
    const run = (state: DayState, holders: readonly string[] = []): Run => ({ state, holders, from: day, to: day + 1 });
    if (holds(paused, day)) return run('paused');
    const candidates = [
      run(
        'served',
        by(({ served }) => served),
      ),
      run(
        'waiting',
        by(({ waiting }) => waiting),
      ),
      run(
        'asked',
        by((one) => one.asked),
      ),
      run(
        'unknown',
        by(({ silent }) => silent),
      ),
    ];
    return (
      candidates.find(({ holders }) => holders.length > 0) ?? (day < asked.recordsFrom ? run('unknown') : run('open'))
    );
  };
  const strip = needed.flatMap(({ from, to }) =>
    joined(Array.from({ length: to - from }, (_, nth) => stateOn(from + nth))),
  );
  const count = (state: DayState): number =>
    strip.reduce((sum, run) => (run.state === state ? sum + run.to - run.from : sum), 0);
  return {
    strip,
    days: {
      paused: count('paused'),
      served: count('served'),
      waiting: count('waiting'),
      asked: count('asked'),
      unknown: count('unknown'),
      open: count('open'),
    },
    soFar,
    handOvers: handOversOf(held, contacts),
    changesOfPerson: changesIn(contacts.flatMap(({ person }) => person ?? [])),
    learntLate: known.filter(({ known: at, happened }) => dayKnown(at) > happened),
  };
}

/** Facts of one day in an order of their own, so that the order of arrival decides nothing. */
const byDay = (a: NeedFact, b: NeedFact): number =>
  a.happened - b.happened || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** From each agreement to the end after it. */
function neededDays(
  facts: readonly NeedFact[],
  today: Day,
): { readonly needed: readonly Days[]; readonly soFar: boolean } {
  const needed: Days[] = [];
  let since: Day | undefined;
  for (const { kind, happened } of facts) {
    if (kind === 'agreed') since ??= happened;
    if (kind !== 'ended' || since === undefined) continue;
    needed.push({ from: since, to: happened });
    since = undefined;
  }
  if (since !== undefined) needed.push({ from: since, to: today });
  return { needed: needed.filter(({ from, to }) => from < to), soFar: since !== undefined };
}

/** A pause lasts until its date, or until it is taken back. */
const pausesIn = (facts: readonly NeedFact[], today: Day): readonly Days[] =>
  facts.flatMap((pause) => {
    if (pause.kind !== 'paused') return [];
    const resumed = facts.find(({ kind, happened }) => kind === 'resumed' && happened >= pause.happened)?.happened;
    return [{ from: pause.happened, to: Math.min(today, pause.until ?? today, resumed ?? today) }];
  });

/** Days of the same state and the same holders are one run. */
function joined(days: readonly Run[]): readonly Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const same = last !== undefined && last.state === day.state && last.holders.join() === day.holders.join();
    if (same) runs[runs.length - 1] = { ...last, to: day.to };
    else runs.push(day);
  }
  return runs;
}

const changesIn = (persons: readonly string[]): number =>
  persons.filter((person, nth) => nth > 0 && person !== persons[nth - 1]).length;
