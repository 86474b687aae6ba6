import { type Day, dayOf } from './day.ts';
import { dayOfMoment, type LocalDay } from './local-day.ts';
import type { NeedFact } from './need-facts.ts';
import { placeOf, type Told, type Traces } from './traces.ts';

const AGREED: ReadonlySet<string | undefined> = new Set(['accepted', 'active', 'on-hold']);
/** In these a plan says nothing that was agreed. */
const NOT_AGREED_IN: ReadonlySet<string | undefined> = new Set(['draft', 'entered-in-error']);
const ADULT_AT_YEARS = 18;

export interface GoalScope {
  readonly traces: Traces;
  readonly localDay: LocalDay;
  /** Present status of each plan, by place. */
  readonly plans: ReadonlyMap<string, fhir4.CarePlan>;
}

/**
 * What became of a goal, by what each plan said of it: agreed, paused, achieved, no longer wanted. A plan that is a draft, or was written by
 * mistake, agrees nothing.
 */
export function goalFacts(goal: fhir4.Goal, { traces, localDay, plans }: GoalScope): readonly NeedFact[] {
  const told = traces.of(placeOf(goal)).filter((it) => isAgreedBy(it, traces, plans));
  const last = told.at(-1);
  // Before traces told statuses, only the present one is known: it is that of the last writing.
  const statements = told.map((it) => (it === last ? { ...it, status: it.status ?? goal.lifecycleStatus } : it));
  return [...agreedOn(goal, statements, localDay), ...statements.flatMap(factsOf)];
}

function isAgreedBy({ along }: Told, traces: Traces, plans: GoalScope['plans']): boolean {
  const place = along.find((it) => plans.has(it));
  const plan = plans.get(place ?? '');
  if (plan === undefined || place === undefined) return true;
  const then = traces.of(place).find((it) => it.along === along)?.status;
  return !NOT_AGREED_IN.has(then ?? plan.status) && plan.status !== 'entered-in-error';
}

/** The day that child or family and team named, as soon as a plan says so: it is usually before the plan was written. */
function agreedOn(goal: fhir4.Goal, statements: readonly Told[], localDay: LocalDay): readonly NeedFact[] {
  if (goal.startDate === undefined) return [];
  const day = dayOfMoment(goal.startDate, localDay);
  const saying = statements.find(({ status, happened }) => status !== 'proposed' && happened >= day);
  return saying === undefined ? [] : [{ happened: day, known: saying.known, kind: 'agreed' }];
}

function factsOf({ happened, known, status }: Told): readonly NeedFact[] {
  const times = { happened, known };
  if (status === 'completed') return [{ ...times, kind: 'ended', how: 'achieved' }];
  if (status === 'cancelled') return [{ ...times, kind: 'ended', how: 'no-longer-wanted' }];
  if (!AGREED.has(status)) return [];
  return [
    { ...times, kind: 'agreed' },
    status === 'on-hold' ? { ...times, kind: 'paused', by: 'plan' } : { ...times, kind: 'resumed' },
  ];
}

/** Every need ends on the day on which the child is surely 18; that day was known all along. */
export function ofAge(child: fhir4.Patient | undefined, localDay: LocalDay): readonly NeedFact[] {
  const { birthDate } = child ?? {};
  if (birthDate === undefined) return [];
  const happened = birthday(birthDate, ADULT_AT_YEARS, localDay);
  return [{ happened, known: 0, kind: 'ended', how: 'of-age' }];
}

/** The day on which somebody is that old, however partial the date: of 29 February the 1st of March. */
export function birthday(birthDate: string, years: number, localDay: LocalDay): Day {
  const [year = '', ...rest] = birthDate.split('-');
  const date = [String(Number(year) + years), ...rest].join('-');
  const day = date.length === 10 ? dayOf(date) : dayOfMoment(date, localDay);
  return Number.isNaN(day) ? dayOf(`${Number(year) + years}-03-01`) : day;
}
