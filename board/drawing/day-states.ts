import type { DayState } from '../../mappings/domain/ledger-told.ts';

/** In the order in which a day is in them: the first that holds. */
export const DAY_STATES = [
  'paused',
  'served',
  'waiting',
  'asked',
  'unknown',
  'open',
] as const satisfies readonly DayState[];
