import { codingsOf } from '../concepts/code-map.ts';
import { isRatingOf, type RatingMoment } from '../concepts/rating.ts';
import { CODE_SYSTEMS } from '../domain/systems.ts';
import type { FactTimes } from '../ledger/need-facts.ts';
import { placeOf } from '../ledger/traces.ts';
import { EVALUATION_DAYS } from '../watch/request-rules.ts';
import { type ChildFacts, knownBefore } from './child-facts.ts';
import type { Quarter } from './quarter.ts';
import { endingOf } from './request-units.ts';
import type { Unit } from './unit.ts';

const ROW = 'social-prescription';

/** What a child’s social prescriptions add to a quarter: whether each was evaluated in time, and how each protective factor changed. */
export function ratingUnits(facts: ChildFacts, quarter: Quarter): readonly Unit[] {
  const { child, asked } = facts;
  const isIn = (day: number): boolean => quarter.from <= day && day < quarter.to;
  const prescriptions = asked.filter(({ row }) => row === ROW);
  const evaluated = prescriptions.flatMap((one): readonly Unit[] => {
    const ending = endingOf(one, knownBefore(facts.scope, quarter.knownBefore));
    const due = (ending?.happened ?? 0) + EVALUATION_DAYS;
    if (ending?.how !== 'completed' || !isIn(due)) return [];
    const after = ratingsOf(facts, placeOf(one.request), 'after', quarter);
    const marks = { evaluated: after.some(({ happened }) => happened <= due) };
    return [{ counted: 'prescriptions', child, row: ROW, marks }];
  });
  const requests = [...new Set(prescriptions.map(({ request }) => placeOf(request)))];
  const changes = requests.flatMap((request): readonly Unit[] => {
    const before = ratingsOf(facts, request, 'before', quarter).filter(({ isChilds }) => isChilds);
    const after = ratingsOf(facts, request, 'after', quarter).filter(({ isChilds }) => isChilds);
    return [...new Set(after.map(({ factor }) => factor))].flatMap((factor): readonly Unit[] => {
      const its = (ratings: readonly Rating[]) => ratings.filter((it) => it.factor === factor);
      const since = Math.min(...its(after).map(({ happened }) => happened));
      if (its(before).length === 0 || !isIn(since)) return [];
      const change = meanOf(its(after)) - meanOf(its(before));
      return [{ counted: `change-${factor}`, child, row: ROW, amounts: { change } }];
    });
  });
  return [...evaluated, ...changes];
}

interface Rating extends FactTimes {
  readonly factor: string;
  readonly rating: number;
  /** Of the child; ratings of family and community are others. */
  readonly isChilds: boolean;
}

const meanOf = (ratings: readonly Rating[]): number =>
  ratings.reduce((sum, { rating }) => sum + rating, 0) / ratings.length;

/** Ratings of one request that were given before the quarter ended, as far as they were known when it settled. */
function ratingsOf(
  { resources, traces, scope }: ChildFacts,
  request: string,
  moment: RatingMoment,
  quarter: Quarter,
): readonly Rating[] {
  const isKnown = knownBefore(scope, quarter.knownBefore);
  return resources.flatMap((it): readonly Rating[] => {
    if (it.resourceType !== 'Observation' || it.status === 'entered-in-error' || !isRatingOf(it, moment)) return [];
    if (!it.basedOn?.some(({ reference }) => reference === request)) return [];
    const factor = it.code.coding?.find(({ system }) => system === CODE_SYSTEMS.protectiveFactor)?.code;
    const rating = Number(
      codingsOf(it.valueCodeableConcept && [it.valueCodeableConcept]).find(
        ({ system }) => system === CODE_SYSTEMS.outcomeRating,
      )?.code,
    );
    const [said] = traces.of(placeOf(it));
    if (factor === undefined || Number.isNaN(rating) || said === undefined) return [];
    const { happened, known } = said;
    const isChilds = it.subject?.reference?.startsWith('Patient/') === true;
    return isKnown(said) && happened < quarter.to ? [{ factor, rating, happened, known, isChilds }] : [];
  });
}
