import type { Bilingual } from '../../profiles/codes.ts';
import type { StrataBy } from './strata.ts';
import type { Counted } from './unit.ts';

/** One indicator: what is counted, how, and why; Measures, the API, the CSV and docs/indicators.md are made from this table. */
export interface Indicator {
  /** Its name in the API and in the canonical of its Measure. */
  readonly name: string;
  readonly title: Bilingual;
  readonly counted: Counted;
  /**
   * `share`: how many of those counted have the mark. `median`: the middle one, where what has not come yet is longer than what has. `mean`:
   * all amounts over how many are counted.
   */
  readonly by: 'share' | 'median' | 'mean';
  /** Name of the mark or of the amount. */
  readonly of: string;
  readonly unit: keyof typeof UNITS;
  /** Higher is better, lower is; absent where neither is. */
  readonly better?: 'increase' | 'decrease';
  /** Told by programme too, beside the centre as a whole. */
  readonly byProgramme: boolean;
  /** And by this, where the centre’s privacy officer turned it on. */
  readonly strata?: StrataBy;
  /** Who is counted. */
  readonly who: Bilingual;
  /** The numerator, or what is measured of each. */
  readonly what: Bilingual;
  /** Where it comes from, or why it is so. */
  readonly why: Bilingual;
}

/** UCUM. */
export const UNITS = {
  share: { fr: 'part', en: 'share', code: '1' },
  days: { fr: 'jours', en: 'days', code: 'd' },
  changes: { fr: 'changements par besoin', en: 'changes per need', code: '{changes}' },
  points: { fr: 'points, sur une échelle de 1 à 5', en: 'points, on a scale from 1 to 5', code: '{points}' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly code: string }>>;
