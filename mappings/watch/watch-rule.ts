import type { Bilingual } from '../../profiles/codes.ts';
import type { Day } from '../ledger/day.ts';
import type { ChildSeen } from './child-seen.ts';

/** What is to be looked at, and since which day it is so. */
export interface Found {
  readonly focus: fhir4.Task | fhir4.Goal | fhir4.Consent;
  /** The first day on which it is true; a day that is still to come says nothing. */
  readonly since: Day;
}

/** One rule of the watch: it labels the work, never the child. */
export interface WatchRule {
  /** 1: today; 2: this week; 3: ahead of time. */
  readonly urgency: 1 | 2 | 3;
  /** When it holds, in words, its thresholds with it. */
  readonly when: Bilingual;
  /** What to do. */
  readonly todo: Bilingual;
  /** Why it looks at no centre that does not turn it on (docs/watch.md); absent of a rule that is on. */
  readonly offBecause?: Bilingual;
  readonly find: (seen: ChildSeen) => readonly Found[];
}
