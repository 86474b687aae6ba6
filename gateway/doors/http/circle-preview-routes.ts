import { type RequestHandler, Router } from 'express';
import type { ConceptMapping } from '../../../mappings/concepts/concept-mapping.ts';
import type { CareCircle } from '../../../mappings/domain/concepts.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { PreviewCircle } from '../../disclosure/circle-preview.ts';
import type { Registry } from '../../registry.ts';
import { centreOf } from './authenticate.ts';
import { checkedConcept, idIn } from './checked-concept.ts';
import { conceptEventOf } from './concept-event.ts';
import { throwIfMappedWrong } from './mapped-faults.ts';
import { noteAccess } from './note-access.ts';
import { kindsHiddenFrom } from './request-for-role.ts';

export interface CirclePreviewRouteDeps {
  readonly mapping: ConceptMapping<CareCircle>;
  readonly check: (body: unknown) => readonly Issue[];
  readonly registry: Registry;
  readonly previewCircle: PreviewCircle;
  readonly body: RequestHandler;
  readonly newId: () => string;
  readonly now: () => Date;
}

/**
 * `POST /_preview`: which requests would end under a label that this version of a circle puts on the child’s whole file. The body is the circle
 * as it would be put, and is refused as it would be then.
 */
export function circlePreviewRoutes(deps: CirclePreviewRouteDeps): Router {
  const routes = Router();

  routes.post('/_preview', deps.body, async (req, res) => {
    const centre = centreOf(res);
    const { concept } = checkedConcept<CareCircle>(deps, req.body, { id: idIn(req.body) ?? deps.newId(), centre });
    const hides = kindsHiddenFrom(res, deps.mapping.root(centre).type);
    const event = conceptEventOf(deps, concept, { hides });
    throwIfMappedWrong(event.bundle);
    const told = await deps.previewCircle(event);
    const children = [concept.child.id];
    if (told.ends.length > 0) await noteAccess(res, { kind: 'referrals', how: 'search-type', children });
    res.json(told);
  });

  return routes;
}
