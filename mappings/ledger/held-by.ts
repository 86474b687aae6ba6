import type { Day, Days } from './day.ts';
import type { ContactFact, RequestFact } from './need-facts.ts';

/** Without contact or date for so long, a holder is no longer known to hold; programmes may set their own. */
export const SILENCE_DAYS = 45;

/** What one request was, day by day. */
export interface HeldBy {
  readonly request: string;
  readonly holder: string;
  readonly asked: readonly Days[];
  readonly waiting: readonly Days[];
  readonly served: readonly Days[];
  /** Served once, and not heard of since: somebody must ask. */
  readonly silent: readonly Days[];
  /** Days of its contacts. */
  readonly met: readonly Day[];
}

/**
 * Tells one request by its facts, in whatever order they became known. On the day of a contact it is served, whatever else happened on
 * that day; an end counts from its own day.
 */
export function heldBy(
  facts: readonly RequestFact[],
  contacts: readonly ContactFact[],
  horizon: Day,
): HeldBy | undefined {
  const asked = facts.find((fact) => fact.kind === 'asked');
  if (asked === undefined) return undefined;
  const { request, holder, silenceDays = SILENCE_DAYS } = asked;
  const met = contacts.filter(({ requests }) => requests.includes(request)).map(({ happened }) => happened);
  const first = Math.min(horizon, ...met);
  const end = Math.min(horizon, ...facts.flatMap(({ kind, happened }) => (kind === 'let-go' ? [happened] : [])));
  const yes = Math.min(
    ...facts.flatMap(({ kind, happened }) => (kind === 'accepted' || kind === 'waitlisted' ? [happened] : [])),
  );
  const until = Math.min(first, end);
  const covered = [
    ...met.map((day) => ({ from: day, to: day + silenceDays })),
    ...facts.flatMap((fact) => {
      if (fact.kind === 'scheduled') return [{ from: fact.happened, to: fact.on + silenceDays }];
      return fact.kind === 'session' ? [{ from: fact.happened, to: fact.to }] : [];
    }),
  ];
  const served = [
    ...covered.map(({ from, to }) => ({ from: Math.max(from, first), to: Math.min(to, end) })),
    ...met.map((day) => ({ from: day, to: day + 1 })),
  ].filter(isSome);
  return {
    request,
    holder,
    asked: [{ from: asked.happened, to: Math.min(yes, until) }].filter(isSome),
    waiting: [{ from: yes, to: until }].filter(isSome),
    served,
    silent: [{ from: first, to: end }].filter(isSome),
    met,
  };
}

const isSome = ({ from, to }: Days): boolean => from < to;
