import type { ChildFacts } from './child-facts.ts';
import { needUnits } from './need-units.ts';
import type { Quarter } from './quarter.ts';
import { ratingUnits } from './rating-units.ts';
import { readingUnits } from './reading-units.ts';
import { requestUnits } from './request-units.ts';
import type { Unit } from './unit.ts';

/** Everything that one child adds to a quarter. */
export const childUnits = (facts: ChildFacts, quarter: Quarter): readonly Unit[] => [
  ...requestUnits(facts, quarter),
  ...needUnits(facts, quarter),
  ...ratingUnits(facts, quarter),
  ...readingUnits(facts, quarter),
];
