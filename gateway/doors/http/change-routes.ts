import { Router } from 'express';
import { type Changes, CURSOR } from '../../changes.ts';
import { GatewayError } from '../../failures.ts';
import { centreOf } from './authenticate.ts';

const LIMIT_DEFAULT = 100;
const LIMIT_MAX = 1_000;

/** `GET ?since=&limit=`: what changed for the centre after a cursor, oldest first; ids and what changed. */
export function changeRoutes(changes: Changes): Router {
  const routes = Router();

  routes.get('/', async (req, res) => {
    const since = req.query.since ?? '0';
    const limit = Number(req.query.limit ?? LIMIT_DEFAULT);
    if (typeof since !== 'string' || !CURSOR.test(since)) throw wrong('since', SINCE);
    if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT_MAX) throw wrong('limit', LIMIT);
    res.set('Cache-Control', 'no-store').json(await changes.since(centreOf(res), since, limit));
  });

  return routes;
}

const wrong = (name: string, text: { readonly fr: string; readonly en: string }): GatewayError =>
  new GatewayError('malformed', `query ${name}`, {
    issues: [{ severity: 'error', code: 'value', expression: `http.${name}`, text }],
  });

const SINCE = {
  fr: '« since » est la valeur « next » de la réponse précédente, ou 0 pour tout lire.',
  en: '"since" is the "next" value of the answer before, or 0 to read everything.',
};

const LIMIT = {
  fr: `« limit » est un entier de 1 à ${LIMIT_MAX}.`,
  en: `"limit" is a whole number from 1 to ${LIMIT_MAX}.`,
};
