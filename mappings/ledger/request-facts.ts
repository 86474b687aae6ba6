import { isReferralState, isTerminal } from '../domain/referral-state.ts';
import { dayOfMoment, type LocalDay } from './local-day.ts';
import type { ContactFact, FactTimes, NeedFact, RequestFact } from './need-facts.ts';
import { placeOf, type Told, type Traces } from './traces.ts';

/** Acts by which the recipient says that it has the request: if nothing tells when it left, it had by then. */
const HEARD: ReadonlySet<string | undefined> = new Set([
  'dispatched',
  'acknowledged',
  'accepted',
  'declined',
  'waitlisted',
  'scheduled',
  'started',
  'no-show',
  'awaiting-information',
  'completed',
  'failed',
]);
/** Acts that imply that it was accepted. */
const ACCEPTING: ReadonlySet<string | undefined> = new Set(['accepted', 'scheduled', 'started', 'no-show']);
/** By which acts a request came to the state in which it ended: others that were told of it changed nothing. */
const ENDING: Readonly<Record<string, readonly string[]>> = {
  rejected: ['declined'],
  completed: ['completed'],
  failed: ['failed'],
  cancelled: ['family-ended', 'cancelled', 'agreement-taken-back', 'basis-ended'],
};
const HOW_ENDED: Readonly<Record<string, 'declined' | 'completed' | 'ended'>> = {
  rejected: 'declined',
  completed: 'completed',
};

export interface RequestScope {
  readonly traces: Traces;
  readonly localDay: LocalDay;
  readonly holder: string;
  /** Without contact for so long, the holder is no longer known to hold, where its programme has its own interval. */
  readonly silenceDays?: number;
}

/** What was asked of one recipient and what it said, whatever came late, twice or in another order. What was entered in error tells nothing. */
export function taskFacts(
  task: fhir4.Task,
  { traces, localDay, holder, silenceDays }: RequestScope,
): readonly NeedFact[] {
  if (task.status === 'entered-in-error') return [];
  const request = placeOf(task);
  const acts = traces.of(request).filter(({ act }) => act !== undefined);
  const asked = acts
    .filter(({ act }) => HEARD.has(act))
    .map(
      (it): RequestFact => ({
        ...timesOf(it),
        kind: 'asked',
        request,
        holder,
        ...(silenceDays !== undefined && { silenceDays }),
      }),
    );
  if (asked.length === 0) return [];
  const served = task.status !== 'rejected';
  return [
    ...asked,
    ...acts.flatMap((it): readonly NeedFact[] => {
      if (it.act === 'waitlisted') return [{ ...timesOf(it), kind: 'waitlisted', request }];
      if (!ACCEPTING.has(it.act)) return [];
      const accepted: RequestFact = { ...timesOf(it), kind: 'accepted', request };
      return it.act === 'started' && served ? [accepted, meeting(it, request, holder)] : [accepted];
    }),
    ...appointmentSaid(task, acts, request, localDay),
    ...endOf(task, acts, request, holder, localDay),
  ];
}

const timesOf = ({ happened, known }: FactTimes): FactTimes => ({ happened, known });

/** The service itself was given on that day, says whoever gave it. */
const meeting = (times: FactTimes, request: string, holder: string): ContactFact => ({
  ...timesOf(times),
  kind: 'contact',
  holders: [holder],
  requests: [request],
});

/** The Task holds the last appointment that was told. */
function appointmentSaid(
  task: fhir4.Task,
  acts: readonly Told[],
  request: string,
  localDay: LocalDay,
): readonly NeedFact[] {
  const at = task.output?.findLast(({ type }) => type.coding?.[0]?.code === 'appointment')?.valueDateTime;
  const said = acts.findLast(({ act }) => act === 'scheduled');
  if (at === undefined || said === undefined) return [];
  return [{ ...timesOf(said), kind: 'scheduled', request, on: dayOfMoment(at, localDay) }];
}

/** How it ended, and what that says beside it: what was done in one go was served on that day; a family that prefers later has paused. */
function endOf(
  task: fhir4.Task,
  acts: readonly Told[],
  request: string,
  holder: string,
  localDay: LocalDay,
): readonly NeedFact[] {
  const { status } = task;
  if (!isReferralState(status) || !isTerminal(status)) return [];
  const ends = acts.filter(({ act }) => ENDING[status]?.includes(act ?? ''));
  const modified = Date.parse(task.lastModified ?? '');
  const unsaid: readonly FactTimes[] = Number.isNaN(modified)
    ? []
    : [{ happened: localDay(modified), known: modified }];
  const how = HOW_ENDED[status] ?? 'ended';
  return (ends.length > 0 ? ends : unsaid).flatMap((it): readonly NeedFact[] => [
    { ...timesOf(it), kind: 'let-go', request, how },
    ...(status === 'completed' ? [meeting(it, request, holder)] : []),
    ...(task.statusReason?.coding?.[0]?.code === 'family-not-now'
      ? [{ ...timesOf(it), kind: 'paused' as const, by: 'family' }]
      : []),
  ]);
}

/** What the plan says of a service of the centre itself: agreed to by whoever gives it, so that it waits for its first contact. */
export function serviceFacts(
  service: fhir4.ServiceRequest,
  { traces, holder, silenceDays }: RequestScope,
): readonly NeedFact[] {
  const request = placeOf(service);
  const told = traces.of(request);
  const last = told.at(-1);
  return told.flatMap((it): readonly NeedFact[] => {
    const status = it.status ?? (it === last ? service.status : undefined);
    const times = timesOf(it);
    if (status === 'completed' || status === 'revoked')
      return [{ ...times, kind: 'let-go', request, how: status === 'completed' ? 'completed' : 'ended' }];
    if (status === undefined || status === 'entered-in-error') return [];
    return [
      { ...times, kind: 'asked', request, holder, ...(silenceDays !== undefined && { silenceDays }) },
      { ...times, kind: 'accepted', request },
    ];
  });
}

/** A family that asked for later has come back as soon as somebody is asked again. */
export function resumedByAsking(facts: readonly NeedFact[]): readonly NeedFact[] {
  const pauses = facts.filter((fact) => fact.kind === 'paused' && fact.by === 'family');
  return facts.flatMap((fact) =>
    fact.kind === 'asked' && pauses.some(({ happened }) => happened < fact.happened)
      ? [{ ...timesOf(fact), kind: 'resumed' as const }]
      : [],
  );
}
