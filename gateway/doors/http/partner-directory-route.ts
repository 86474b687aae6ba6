import { Router } from 'express';
import type { Partner, Registry } from '../../registry.ts';
import { centreOf } from './authenticate.ts';

/** `GET /`: whom a centre can ask, and how; of the registry, what the people who ask need to know. */
export function partnerDirectoryRoute({ partners }: Pick<Registry, 'partners'>): Router {
  const routes = Router();
  const cards = partners.map(cardOf);
  routes.get('/', (_req, res) => {
    centreOf(res);
    res.json({ partners: cards });
  });
  return routes;
}

/** Named one by one: neither where its system is nor what opens it is anybody’s to read. */
function cardOf({ id, name, province, kind, lens, transport, language, ...more }: Partner): object {
  const { programmes, languages, territory, delays, hours, telephone, fax, email } = more;
  return {
    ...{ id, name, province, kind, lens, channel: transport, language },
    ...{ programmes, languages, territory, delays, hours, telephone, fax, email },
  };
}
