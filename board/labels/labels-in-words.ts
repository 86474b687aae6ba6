import type { Child, SensitivityLabel } from '../../mappings/domain/concepts.ts';

/** A label that is put on a child’s whole file. */
export type FileLabel = NonNullable<Child['labels']>[number];

/** Those of a whole file: the first does not say why, and is preferred. */
export const LABELS_OF_FILE = [
  'restricted',
  'very-restricted',
  'family-asked',
  'violence',
  'domestic-or-sexual-violence',
  'whereabouts',
  'mental-health',
] as const satisfies readonly FileLabel[];

export const LABELS_OF_REQUEST = [...LABELS_OF_FILE, 'asked-alone'] as const satisfies readonly SensitivityLabel[];
