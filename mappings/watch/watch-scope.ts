import type { ChildScope } from '../ledger/child-needs.ts';
import type { Day } from '../ledger/day.ts';
import type { Province } from './work-calendar.ts';

/** What was agreed with a partner, as far as rules look. */
export interface PartnerDelays {
  readonly isSchool: boolean;
  /** Within how many working days it answers. */
  readonly answerWorkingDays?: number;
  /** Within how many days of its acceptance it usually begins. */
  readonly firstServiceDays?: number;
}

export interface WatchScope extends ChildScope {
  readonly today: Day;
  readonly province: Province;
  /** Undefined of a partner that has left the registry. */
  readonly delaysOf: (partner: string) => PartnerDelays | undefined;
}
