import type { Request } from 'express';
import { GatewayError } from '../../failures.ts';

const LIMIT_DEFAULT = 100;
const LIMIT_MAX = 1_000;

/** How many items a list may give at most (`?limit=`): 1 to 1000, 100 unless said otherwise. Throws `malformed`. */
export function limitAsked({ query }: Pick<Request, 'query'>): number {
  const limit = Number(query.limit ?? LIMIT_DEFAULT);
  if (Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_MAX) return limit;
  throw new GatewayError('malformed', 'query limit', {
    issues: [
      {
        severity: 'error',
        code: 'value',
        expression: 'http.limit',
        text: {
          fr: `« limit » est un entier de 1 à ${LIMIT_MAX}.`,
          en: `"limit" is a whole number from 1 to ${LIMIT_MAX}.`,
        },
      },
    ],
  });
}
