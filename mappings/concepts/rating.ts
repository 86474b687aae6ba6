import { OUTCOME_RATINGS, PROTECTIVE_FACTORS, RATING_MOMENTS } from '../../profiles/codes.ts';
import type { FactorRating } from '../domain/concepts.ts';
import { CODE_SYSTEMS, PROFILES } from '../domain/systems.ts';
import { codeFrom, codingOf, codingsOf } from './code-map.ts';
import type { Findings } from './findings.ts';
import { type Identity, identifierOf, partIdentities } from './identity.ts';
import { present } from './present.ts';
import { childReference, referenceFromWho, type WhoScope, whoFromReference } from './who.ts';

const FACTOR = { system: CODE_SYSTEMS.protectiveFactor, table: PROTECTIVE_FACTORS };
const RATING = { system: CODE_SYSTEMS.outcomeRating, table: OUTCOME_RATINGS };
const MOMENT = { system: CODE_SYSTEMS.ratingMoment, table: RATING_MOMENTS };

const RATINGS = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5' } as const satisfies Record<
  number,
  keyof typeof OUTCOME_RATINGS
>;

/** Before the prescription, or after it. */
export type RatingMoment = keyof typeof RATING_MOMENTS;

/** What a rating belongs to. */
export interface RatingScope extends WhoScope {
  readonly moment: RatingMoment;
  /** Reference to the request: inside the same Bundle, or in HAPI. */
  readonly request: fhir4.Reference;
  /** About whom, if not the child. */
  readonly subject?: fhir4.Reference;
  /** Final, if nothing is said. */
  readonly status?: fhir4.Observation['status'];
}

/**
 * Each rating with its identity, in their order. `root` is the request for ratings of the child before; for the others, whatever makes that answer or evaluation one
 * of a kind.
 */
export const identifiedRatings = (
  ratings: readonly FactorRating[],
  centre: string,
  moment: RatingMoment,
  root: Identity,
) =>
  partIdentities<FactorRating & { readonly id?: never }, 'Observation'>(ratings, {
    centre,
    type: 'Observation',
    root,
    kind: `rating-${moment}`,
    named: (id) => ({ system: root.system, value: id }),
    words: ({ factor, by }) => [
      factor,
      by === undefined ? '' : JSON.stringify([by.kind, 'id' in by ? by.id : by.kind === 'person' ? by.name : '']),
    ],
  });

/** Total: every rating from 1 to 5 has an Observation; ratings before and after share their code. */
export const ratingObservation = (rating: FactorRating, identity: Identity, scope: RatingScope): fhir4.Observation =>
  present({
    resourceType: 'Observation',
    meta: { profile: [PROFILES.outcome] },
    identifier: [identifierOf(identity)],
    basedOn: [scope.request],
    status: scope.status ?? 'final',
    category: [momentCategory(scope.moment)],
    code: { coding: [codingOf(FACTOR, rating.factor)] },
    subject: scope.subject ?? childReference(scope),
    effectiveDateTime: rating.at,
    performer: rating.by && [referenceFromWho(rating.by, scope)],
    valueCodeableConcept: { coding: [ratingCoding(rating.rating)] },
    note: rating.words === undefined ? undefined : [{ text: rating.words }],
  });

function ratingCoding(rating: number): fhir4.Coding {
  const code = Object.values(RATINGS).find((candidate) => Number(candidate) === rating);
  return code === undefined ? { system: RATING.system, code: String(rating) } : codingOf(RATING, code);
}

/** The category of a rating, and of an evaluation: before or after. */
export const momentCategory = (moment: RatingMoment): fhir4.CodeableConcept => ({
  coding: [codingOf(MOMENT, moment)],
});

/** The moment back; undefined if there is none, a reason if it is not one of ours. */
export const momentFrom = (observation: fhir4.Observation, found: Findings): RatingMoment | undefined =>
  codeFrom(MOMENT, codingsOf(observation.category), 'Observation.category', found);

/** Whether an Observation is a rating of this moment. */
export const isRatingOf = (observation: fhir4.Observation, moment: RatingMoment): boolean =>
  codingsOf(observation.category).some(({ system, code }) => system === MOMENT.system && code === moment);

/** The rating back. */
export function factorRatingFrom(
  observation: fhir4.Observation,
  scope: WhoScope,
  found: Findings,
): FactorRating | undefined {
  const factor = found.required(
    codeFrom(FACTOR, observation.code.coding, 'Observation.code', found),
    'Observation.code',
  );
  const rating = found.required(
    codeFrom(RATING, observation.valueCodeableConcept?.coding, 'Observation.value', found),
    'Observation.value',
  );
  if (factor === undefined || rating === undefined) return undefined;
  return present({
    factor,
    rating: Number(rating),
    words: observation.note?.[0]?.text,
    by: whoFromReference(observation.performer?.[0], scope, 'Observation.performer', found),
    at: observation.effectiveDateTime,
  });
}
