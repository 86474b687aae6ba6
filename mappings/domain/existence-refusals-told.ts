import type { ExistenceRefusal } from './concepts.ts';

/** A decision that somebody may not know of a child’s information, as `POST /v1/existence-refusals/_search` gives it. */
export interface ExistenceRefusalTold extends Omit<ExistenceRefusal, 'child' | 'basis'> {
  readonly id: string;
  readonly basis: { readonly code: ExistenceRefusal['basis']; readonly text: string };
  /** In force today, by the day at the centre. */
  readonly stands: boolean;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly revoked?: { readonly decidedBy: string; readonly recordedBy: string; readonly recordedAt: string };
}

export interface ExistenceRefusalsTold {
  readonly refusals: readonly ExistenceRefusalTold[];
}
