import fc from 'fast-check';
import type { SensitivityLabel } from '../../mappings/domain/concepts.ts';
import { LABELS } from '../../profiles/codes/labels.ts';
import { codesOf } from './codes.ts';

/** Each label that a centre may put. */
export const everyLabel = codesOf(LABELS);

/** Labels of a request or a letter: seldom several. Their order does not count, so it is that in which they come back. */
export const sensitivityLabels = fc.subarray<SensitivityLabel>([...everyLabel], { minLength: 1, maxLength: 3 });

/** Those of a child’s whole file. */
export const fileLabels = fc.subarray(
  everyLabel.filter((label) => label !== 'asked-alone'),
  { minLength: 1, maxLength: 3 },
);
