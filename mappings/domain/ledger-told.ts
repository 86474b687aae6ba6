/** Who held each need of a child, day by day, as `GET /v1/children/{id}/ledger` tells it to one reader. */
export interface LedgerTold {
  /** The last day that is counted. */
  readonly asOf: string;
  readonly knownAt?: string;
  readonly accompanied: readonly { readonly name: string; readonly from?: string; readonly to?: string }[];
  readonly needs: readonly NeedTold[];
}

/** The answer itself: of which child, in which language. */
export interface ChildLedgerTold extends LedgerTold {
  readonly child: string;
  readonly language: 'fr' | 'en';
}

export type DayState = 'paused' | 'served' | 'waiting' | 'asked' | 'unknown' | 'open';

/** Somebody who held a need, as it is shown. */
export interface HolderTold {
  readonly kind: 'partner' | 'centre';
  readonly id: string;
  readonly name: string;
}

/** Days of one state, from a day to another that no longer belongs to it. */
export interface RunTold {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly state: DayState;
  readonly holders?: readonly HolderTold[];
}

export interface NeedTold {
  /** The centre’s number of the goal, where it has one. */
  readonly goal?: string;
  /** In the words of the child or the family. */
  readonly words: string;
  readonly soFar: boolean;
  readonly strip: readonly RunTold[];
  /** The three counts, never as one. */
  readonly daysWithoutCare: { readonly waiting: number; readonly asked: number; readonly open: number };
  /** Shown beside them, never counted with them. */
  readonly otherDays: { readonly served: number; readonly paused: number; readonly unknown: number };
  readonly handOvers: readonly {
    readonly from: HolderTold;
    readonly to: HolderTold;
    readonly on: string;
    readonly how: 'joint' | 'gapless' | 'gap';
    readonly gapDays: number;
  }[];
  readonly changesOfPerson: number;
  /** How many facts became known on a later day than they happened. */
  readonly learntLate: number;
}
