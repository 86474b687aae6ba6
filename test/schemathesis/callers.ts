import type { Need } from '../../gateway/access/needs.ts';
import { ROUTES } from '../../gateway/doors/http/openapi-routes.ts';

/** Who calls a route: the first that it is for. */
export type FuzzedCaller = 'centre' | 'partner' | 'operator';

export const callerFor = ({ centre, partner }: Need): FuzzedCaller => {
  if (centre !== undefined) return 'centre';
  return partner === undefined ? 'operator' : 'partner';
};

/** The operations of the one table of routes, by who calls them and by whether something is sent to them. */
export const operationsBy = (caller: FuzzedCaller, hasBody: boolean): readonly string[] =>
  ROUTES.flatMap(({ operationId, needs, body }) =>
    needs !== undefined && callerFor(needs) === caller && (body !== undefined) === hasBody ? [operationId] : [],
  );
