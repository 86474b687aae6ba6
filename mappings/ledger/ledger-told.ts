import { goalNamed } from '../concepts/goal.ts';
import { partId } from '../concepts/identity.ts';
import type { HolderTold, LedgerTold, NeedTold, RunTold } from '../domain/ledger-told.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { accompaniedBy } from './accompanied.ts';
import { type ChildScope, childNeeds, type NeedOnRecord } from './child-needs.ts';
import { type Day, dateOf } from './day.ts';
import { needLedger, type Run } from './need-ledger.ts';
import { tracesIn } from './traces.ts';

export interface LedgerScope extends ChildScope {
  readonly child: string;
  /** The last day that is counted. */
  readonly asOf: Day;
  readonly knownAt?: string;
  readonly nameOf: (holder: Pick<HolderTold, 'kind' | 'id'>) => string;
  /** Whether whoever reads may know of a request: where one is hidden from them, the need is not shown. */
  readonly mayKnow: (request: fhir4.ServiceRequest) => boolean;
}

/** The ledger of one child as one reader sees it, in words and dates. */
export function ledgerTold(resources: readonly fhir4.FhirResource[], scope: LedgerScope): LedgerTold {
  const { asOf, knownAt, localDay, mayKnow } = scope;
  const { needs, recordsFrom = asOf } = childNeeds(resources, scope);
  const until = asOf + 1;
  const shown = needs.filter(({ requests }) => requests.every(mayKnow));
  const accompanied = accompaniedBy(resources, tracesIn(resources, localDay), localDay);
  return {
    asOf: dateOf(asOf),
    ...(knownAt !== undefined && { knownAt }),
    accompanied: accompanied
      .filter(({ from }) => from === undefined || from < until)
      .map(({ name, from, to }) => ({
        name,
        ...(from !== undefined && { from: dateOf(from) }),
        ...(to !== undefined && { to: dateOf(to) }),
      })),
    needs: shown.map((need) => needTold(need, until, recordsFrom, scope)).filter(({ strip }) => strip.length > 0),
  };
}

function needTold({ goal, facts }: NeedOnRecord, today: Day, recordsFrom: Day, scope: LedgerScope): NeedTold {
  const { knownAt, localDay } = scope;
  const asked = { today, recordsFrom, ...(knownAt !== undefined && { knownAt: Date.parse(knownAt) }) };
  const { strip, days, soFar, handOvers, changesOfPerson, learntLate } = needLedger(facts, asked, localDay);
  const { waiting, asked: askedDays, open, served, paused, unknown } = days;
  const number = numberOf(goal, scope);
  const holder = (text: string): HolderTold => holderTold(text, scope);
  return {
    ...(number !== undefined && { goal: number }),
    words: goal.description.text ?? '',
    soFar,
    strip: strip.map((run) => runTold(run, holder)),
    daysWithoutCare: { waiting, asked: askedDays, open },
    otherDays: { served, paused, unknown },
    handOvers: handOvers.map(({ from, to, on, how, gapDays }) => ({
      from: holder(from),
      to: holder(to),
      on: dateOf(on),
      how,
      gapDays,
    })),
    changesOfPerson,
    learntLate: learntLate.length,
  };
}

const runTold = ({ from, to, state, holders }: Run, holder: (text: string) => HolderTold): RunTold => ({
  from: dateOf(from),
  to: dateOf(to),
  days: to - from,
  state,
  ...(holders.length > 0 && { holders: holders.map(holder) }),
});

function holderTold(holder: string, { nameOf }: LedgerScope): HolderTold {
  const [kind, id = ''] = holder.split(/:(.*)/s);
  const told = { kind: kind === 'centre' ? ('centre' as const) : ('partner' as const), id };
  return { ...told, name: nameOf(told) };
}

/** The centre’s own number of a goal; undefined of one that it did not number. */
function numberOf(goal: fhir4.Goal, { centre, child }: LedgerScope): string | undefined {
  const identifier = goal.identifier?.find(({ system }) => system === IDENTIFIERS.goal(centre));
  const { system, value } = identifier ?? {};
  if (system === undefined || value === undefined) return undefined;
  return partId({ system, value }, goalNamed({ centre, childId: child }));
}
