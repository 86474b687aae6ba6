import type { Request } from 'express';
import { queryValue, wholeUpTo } from './query-values.ts';

interface Limits {
  readonly most: number;
  /** Where nothing was asked. */
  readonly otherwise: number;
}

/** How many items a list may give at most (`?limit=`): 1 to 1000, 100 unless said otherwise. Throws `malformed`. */
export const limitAsked = (
  { query }: Pick<Request, 'query'>,
  { most, otherwise }: Limits = { most: 1_000, otherwise: 100 },
): number =>
  queryValue(
    query,
    'limit',
    { fr: `« limit » est un entier de 1 à ${most}.`, en: `"limit" is a whole number from 1 to ${most}.` },
    wholeUpTo(most),
  ) ?? otherwise;
