import type { ChildLedgerTold, DayState, NeedTold, RunTold } from '../../../../mappings/domain/ledger-told.ts';
import { type Day, dayOf, monthsBetween } from '../calendar.ts';

/** Days as a part of the drawing’s width: where they begin and how wide they are, from 0 to 1; the first day in, the last out. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly x: number;
  readonly width: number;
}

export interface StateStretch extends Stretch {
  readonly state: DayState;
  readonly holders: readonly string[];
}

export interface AccompaniedStretch extends Stretch {
  readonly name: string;
  /** Since when and until when, also before the drawing begins; absent where nobody wrote it, or where it is still so. */
  readonly since?: Day;
  readonly after?: Day;
}

export interface NeedDrawn {
  readonly key: string;
  readonly need: NeedTold;
  readonly stretches: readonly StateStretch[];
}

export interface NeedsDrawn {
  readonly from: Day;
  /** The day after the last that is counted. */
  readonly to: Day;
  readonly accompanied: readonly AccompaniedStretch[];
  readonly needs: readonly NeedDrawn[];
  /** First days of months, to read the drawing by. */
  readonly ticks: readonly { readonly day: Day; readonly x: number }[];
}

/** The ledger on one line of time, from the first day of any need to the last that is counted; undefined without a need. */
export function needsDrawn({ asOf, needs, accompanied }: ChildLedgerTold, ticksMax: number): NeedsDrawn | undefined {
  const to = dayOf(asOf) + 1;
  const firsts = needs.flatMap(({ strip }) => strip.map((run) => dayOf(run.from)));
  if (firsts.length === 0) return undefined;
  const from = Math.min(...firsts);
  const stretch = (first: Day, after: Day): Stretch => ({
    from: first,
    to: after,
    x: (first - from) / (to - from),
    width: (after - first) / (to - from),
  });
  return {
    from,
    to,
    accompanied: accompanied.flatMap(({ name, from: since, to: until }) => {
      const first = since === undefined ? from : Math.max(from, dayOf(since));
      const after = until === undefined ? to : Math.min(to, dayOf(until));
      if (first >= after) return [];
      return {
        name,
        ...stretch(first, after),
        ...(since !== undefined && { since: dayOf(since) }),
        ...(until !== undefined && { after: dayOf(until) }),
      };
    }),
    needs: needs.map((need, nth) => ({
      key: need.goal ?? `need-${nth}`,
      need,
      stretches: need.strip.map((run) => stateStretch(run, stretch)),
    })),
    ticks: monthsBetween(from, to, ticksMax).map((day) => ({ day, x: (day - from) / (to - from) })),
  };
}

const stateStretch = (run: RunTold, stretch: (first: Day, after: Day) => Stretch): StateStretch => ({
  ...stretch(dayOf(run.from), dayOf(run.to)),
  state: run.state,
  holders: (run.holders ?? []).map(({ name }) => name),
});
