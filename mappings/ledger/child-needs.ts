import { isReferralTask, partnerIn } from '../domain/current-task.ts';
import { FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import { appointmentFacts, encounterFacts, type Held } from './contact-facts.ts';
import type { Day } from './day.ts';
import { enrolmentFacts } from './enrolment-facts.ts';
import { goalFacts, ofAge } from './goal-facts.ts';
import type { LocalDay } from './local-day.ts';
import { isOfRequest, type NeedFact } from './need-facts.ts';
import { needsApart } from './needs-apart.ts';
import { resumedByAsking, serviceFacts, taskFacts } from './request-facts.ts';
import { placeOf, type Traces, tracesIn } from './traces.ts';

/** A need of a child, and all that the record tells of who held it. */
export interface NeedOnRecord {
  /** The goal’s place in the record. */
  readonly goal: fhir4.Goal;
  /** The requests by which it was asked of somebody. */
  readonly requests: readonly fhir4.ServiceRequest[];
  readonly facts: readonly NeedFact[];
}

export interface ChildNeeds {
  readonly needs: readonly NeedOnRecord[];
  /** The day on which our records of this child begin; undefined if nothing was ever written. */
  readonly recordsFrom: Day | undefined;
}

export interface ChildScope {
  readonly centre: string;
  readonly localDay: LocalDay;
  /** The interval of a partner’s programme, where it is not the usual one. */
  readonly silenceDaysOf?: (partner: string) => number | undefined;
}

/** A holder: a partner, or the centre itself. */
export const partnerHolder = (partner: string): string => `partner:${partner}`;
export const centreHolder = (centre: string): string => `centre:${centre}`;

/**
 * The needs of one child, from everything that the record holds of them: goals, plans, requests and their Tasks, contacts, appointments,
 * enrolments, and the traces that tell when each thing happened and was known. The order of resources changes nothing.
 */
export function childNeeds(resources: readonly fhir4.FhirResource[], scope: ChildScope): ChildNeeds {
  const { localDay } = scope;
  const traces = tracesIn(resources, localDay);
  const child = resources.find((it) => it.resourceType === 'Patient');
  const plans = new Map(resources.filter((it) => it.resourceType === 'CarePlan').map((it) => [placeOf(it), it]));
  const goals = resources.filter((it) => it.resourceType === 'Goal').sort(byPlace);
  const needs = goals.flatMap((goal): readonly NeedOnRecord[] => {
    const requests = requestsFor(goal, resources);
    const agreed = goalFacts(goal, { traces, localDay, plans });
    const facts = [...agreed, ...ofAge(child, localDay), ...heldFacts(requests, resources, traces, scope)];
    return needsApart([...facts, ...resumedByAsking(facts)])
      .filter((apart) => apart.some(({ kind }) => kind === 'agreed'))
      .map((apart) => ({ goal, requests, facts: apart }));
  });
  return { needs, recordsFrom: traces.first === undefined ? undefined : localDay(traces.first) };
}

const byPlace = (a: fhir4.FhirResource, b: fhir4.FhirResource): number => (placeOf(a) < placeOf(b) ? -1 : 1);

/** What serves a goal: requests to others, and services of the centre that the plan names. */
const requestsFor = (goal: fhir4.Goal, resources: readonly fhir4.FhirResource[]): readonly fhir4.ServiceRequest[] => {
  const names = new Set((goal.identifier ?? []).map(({ system, value }) => `${system}|${value}`));
  return resources
    .filter((it) => it.resourceType === 'ServiceRequest')
    .filter(({ status }) => status !== 'entered-in-error')
    .filter(({ extension }) =>
      extension?.some(
        ({ url, valueReference: of }) =>
          url === FOREIGN.pertainsToGoal && names.has(`${of?.identifier?.system}|${of?.identifier?.value}`),
      ),
    )
    .sort(byPlace);
};

function heldFacts(
  requests: readonly fhir4.ServiceRequest[],
  resources: readonly fhir4.FhirResource[],
  traces: Traces,
  { centre, localDay, silenceDaysOf }: ChildScope,
): readonly NeedFact[] {
  const home = centreHolder(centre);
  const tasks = resources.filter(isReferralTask).sort(byPlace);
  const orders = requests.filter(({ intent }) => intent === 'order');
  const services = requests.filter(({ intent }) => intent === 'plan');
  const asked = orders.flatMap((order) => {
    const number = order.identifier?.find(({ system }) => system === IDENTIFIERS.request(centre))?.value;
    return tasks
      .filter(({ focus }) => focus?.reference === placeOf(order))
      .flatMap((task) => {
        const partner = partnerIn(task.owner);
        return partner === undefined || number === undefined ? [] : [{ task, partner, number }];
      });
  });
  const held: readonly Held[] = [
    ...asked.map(({ task, partner, number }) => ({ request: placeOf(task), holder: partnerHolder(partner), number })),
    ...services.map((service) => ({ request: placeOf(service), holder: home })),
  ];
  const around = { centre, home, traces, localDay, held };
  const said = [
    ...asked.flatMap(({ task, partner }) => {
      const silenceDays = silenceDaysOf?.(partner);
      const holder = partnerHolder(partner);
      return taskFacts(task, { traces, localDay, holder, ...(silenceDays !== undefined && { silenceDays }) });
    }),
    ...services.flatMap((service) => serviceFacts(service, { traces, localDay, holder: home })),
  ];
  const begun = new Set(said.filter(isOfRequest).map(({ request }) => request));
  const beside = resources.flatMap((it): readonly NeedFact[] => {
    if (it.resourceType === 'Encounter') return encounterFacts(it, around);
    if (it.resourceType === 'Appointment') return appointmentFacts(it, around);
    return it.resourceType === 'EpisodeOfCare' ? enrolmentFacts(it, around) : [];
  });
  // Whoever was never asked in any way we know, and yet met the child for it, has it all the same.
  const unasked = beside.flatMap((fact): readonly NeedFact[] =>
    fact.kind !== 'contact'
      ? []
      : held
          .filter(({ request }) => fact.requests.includes(request) && !begun.has(request))
          .map(({ request, holder }) => ({
            happened: fact.happened,
            known: fact.known,
            kind: 'asked',
            request,
            holder,
          })),
  );
  return [...said, ...beside, ...unasked];
}
