import { Router } from 'express';
import { CONCEPT_MAPPINGS } from '../../../mappings/concepts/concept-mappings.ts';
import { GatewayError } from '../../failures.ts';
import { type Change, type Changes, CURSOR } from '../../lanes/changes.ts';
import { centreOf } from './authenticate.ts';
import { limitAsked } from './limit-asked.ts';
import { noteAccess, type Seen } from './note-access.ts';

/** `GET ?since=&limit=`: what changed for the centre after a cursor, oldest first; ids and what changed. Whom a page tells of stands in the register before it leaves. */
export function changeRoutes(changes: Changes): Router {
  const routes = Router();

  routes.get('/', async (req, res) => {
    const since = req.query.since ?? '0';
    const limit = limitAsked(req);
    if (typeof since !== 'string' || !CURSOR.test(since)) throw wrongSince();
    const centre = centreOf(res);
    const page = await changes.since(centre, since, limit);
    if (page.changes.length > 0) await noteAccess(res, whatIsTold(page.changes, centre));
    res.set('Cache-Control', 'no-store').json(page);
  });

  return routes;
}

/**
 * One entry for each page, with each child of it once. What names none is noted by its own number: the file of an expectant mother, what nobody
 * has said yet whose it is; the directory is nobody’s. A page of which nothing is anybody’s is noted as one that tells of nobody.
 */
function whatIsTold(changes: readonly Change[], centre: string): Seen {
  const roots = new Map(Object.entries(CONCEPT_MAPPINGS).map(([name, { root }]) => [name, root(centre)]));
  const on = changes.flatMap(({ child, concept, identifier: value }) => {
    const root = child === undefined && concept !== 'resource' ? roots.get(concept) : undefined;
    return root === undefined ? [] : [{ type: root.type, identifier: { system: root.system, value } }];
  });
  const once = new Map(on.map((it) => [`${it.type} ${it.identifier.value}`, it]));
  return { kind: 'changes', how: 'search-type', on: [...once.values()], children: changes.map(({ child }) => child) };
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
