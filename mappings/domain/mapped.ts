import type { Issue } from '../../profiles/issue.ts';

export type { Issue };

/** A mapping from outside gives the value, or all the reasons why there is none; never a default for what we do not understand. */
export type Mapped<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };
