import type { Issue, Mapped } from '../../domain/mapped.ts';
import type { Heard } from '../dialect.ts';

/** What one Task says, and what was not carried over; a Task that only brings back what we said ourselves says nothing. */
export type TaskRead = Mapped<{ readonly heard: readonly Heard[]; readonly issues: readonly Issue[] }>;

/** A Task that says one thing. */
export const heardOf = (heard: Heard, issues: readonly Issue[] = []): TaskRead => ({
  ok: true,
  value: { heard: [heard], issues },
});
