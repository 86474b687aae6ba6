import type { CareCircle } from '../../../../mappings/domain/concepts.ts';
import type { FileLabel } from '../../../labels/labels-in-words.ts';

/** A circle as the API gives it: what it tells beside is not sent back. */
type CircleRead = CareCircle & { readonly record?: unknown };

/** The next version of a circle, in which these labels and no others are on the child’s whole file. */
export function labelledCircle(
  { record: _record, ...circle }: CircleRead,
  labels: readonly FileLabel[],
  happenedAt: string,
): CareCircle {
  const { labels: _labels, ...child } = circle.child;
  return {
    ...circle,
    version: (circle.version ?? 0) + 1,
    happenedAt,
    child: { ...child, ...(labels.length > 0 && { labels: [...labels] }) },
  };
}

/** What changes: whether any is put, and whether any is taken off. */
export const changeOf = (before: readonly FileLabel[], after: readonly FileLabel[]) => ({
  puts: after.some((it) => !before.includes(it)),
  takesOff: before.some((it) => !after.includes(it)),
});
