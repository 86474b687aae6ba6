import { Router } from 'express';
import { GatewayError } from '../../failures.ts';
import { type Changes, CURSOR } from '../../lanes/changes.ts';
import { centreOf } from './authenticate.ts';
import { limitAsked } from './limit-asked.ts';

/** `GET ?since=&limit=`: what changed for the centre after a cursor, oldest first; ids and what changed. */
export function changeRoutes(changes: Changes): Router {
  const routes = Router();

  routes.get('/', async (req, res) => {
    const since = req.query.since ?? '0';
    const limit = limitAsked(req);
    if (typeof since !== 'string' || !CURSOR.test(since)) throw wrongSince();
    res.set('Cache-Control', 'no-store').json(await changes.since(centreOf(res), since, limit));
  });

  return routes;
}

const wrongSince = (): GatewayError =>
  new GatewayError('malformed', 'query since', {
    issues: [
      {
        severity: 'error',
        code: 'value',
        expression: 'http.since',
        text: {
          fr: '« since » est la valeur « next » de la réponse précédente, ou 0 pour tout lire.',
          en: '"since" is the "next" value of the answer before, or 0 to read everything.',
        },
      },
    ],
  });
