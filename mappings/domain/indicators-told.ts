/** What a centre publishes of its own work, as `GET /v1/indicators` tells it: each definition once, then the numbers, quarter by quarter. */
export interface IndicatorsTold {
  /** Of those asked for, in the order in which people read them. */
  readonly definitions: readonly IndicatorDefinition[];
  /** The most recent first. */
  readonly quarters: readonly QuarterTold[];
}

/** What an indicator counts, and why; in the reader’s language. */
export interface IndicatorDefinition {
  readonly name: string;
  readonly title: string;
  /** A share is told by how many have the mark; a median may not be reached yet. */
  readonly by: 'share' | 'median' | 'mean';
  readonly unit: string;
  /** Absent where neither direction is better. */
  readonly better?: 'increase' | 'decrease';
  /** Told by programme too, beside the centre as a whole. */
  readonly byProgramme: boolean;
  /** And by this, of quarters that were published while the centre’s privacy officer had it on. */
  readonly strata?: 'partner' | 'district';
  readonly who: string;
  readonly what: string;
  readonly why: string;
}

export interface QuarterTold {
  /** `2026-Q3`. */
  readonly period: string;
  /** Its first and its last day. */
  readonly from: string;
  readonly to: string;
  readonly publishedAt: string;
  readonly indicators: readonly IndicatorTold[];
}

/** The numbers of one indicator in one quarter. */
export interface IndicatorTold {
  readonly name: string;
  readonly total: CellTold;
  /** Programmes in which anything is counted. */
  readonly programmes: readonly ProgrammeCellTold[];
  /** Where it is on, of a quarter that was published while it was. */
  readonly strata?: StrataTold;
}

/** The same numbers once more, cut by partner asked or by where the child lives; none of them is suppressed. */
export interface StrataTold {
  readonly by: 'partner' | 'district';
  /** By name, all others together last; none where even these may not be told. */
  readonly rows: readonly StratumCellTold[];
}

export interface StratumCellTold extends CellTold {
  /** The partner’s number in the registry, or three characters of a postal code; absent of all others together. */
  readonly name?: string;
  readonly title: string;
}

/** A cell as it is shown: numbers, or that they are suppressed. */
export interface CellTold {
  readonly suppressed: boolean;
  readonly counted?: number;
  /** Of a share: how many of those counted have the mark. */
  readonly having?: number;
  /** Absent where nobody is counted, and of a median that more than half have not reached yet. */
  readonly value?: number;
}

export interface ProgrammeCellTold extends CellTold {
  readonly programme: string;
  readonly title: string;
}
