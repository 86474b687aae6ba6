import { type RecipientGiven, recipientsGiven } from '../corrections/told-before.ts';
import { isReferralTask, isTakenBack, partnerIn, senderOf } from '../domain/current-task.ts';
import { type Loop, loopOf } from '../domain/loop.ts';
import { gaveContent, receiptOf } from '../domain/receipt-on-task.ts';
import { requestKindOf } from '../domain/request-kind.ts';
import { revisionOf } from '../domain/revision-on-record.ts';
import { CODE_SYSTEMS } from '../domain/systems.ts';
import { childNeeds, type NeedOnRecord } from '../ledger/child-needs.ts';
import type { Day } from '../ledger/day.ts';
import { dayOfMoment } from '../ledger/local-day.ts';
import { needLedger, type Run } from '../ledger/need-ledger.ts';
import { placeOf, type Told, type Traces, tracesIn } from '../ledger/traces.ts';
import type { PartnerDelays, WatchScope } from './watch-scope.ts';
import { isSchoolDay, isWorkingDay } from './work-calendar.ts';

/** A request of the centre, where it stands and what was said of it. */
export interface RequestSeen {
  readonly request: fhir4.ServiceRequest;
  /** The Task that tells where it stands. */
  readonly task: fhir4.Task;
  readonly loop: Loop;
  readonly kind: ReturnType<typeof requestKindOf>;
  /** What was said and done, by when it happened. */
  readonly acts: readonly Told[];
  readonly delays: PartnerDelays;
  /** The day on which it left; undefined while it has not. */
  readonly sentOn?: Day;
  /** The day on which it was revised after its recipient was given it, where that one was not given what stands; undefined once it has ended. */
  readonly revisedOn?: Day;
  /** The partner, or what it opened, has met the child for it. */
  readonly met: boolean;
  /** An enrolment came of it: that is an answer too. */
  readonly isEnrolled: boolean;
  readonly hasOutcome: boolean;
  readonly isEvaluated: boolean;
  /** Whether its partner works on a day. */
  readonly isWorked: (day: Day) => boolean;
}

/** A need that is still there, and how it stands today. */
export interface NeedSeen extends NeedOnRecord {
  readonly last: Run;
}

/** One child’s file as the rules of the watch look at it. */
export interface ChildSeen {
  readonly child: fhir4.Patient;
  readonly requests: readonly RequestSeen[];
  readonly needs: readonly NeedSeen[];
  readonly appointments: readonly fhir4.Appointment[];
  readonly consents: readonly fhir4.Consent[];
  readonly circles: readonly fhir4.CareTeam[];
  /** Who was given what, also of requests that have ended or went to somebody else since. */
  readonly given: readonly RecipientGiven[];
  readonly scope: WatchScope;
}

/** Undefined of a file without a child. */
export function childSeen(resources: readonly fhir4.FhirResource[], scope: WatchScope): ChildSeen | undefined {
  const child = resources.find((it) => it.resourceType === 'Patient');
  if (child === undefined) return undefined;
  const { localDay, today } = scope;
  const { needs, recordsFrom = today } = childNeeds(resources, scope);
  return {
    child,
    requests: requestsSeen(resources, scope),
    needs: needs.flatMap((need): readonly NeedSeen[] => {
      const { strip, soFar } = needLedger(need.facts, { today: today + 1, recordsFrom }, localDay);
      const last = strip.at(-1);
      return last === undefined || !soFar ? [] : [{ ...need, last }];
    }),
    appointments: resources.filter((it) => it.resourceType === 'Appointment'),
    consents: resources
      .filter((it) => it.resourceType === 'Consent')
      .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    circles: resources.filter((it) => it.resourceType === 'CareTeam'),
    given: scope.given === undefined ? [] : recipientsGiven(resources, { ...scope.given, centre: scope.centre }),
    scope,
  };
}

