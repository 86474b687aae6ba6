import type { GivenScope } from '../corrections/told-before.ts';
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

/** What a centre says of rules by their names; one that it does not name is as its row says. */
export interface RulesChosen {
  readonly on?: readonly string[];
  readonly off?: readonly string[];
}

export interface WatchScope extends ChildScope {
  readonly today: Day;
  readonly province: Province;
  readonly rules?: RulesChosen;
  /** Undefined of a partner that has left the registry. */
  readonly delaysOf: (partner: string) => PartnerDelays | undefined;
  /** How recipients saw what they were given; absent: that is not looked at. */
  readonly given?: GivenScope;
}
