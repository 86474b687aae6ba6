import type { ExistenceRefusal } from '../domain/concepts.ts';

/** A decision as it was recorded: it stays, also once it has ended. */
export interface RecordedRefusal extends Omit<ExistenceRefusal, 'child'> {
  readonly id: string;
  /** The person who wrote it down, who need not be the one who decided. */
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly revoked?: RefusalEnded;
}

export interface RefusalEnded {
  readonly decidedBy: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/** Whether a decision stands on a day at the centre. */
export const standsOn = ({ from, until, revoked }: RecordedRefusal, day: string): boolean =>
  revoked === undefined && from <= day && (until === undefined || day <= until);

/** For whom something is prepared: a parent, where nobody says which one, may be any of them. */
export interface AskedFor {
  readonly for: 'child' | 'parent';
  readonly member?: string;
}

export const isAgainst = ({ member }: RecordedRefusal, asked: AskedFor): boolean =>
  asked.member === undefined ? asked.for === 'parent' : asked.member === member;
