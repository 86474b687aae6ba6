import type { OpenLoopTold } from '../../../mappings/domain/open-loops-told.ts';

/** What a person can do about an open loop. */
export const LOOP_ACTS = ['answer', 'sent', 'tellFamily', 'remind', 'propose', 'note', 'cancel', 'snooze'] as const;
export type LoopAct = (typeof LOOP_ACTS)[number];

/** What is most often next, by what the watch found (docs/watch.md); whatever else can be done follows. */
const NEXT: Readonly<Record<string, LoopAct>> = {
  'not-sent': 'sent',
  'correction-not-told': 'sent',
  silent: 'answer',
  late: 'answer',
  'on-hold': 'answer',
  declined: 'propose',
  'no-outcome': 'answer',
  'not-evaluated': 'note',
  'family-not-told': 'tellFamily',
  contradictory: 'answer',
  'nobody-along': 'note',
  'need-open': 'propose',
};

/** Where a request has ended: nothing more is answered to it, nobody is reminded of it. */
const ENDED: ReadonlySet<string> = new Set(['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error']);

/** What can be done, the next act first. */
export function actsFor({ code, request }: Pick<OpenLoopTold, 'code' | 'request'>): readonly LoopAct[] {
  const possible = LOOP_ACTS.filter((act) => isPossible(act, code, request?.status));
  const next = NEXT[code];
  const first = next !== undefined && possible.includes(next) ? [next] : [];
  return [...first, ...possible.filter((act) => !first.includes(act))];
}

function isPossible(act: LoopAct, code: string, status: string | undefined): boolean {
  if (act === 'snooze') return true;
  if (act === 'propose') return status === undefined ? code === 'need-open' : ENDED.has(status);
  if (status === undefined) return false;
  if (act === 'sent') return NEXT[code] === 'sent';
  if (act === 'note') return true;
  // How it came out may be learnt after its end.
  if (act === 'answer') return !ENDED.has(status) || code === 'no-outcome' || code === 'contradictory';
  if (act === 'tellFamily') return ENDED.has(status);
  return !ENDED.has(status);
}
