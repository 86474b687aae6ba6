import type { ProgrammeRow } from './programme-rows.ts';

/** What is counted together: every indicator of one of these has the same denominator, so that no two can be subtracted from each other. */
export type Counted =
  | 'answers'
  | 'first-services'
  | 'completions'
  | 'endings'
  | 'declines'
  | 'prescriptions'
  | 'needs'
  | 'hand-overs'
  | 'readings'
  | `change-${string}`;

/** One thing that is counted: a request at its recipient, a need, a hand-over, a reading. */
export interface Unit {
  readonly counted: Counted;
  /** Whose it is: cells are protected by how many children stand behind them, not by how many requests. Never leaves the computation. */
  readonly child: string;
  readonly row: ProgrammeRow;
  /** The one asked; of what is asked of a partner. */
  readonly partner?: string;
  /** Where the child lives; absent where that is not said. */
  readonly district?: string;
  /** What is so of it. */
  readonly marks?: Readonly<Record<string, boolean>>;
  /** How much; `Infinity` for what has not come yet, which is longer than whatever has. */
  readonly amounts?: Readonly<Record<string, number>>;
}
