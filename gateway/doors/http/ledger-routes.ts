import { type Request, Router } from 'express';
import { present } from '../../../mappings/concepts/present.ts';
import { dayOf } from '../../../mappings/ledger/day.ts';
import { localDayIn } from '../../../mappings/ledger/local-day.ts';
import { isFhirDate, isFhirDateTime } from '../../../profiles/calendar.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import type { LedgerReader } from '../../continuity/ledger-reader.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import { centreOf } from './authenticate.ts';
import { noteAccess } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';
import { queryValue } from './query-values.ts';
import { isForRole } from './request-for-role.ts';

export interface LedgerRouteDeps {
  readonly ledgers: LedgerReader;
  readonly registry: Pick<Registry, 'centre'>;
  readonly now: () => Date;
}

/** `GET /{id}/ledger`: who held each agreed need of a child on each day, for whoever reads: a need with a holder that their role may not know is not shown. */
export function ledgerRoutes({ ledgers, registry, now }: LedgerRouteDeps): Router {
  const routes = Router();

  routes.get('/:id/ledger', async (req, res) => {
    const centre = centreOf(res);
    const language = languageAsked(req);
    const child = String(req.params.id);
    const today = localDayIn(registry.centre(centre)?.timeZone ?? 'UTC')(now().getTime());
    const ledger = await ledgers.read({
      centre,
      child,
      language,
      ...present({ asOf: asOfAsked(req, today), knownAt: knownAtAsked(req) }),
      mayKnow: (request) => isForRole(res, request, 'read'),
    });
    if (ledger === undefined) throw new GatewayError('notFound', 'no such child');
    await noteAccess(res, { kind: 'ledger', how: 'search-type', children: [child] });
    res.set('Content-Language', language).json({ child, language, ...ledger });
  });

  return routes;
}

/** A day that has begun: what is still to come has no state. Throws `malformed`. */
const asOfAsked = ({ query }: Pick<Request, 'query'>, today: number): string | undefined =>
  queryValue(query, 'asOf', AS_OF, (text) =>
    text.length === 10 && isFhirDate(text) && dayOf(text) <= today ? text : undefined,
  );

/** Throws `malformed`. */
const knownAtAsked = ({ query }: Pick<Request, 'query'>): string | undefined =>
  queryValue(query, 'knownAt', KNOWN_AT, (text) => (text.includes('T') && isFhirDateTime(text) ? text : undefined));

const AS_OF: Bilingual = {
  fr: '« asOf » est un jour (AAAA-MM-JJ), aujourd’hui au plus tard.',
  en: '"asOf" is a day (YYYY-MM-DD), today at the latest.',
};
const KNOWN_AT: Bilingual = {
  fr: '« knownAt » est un moment avec son décalage (AAAA-MM-JJThh:mm:ssZ).',
  en: '"knownAt" is a moment with its offset (YYYY-MM-DDThh:mm:ssZ).',
};
