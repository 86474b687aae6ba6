/** What `GET /v1/children/{id}/ledger` gives: `ChildLedger` in profiles/schemas/lists.schema.json, to which a test holds the examples. */

/** In the order in which a day is in them: the first that holds. */
export const DAY_STATES = ['paused', 'served', 'waiting', 'asked', 'unknown', 'open'] as const;
export type DayState = (typeof DAY_STATES)[number];

export interface LedgerHolder {
  readonly kind: 'partner' | 'centre';
  readonly id: string;
  readonly name: string;
}

/** Days of one state, from a day to another that no longer belongs to it. */
export interface LedgerRun {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly state: DayState;
  readonly holders?: readonly LedgerHolder[];
}

export interface LedgerNeed {
  readonly goal?: string;
  readonly words: string;
  readonly soFar: boolean;
  readonly strip: readonly LedgerRun[];
  readonly daysWithoutCare: { readonly waiting: number; readonly asked: number; readonly open: number };
  readonly otherDays: { readonly served: number; readonly paused: number; readonly unknown: number };
  readonly handOvers: readonly {
    readonly from: LedgerHolder;
    readonly to: LedgerHolder;
    readonly on: string;
    readonly how: 'joint' | 'gapless' | 'gap';
    readonly gapDays: number;
  }[];
  readonly changesOfPerson: number;
  readonly learntLate: number;
}

export interface ChildLedger {
  readonly child: string;
  readonly language: 'fr' | 'en';
  /** The last day that is counted. */
  readonly asOf: string;
  readonly knownAt?: string;
  readonly accompanied: readonly { readonly name: string; readonly from?: string; readonly to?: string }[];
  readonly needs: readonly LedgerNeed[];
}
