import type { History } from './history.ts';
import type { Breach, Law } from './laws/breach.ts';
import { everythingExplained } from './laws/everything-explained.ts';
import { inOrder } from './laws/in-order.ts';
import { legalMoves } from './laws/legal-moves.ts';
import { wasAcknowledged } from './laws/newest-versions.ts';
import { nothingLost } from './laws/nothing-lost.ts';
import { nothingTwice } from './laws/nothing-twice.ts';
import { partnersTold } from './laws/partners-told.ts';
import type { Counts } from './schedule.ts';

export interface Verdict {
  readonly passed: boolean;
  readonly breaches: Readonly<Record<Law, readonly Breach[]>>;
  /** What the run did not reach: then it proves nothing. */
  readonly shortfalls: readonly string[];
  readonly reached: {
    readonly acknowledged: number;
    readonly faults: number;
    readonly kinds: number;
    readonly recordKilled: number;
  };
}

const LAWS = [nothingLost, partnersTold, nothingTwice, inOrder, legalMoves, everythingExplained];

/** Decides from what was seen alone: pure, so that a kept history can be judged again. */
export function judgeHistory(history: History, counts: Counts): Verdict {
  const all = LAWS.flatMap((law) => law(history));
  const of = (law: Law) => all.filter((it) => it.law === law);
  const done = history.faults.filter(({ failed }) => failed === undefined);
  const reached = {
    acknowledged: history.sent.filter(wasAcknowledged).length,
    faults: done.length,
    kinds: new Set(done.map(({ kind }) => kind)).size,
    recordKilled: done.filter(({ kind }) => kind === 'kill-record').length,
  };
  const { least, most } = counts.recordKilled;
  const shortfalls = [
    ...(['acknowledged', 'faults', 'kinds'] as const).flatMap((name) =>
      reached[name] < counts[name] ? [`${name}: ${reached[name]} of at least ${counts[name]}`] : [],
    ),
    ...(reached.recordKilled < least || reached.recordKilled > most
      ? [`HAPI killed ${reached.recordKilled} times, not ${least} to ${most}`]
      : []),
  ];
  return {
    passed: all.length === 0 && shortfalls.length === 0,
    breaches: {
      lost: of('lost'),
      twice: of('twice'),
      order: of('order'),
      illegal: of('illegal'),
      unexplained: of('unexplained'),
    },
    shortfalls,
    reached,
  };
}
