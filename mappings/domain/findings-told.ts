/** One thing that asks for a person, as they read it. */
export interface FindingTold {
  readonly id: string;
  /** Which rule of the watch (docs/watch.md). */
  readonly code: string;
  readonly urgency: 1 | 2 | 3;
  /** What is wrong, since when, what to do: one sentence each. */
  readonly text: string;
  readonly since?: string;
  readonly todo: string;
  /** What it is about. */
  readonly focus: { readonly type: string; readonly id: string };
}

/** One child, and everything that asks for a person there, most urgent first. */
export interface LineTold {
  readonly child: string;
  readonly findings: readonly FindingTold[];
}

export interface PivotTold {
  /** The centre’s number of whoever holds the thread; absent where nobody does. */
  readonly pivot?: string;
  readonly lines: readonly LineTold[];
  /** How many children wait for another day. */
  readonly waiting: number;
}

/** A rule of the watch that does not look at this centre. */
export interface RuleOffTold {
  readonly code: string;
  readonly text: string;
  /** Why it is off unless a centre turns it on; absent where the centre turned it off. */
  readonly because?: string;
}

/** `GET /v1/findings`. */
export interface FindingsTold {
  readonly language: 'fr' | 'en';
  readonly pivots: readonly PivotTold[];
  /** Rules that do not look here; absent where all do. */
  readonly off?: readonly RuleOffTold[];
}
