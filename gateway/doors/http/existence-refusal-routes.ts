import { type Request, type RequestHandler, type Response, Router } from 'express';
import type {
  ExistenceRefusal,
  ExistenceRefusalRevocation,
  ExistenceRefusalSearch,
} from '../../../mappings/domain/concepts.ts';
import { dayAt } from '../../../mappings/domain/dates-in-words.ts';
import type { ExistenceRefusalTold } from '../../../mappings/domain/existence-refusals-told.ts';
import { REFUSAL_BASES } from '../../../mappings/existence-refusals/bases.ts';
import { type RecordedRefusal, standsOn } from '../../../mappings/existence-refusals/refusal.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { mayRefuse, type RefusalDesk } from '../../existence-refusals/refusal-desk.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import { callerOf, centreOf } from './authenticate.ts';
import { checkedBody } from './checked-body.ts';
import { noteAccess } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';

type Act = 'existence-refusal' | 'existence-refusal-search' | 'existence-refusal-revocation';

export interface ExistenceRefusalRouteDeps {
  readonly existenceRefusals: RefusalDesk;
  readonly registry: Pick<Registry, 'centre'>;
  readonly check: (act: Act, body: unknown) => readonly Issue[];
  readonly body: RequestHandler;
  readonly now: () => Date;
}

/**
 * Decisions that somebody may not know of a child’s information (docs/existence-refusals.md): `POST /` records one, `POST /_search` gives a child’s, `POST
 * /{id}/revoke` ends one. Written by a person, pivot or privacy officer; each act stands in the register before it is done. No child’s number
 * is in an address.
 */
export function existenceRefusalRoutes(deps: ExistenceRefusalRouteDeps): Router {
  const { existenceRefusals, registry, check, body, now } = deps;
  const routes = Router();

  const told = (req: Request, res: Response, refusal: RecordedRefusal): ExistenceRefusalTold => {
    const day = dayAt(now(), registry.centre(centreOf(res))?.timeZone ?? 'UTC');
    const { basis, ...rest } = refusal;
    return {
      ...rest,
      basis: { code: basis, text: REFUSAL_BASES[basis][languageAsked(req)] },
      stands: standsOn(refusal, day),
    };
  };

  routes.post('/', body, async (req, res) => {
    const centre = centreOf(res);
    mayRefuse(registry, centre);
    const recordedBy = personIn(res);
    const decided = checkedBody<ExistenceRefusal>(check('existence-refusal', req.body), req.body);
    await noteAccess(res, { kind: 'existence-refusal-written', children: [decided.child] });
    const { how, refusal } = await existenceRefusals.record(centre, decided, recordedBy);
    res
      .status(how === 'created' ? 201 : 200)
      .set('Content-Language', languageAsked(req))
      .json(told(req, res, refusal));
  });

  routes.post('/_search', body, async (req, res) => {
    const { child } = checkedBody<ExistenceRefusalSearch>(check('existence-refusal-search', req.body), req.body);
    await noteAccess(res, { kind: 'existence-refusals', how: 'search-type', children: [child] });
    const found = await existenceRefusals.of(centreOf(res), child);
    const language = languageAsked(req);
    res.set('Content-Language', language).json({ language, refusals: found.map((refusal) => told(req, res, refusal)) });
  });

  routes.post('/:id/revoke', body, async (req, res) => {
    const recordedBy = personIn(res);
    const { child, decidedBy } = checkedBody<ExistenceRefusalRevocation>(
      check('existence-refusal-revocation', req.body),
      req.body,
    );
    await noteAccess(res, { kind: 'existence-refusal-revoked', children: [child] });
    const id = String(req.params.id);
    const refusal = await existenceRefusals.revoke(centreOf(res), child, id, { decidedBy, recordedBy });
    res.set('Content-Language', languageAsked(req)).json(told(req, res, refusal));
  });

  return routes;
}

/** Throws `forbidden`: the role is looked at where the route is guarded; a program that acts for its whole centre has none. */
function personIn(res: Response): string {
  const caller = callerOf(res);
  if (caller?.kind === 'centre' && caller.role !== undefined && caller.professional !== undefined)
    return caller.professional;
  throw new GatewayError('forbidden', 'a person decides', { issues: [NOBODY] });
}

const NOBODY: Issue = {
  severity: 'error',
  code: 'forbidden',
  expression: 'http.Authorization',
  text: {
    fr: 'Une personne écrit cette décision, jamais un programme seul : un jeton qui dit qui agit, et dans quel rôle.',
    en: 'A person writes this decision, never a program alone: a token that says who acts, and in which role.',
  },
};
