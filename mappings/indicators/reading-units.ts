import type { Day } from '../ledger/day.ts';
import { placeOf } from '../ledger/traces.ts';
import { type ChildFacts, knownBefore, whoseOf } from './child-facts.ts';
import { monthsAfter, type Quarter } from './quarter.ts';
import type { Unit } from './unit.ts';

/** A plan is looked at again within so many months. */
export const REASSESSED_MONTHS = 6;

/**
 * What a child’s readings add to a quarter: of each whose six months ran out in it while a plan stood, whether a later reading, or a plan
 * that replaces another, came in time. A plan that is only edited was not looked at again.
 */
export function readingUnits(facts: ChildFacts, quarter: Quarter): readonly Unit[] {
  const { resources, traces, scope } = facts;
  const isKnown = knownBefore(scope, quarter.knownBefore);
  const toldOf = (it: fhir4.FhirResource) => traces.of(placeOf(it)).filter(isKnown);
  const plans = resources
    .filter((it) => it.resourceType === 'CarePlan')
    .filter(({ status, intent }) => status !== 'entered-in-error' && intent === 'plan');
  const firstOf = (it: fhir4.FhirResource): readonly Day[] =>
    toldOf(it)
      .slice(0, 1)
      .map(({ happened }) => happened);
  const readings = resources
    .filter((it) => it.resourceType === 'ClinicalImpression')
    .filter(({ status }) => status !== 'entered-in-error')
    .flatMap(firstOf);
  const again = [...readings, ...plans.filter(({ replaces }) => replaces !== undefined).flatMap(firstOf)];
  /** What the plans’ last writings before a day said. */
  const standsOn = (day: Day): boolean =>
    plans.some((plan) => {
      const last = toldOf(plan).findLast(({ happened }) => happened <= day);
      return last !== undefined && STANDING.has(last.status ?? plan.status);
    });
  return [...new Set(readings)].flatMap((day): readonly Unit[] => {
    const due = monthsAfter(day, REASSESSED_MONTHS);
    if (due < quarter.from || due >= quarter.to) return [];
    const isRead = again.some((next) => day < next && next <= due);
    if (!isRead && !standsOn(due)) return [];
    return [{ ...whoseOf(facts), counted: 'readings', row: 'centre', marks: { again: isRead } }];
  });
}

const STANDING: ReadonlySet<string> = new Set(['active', 'on-hold']);