function requestsSeen(resources: readonly fhir4.FhirResource[], scope: WatchScope): readonly RequestSeen[] {
  const { localDay, province, delaysOf } = scope;
  const traces = tracesIn(resources, localDay);
  const orders = resources
    .filter((it) => it.resourceType === 'ServiceRequest')
    .filter(({ intent }) => intent === 'order');
  return orders.flatMap((request): readonly RequestSeen[] => {
    const place = placeOf(request);
    const tasks = resources.filter(isReferralTask).filter(({ focus }) => focus?.reference === place);
    const replaced = orders.some((it) => it.replaces?.some(({ reference }) => reference === place));
    const loop = loopOf(tasks, request, { replaced });
    const [task] = [...tasks].sort(newestFirst).filter(({ status }) => status === loop.state);
    const partner = task && partnerIn(task.owner);
    if (task === undefined || partner === undefined || senderOf(task) !== undefined) return [];
    const acts = traces.of(placeOf(task)).filter(({ act }) => act !== undefined);
    // Who took it back knows, unless they may not.
    if (isTakenBack(task) && !acts.some(({ untold }) => untold === true)) return [];
    const delays = delaysOf(partner) ?? { isSchool: false };
    const receipt = receiptOf(task);
    const left = receipt?.at;
    const revised = revisedSince(request, receipt, traces);
    const sentOn =
      left === undefined ? acts.find(({ act }) => act === 'dispatched')?.happened : dayOfMoment(left, localDay);
    return [
      {
        request,
        task,
        loop,
        kind: requestKindOf(request),
        acts,
        delays,
        ...(sentOn !== undefined && { sentOn }),
        ...(revised !== undefined && { revisedOn: localDay(revised) }),
        met: isMet(request, resources),
        isEnrolled: resources.some(
          (it) =>
            it.resourceType === 'EpisodeOfCare' &&
            it.status !== 'entered-in-error' &&
            it.referralRequest?.some(({ reference }) => reference === place),
        ),
        hasOutcome: task.output?.some(({ type }) => type.coding?.[0]?.code === 'outcome') ?? false,
        isEvaluated: isEvaluated(place, resources),
        isWorked: (day) => (delays.isSchool ? isSchoolDay : isWorkingDay)(day, province),
      },
    ];
  });
}

/** When the version after the one that its recipient has was written. */
function revisedSince(
  request: fhir4.ServiceRequest,
  receipt: ReturnType<typeof receiptOf>,
  traces: Traces,
): number | undefined {
  if (receipt === undefined || receipt.version === 0 || !gaveContent(receipt)) return undefined;
  if (receipt.version >= revisionOf(request).version || ENDED.has(request.status)) return undefined;
  // A departure may be written down late, so its time says nothing. Versions are counted from 1; where some were left out, the last one counts.
  const written = traces.of(placeOf(request)).filter(({ act }) => act === undefined);
  const known = written.map((it) => it.known).sort((a, b) => a - b);
  return known[receipt.version] ?? known.at(-1);
}

const ENDED: ReadonlySet<string> = new Set(['completed', 'revoked', 'entered-in-error']);

const newestFirst = (a: fhir4.Task, b: fhir4.Task): number =>
  Date.parse(b.authoredOn ?? '') - Date.parse(a.authoredOn ?? '') || (placeOf(a) < placeOf(b) ? -1 : 1);

const CAME: ReadonlySet<string> = new Set(['arrived', 'fulfilled']);

/** Somebody met the child for it, says the record of contacts and appointments. */
const isMet = (request: fhir4.ServiceRequest, resources: readonly fhir4.FhirResource[]): boolean =>
  resources.some(
    (it) =>
      ((it.resourceType === 'Encounter' && it.status === 'finished') ||
        (it.resourceType === 'Appointment' && CAME.has(it.status))) &&
      it.basedOn?.some(({ reference }) => reference === placeOf(request)),
  );

/** Somebody rated it afterwards. */
const isEvaluated = (place: string, resources: readonly fhir4.FhirResource[]): boolean =>
  resources.some(
    (it) =>
      it.resourceType === 'Observation' &&
      it.status !== 'entered-in-error' &&
      it.basedOn?.some(({ reference }) => reference === place) &&
      it.category?.some(({ coding = [] }) =>
        coding.some(({ system, code }) => system === CODE_SYSTEMS.ratingMoment && code === 'after'),
      ),
  );
