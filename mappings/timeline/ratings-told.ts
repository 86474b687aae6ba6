import { type Bilingual, OUTCOME_RATINGS, RATING_MOMENTS } from '../../profiles/codes.ts';
import { codingsOf } from '../concepts/code-map.ts';
import { present } from '../concepts/present.ts';
import { wordsOf } from '../domain/coded-words.ts';
import { CODE_SYSTEMS } from '../domain/systems.ts';
import type { RatingTold } from '../domain/timeline-told.ts';

/** The ratings among these resources, in their order. */
export const ratingsIn = (resources: readonly fhir4.FhirResource[], language: keyof Bilingual): readonly RatingTold[] =>
  resources.flatMap((resource) =>
    resource.resourceType === 'Observation' ? (ratingTold(resource, language) ?? []) : [],
  );

function ratingTold(observation: fhir4.Observation, language: keyof Bilingual): RatingTold | undefined {
  if (observation.status === 'entered-in-error') return undefined;
  const code = (concept: fhir4.CodeableConcept | undefined, system: string) =>
    codingsOf(concept && [concept]).find((coding) => coding.system === system)?.code;
  const moment = observation.category?.map((category) => code(category, CODE_SYSTEMS.ratingMoment)).find(Boolean);
  const factor = code(observation.code, CODE_SYSTEMS.protectiveFactor);
  const rating = code(observation.valueCodeableConcept, CODE_SYSTEMS.outcomeRating);
  if (moment === undefined || factor === undefined || rating === undefined) return undefined;
  if (!isMoment(moment) || !isRating(rating)) return undefined;
  return present({
    moment,
    factor,
    name: wordsOf([observation.code], CODE_SYSTEMS.protectiveFactor, language) ?? factor,
    rating: Number(rating),
    meaning: OUTCOME_RATINGS[rating][language],
    words: observation.note?.[0]?.text,
  });
}

const isMoment = (code: string): code is RatingTold['moment'] => Object.hasOwn(RATING_MOMENTS, code);
const isRating = (code: string): code is keyof typeof OUTCOME_RATINGS => Object.hasOwn(OUTCOME_RATINGS, code);
