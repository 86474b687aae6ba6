import type { TimelineKind } from '../../../../mappings/domain/timeline-told.ts';

/** In the order in which they can be chosen. */
export const MOMENT_KINDS = [
  'reading',
  'plan',
  'request',
  'answer',
  'outcome',
  'contact',
  'appointment',
  'enrolment',
  'consent',
  'letter',
  'note',
  'circle',
] as const satisfies readonly TimelineKind[];
