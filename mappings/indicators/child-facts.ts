import { present } from '../concepts/present.ts';
import { isReferralTask, partnerIn, senderOf } from '../domain/current-task.ts';
import { FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import { type ChildNeeds, childNeeds, partnerHolder } from '../ledger/child-needs.ts';
import { appointmentFacts, encounterFacts, type Held } from '../ledger/contact-facts.ts';
import type { Day } from '../ledger/day.ts';
import { enrolmentFacts } from '../ledger/enrolment-facts.ts';
import type { FactTimes, NeedFact } from '../ledger/need-facts.ts';
import { taskFacts } from '../ledger/request-facts.ts';
import { placeOf, type Told, type Traces, tracesIn } from '../ledger/traces.ts';
import type { WatchScope } from '../watch/watch-scope.ts';
import { districtOf } from './district-of.ts';
import { type ProgrammeRow, rowOfRequest } from './programme-rows.ts';
import type { Unit } from './unit.ts';

/** Where and by which delays a child’s facts are counted. */
export type IndicatorScope = Omit<WatchScope, 'today'>;

/** One request at one recipient, and what was said of it. */
export interface AskedFacts {
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  readonly partner: string;
  readonly row: ProgrammeRow;
  /** The goals that it serves. */
  readonly goals: readonly string[];
  readonly acts: readonly Told[];
  /** What the ledger makes of what was said of it. */
  readonly said: readonly NeedFact[];
  /** What it makes of the contacts, appointments and enrolments that came of it. */
  readonly beside: readonly NeedFact[];
}

/** Everything of one child that indicators count. */
export interface ChildFacts {
  readonly child: string;
  /** Where the child lives; absent where that is not said. */
  readonly district?: string;
  readonly resources: readonly fhir4.FhirResource[];
  readonly traces: Traces;
  readonly scope: IndicatorScope;
  readonly asked: readonly AskedFacts[];
  readonly needs: ChildNeeds;
}

/** Undefined of a file without a child. The order of resources, and when each came, change nothing. */
export function childFacts(resources: readonly fhir4.FhirResource[], scope: IndicatorScope): ChildFacts | undefined {
  const child = resources.find((it) => it.resourceType === 'Patient');
  if (child === undefined) return undefined;
  const traces = tracesIn(resources, scope.localDay);
  return {
    child: placeOf(child),
    ...present({ district: districtOf(resources) }),
    resources,
    traces,
    scope,
    asked: askedFacts(resources, traces, scope),
    needs: childNeeds(resources, scope),
  };
}

/** What is a child’s own, whoever was asked for it. */
export const whoseOf = ({ child, district }: ChildFacts): Pick<Unit, 'child' | 'district'> =>
  present({ child, district });

/** Whether something was known when a quarter settled. */
export const knownBefore =
  ({ localDay }: IndicatorScope, day: Day) =>
  ({ known }: FactTimes): boolean =>
    localDay(known) < day;

function askedFacts(
  resources: readonly fhir4.FhirResource[],
  traces: Traces,
  { centre, localDay }: IndicatorScope,
): readonly AskedFacts[] {
  const requests = new Map(
    resources.filter((it) => it.resourceType === 'ServiceRequest').map((it) => [placeOf(it), it]),
  );
  const sent = resources
    .filter(isReferralTask)
    .filter((task) => task.status !== 'entered-in-error' && senderOf(task) === undefined)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .flatMap((task) => {
      const request = requests.get(task.focus?.reference ?? '');
      const partner = partnerIn(task.owner);
      return request === undefined || request.status === 'entered-in-error' || partner === undefined
        ? []
        : [{ task, request, partner }];
    });
  const held = sent.flatMap(({ task, request, partner }): readonly Held[] => {
    const number = request.identifier?.find(({ system }) => system === IDENTIFIERS.request(centre))?.value;
    return number === undefined ? [] : [{ request: placeOf(task), holder: partnerHolder(partner), number }];
  });
  const around = { centre, home: '', traces, localDay, held };
  const beside = resources.flatMap((it): readonly NeedFact[] => {
    if (it.resourceType === 'Encounter') return encounterFacts(it, around);
    if (it.resourceType === 'Appointment') return appointmentFacts(it, around);
    return it.resourceType === 'EpisodeOfCare' ? enrolmentFacts(it, around) : [];
  });
  return sent.map(({ task, request, partner }) => ({
    task,
    request,
    partner,
    row: rowOfRequest(request),
    goals: goalsOf(request),
    acts: traces.of(placeOf(task)).filter(({ act }) => act !== undefined),
    said: taskFacts(task, { traces, localDay, holder: partnerHolder(partner) }),
    beside: beside.filter((fact) => isAbout(fact, placeOf(task))),
  }));
}

const isAbout = (fact: NeedFact, task: string): boolean =>
  fact.kind === 'contact' ? fact.requests.includes(task) : 'request' in fact && fact.request === task;

const goalsOf = ({ extension = [] }: fhir4.ServiceRequest): readonly string[] =>
  extension.flatMap(({ url, valueReference }) =>
    url === FOREIGN.pertainsToGoal ? (valueReference?.identifier?.value ?? []) : [],
  );
