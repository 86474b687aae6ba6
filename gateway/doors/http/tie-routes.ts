import { type RequestHandler, type Response, Router } from 'express';
import type { CentreTie, CentreTieConfirmation } from '../../../mappings/domain/concepts.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { TiesDesk } from '../../ties/ties-desk.ts';
import { centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { centreReaderIn, noteAccess } from './note-access.ts';

export interface TieRouteDeps {
  readonly ties: TiesDesk;
  readonly check: (act: 'centre-tie' | 'centre-tie-confirmation', body: unknown) => readonly Issue[];
  readonly body: RequestHandler;
}

/**
 * Ties between centres (docs/switches.md): `POST /` says that a child is followed at another centre too and gives a code, `POST /confirm` says
 * so at that one by the code, `POST /end` takes it back for both. Codes and numbers are in bodies only.
 */
export function tieRoutes({ ties, check, body }: TieRouteDeps): Router {
  const routes = Router();

  routes.post('/', body, async (req, res) => {
    const { child, centre: other } = checkedBody<CentreTie>(check('centre-tie', req.body), req.body);
    const said = await ties.say(centreReaderIn(res), { child, other });
    res.status(201).set('Location', `/v1/children/${child}/ties`).json(said);
  });

  routes.post('/confirm', body, async (req, res) => {
    const {
      child,
      centre: other,
      code,
    } = checkedBody<CentreTieConfirmation>(check('centre-tie-confirmation', req.body), req.body);
    res.json(await ties.confirm(centreReaderIn(res), { child, other, code }));
  });

  routes.post('/end', body, async (req, res) => {
    const { child, centre: other } = checkedBody<CentreTie>(check('centre-tie', req.body), req.body);
    const by = centreReaderIn(res);
    await ties.end(by, { child, other });
    await giveTies(res, ties, by.centre, child);
  });

  return routes;
}

/** `GET /{id}/ties`: at which other centres a child is also followed; of an unknown child, nowhere. */
export function childTieRoutes({ ties }: Pick<TieRouteDeps, 'ties'>): Router {
  const routes = Router();
  routes.get('/:id/ties', (req, res) => giveTies(res, ties, centreOf(res), req.params.id));
  return routes;
}

async function giveTies(res: Response, ties: TiesDesk, centre: string, child: string): Promise<void> {
  const told = await ties.read(centre, child);
  // That there is none too: whoever goes through numbers is to be seen. A number that nobody has here goes into no register.
  const children = told.ties.length + told.waiting.length > 0 ? [child] : [];
  await noteAccess(res, { kind: 'ties', how: 'search-type', children });
  res.json(told);
}
