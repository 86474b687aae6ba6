import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { OutcomeEvaluation } from '../../mappings/domain/concepts.ts';
import { OUTCOME_SUBJECTS } from '../../profiles/codes/outcome.ts';
import { RATING_MOMENTS } from '../../profiles/codes.ts';
import { codesOf } from './codes.ts';
import { pastMoments } from './moments.ts';
import { record } from './record.ts';
import { factorRatings } from './requests.ts';
import { businessIds, some, words } from './words.ts';
import { OPEN_WORLD, versions, type World } from './world.ts';

/**
 * An evaluation before or after a request, in the child, the family or the community. `requestId`: requests that stand; ratings of the child
 * before are those of the request itself, and correct them.
 */
export const outcomeEvaluations = (
  world: World = OPEN_WORLD,
  requestId: fc.Arbitrary<string> = businessIds('ref'),
): fc.Arbitrary<Identified<OutcomeEvaluation>> =>
  record(
    {
      id: businessIds('eval'),
      version: versions,
      centre: world.centre,
      happenedAt: pastMoments,
      child: record({ id: world.childId }),
      status: fc.constantFrom('final', 'entered-in-error'),
      request: requestId,
      moment: fc.constantFrom(...codesOf(RATING_MOMENTS)),
      about: fc.constantFrom(...codesOf(OUTCOME_SUBJECTS)),
      ratings: some(factorRatings(world), 6),
      note: words(4000),
    },
    { requiredKeys: ['id', 'centre', 'happenedAt', 'child', 'request', 'moment', 'about', 'ratings'] },
  );
