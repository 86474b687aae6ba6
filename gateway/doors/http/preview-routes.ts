import { type RequestHandler, Router } from 'express';
import type { ConceptMapping } from '../../../mappings/concepts/concept-mapping.ts';
import type { LegalReferral, ServiceReferral, SocialPrescription } from '../../../mappings/domain/concepts.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { PreviewRequest } from '../../disclosure/request-preview.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import { centreOf } from './authenticate.ts';
import { checkedConcept, idIn } from './checked-concept.ts';
import { conceptEventOf } from './concept-event.ts';
import { throwIfMappedWrong } from './mapped-faults.ts';
import { noteAccess } from './note-access.ts';
import { languageOf, outcomeIssue } from './operation-outcome.ts';

/** A request that is addressed to somebody. */
export type AnyRequest = LegalReferral | ServiceReferral | SocialPrescription;

export interface PreviewRouteDeps<C extends AnyRequest> {
  readonly mapping: ConceptMapping<C>;
  readonly check: (body: unknown) => readonly Issue[];
  readonly registry: Registry;
  readonly preview: PreviewRequest;
  readonly body: RequestHandler;
  readonly newId: () => string;
  readonly now: () => Date;
}

/**
 * `POST /_preview`: what the recipient of a request would see, before anything is written down or sent. The body is the request as it would
 * be put; what is wrong with it is told as it would be then.
 */
export function previewRoutes<C extends AnyRequest>(deps: PreviewRouteDeps<C>): Router {
  const { mapping, registry, preview, body, newId } = deps;
  const routes = Router();

  routes.post('/_preview', body, async (req, res) => {
    const centre = registry.centre(centreOf(res));
    if (centre === undefined) throw new GatewayError('forbidden', 'a centre that the registry does not have');
    const id = idIn(req.body) ?? newId();
    const { concept, issues } = checkedConcept<C>(deps, req.body, { id, centre: centre.id });
    const partner = registry.partner(concept.recipient ?? '');
    if (partner === undefined) throw wrong('recipient', NOBODY_NAMED);
    const { bundle } = conceptEventOf({ ...deps, mapping }, concept, {});
    throwIfMappedWrong(bundle);
    const childId = concept.child.id;
    const seen = await preview({ centre, partner, childId, requestId: id, bundle });
    if (seen === undefined) throw wrong('child', UNKNOWN_CHILD);
    await noteAccess(res, { kind: 'preview', children: [childId] });
    const language = languageOf(req);
    res.json({
      recipient: partner.id,
      channel: partner.transport,
      language: partner.language,
      views: seen.views,
      missing: [...issues, ...seen.missing].map((issue) => outcomeIssue(issue, language)),
      lost: seen.lost.map((issue) => outcomeIssue(issue, language)),
    });
  });

  return routes;
}

const wrong = (expression: string, text: Issue['text']): GatewayError =>
  new GatewayError('invalidInput', `no such ${expression}`, {
    issues: [{ severity: 'error', code: 'required', expression, text }],
  });

const NOBODY_NAMED = {
  fr: 'Dites à qui : ce qu’un destinataire verrait dépend de lui.',
  en: 'Say to whom: what a recipient would see depends on who it is.',
};

const UNKNOWN_CHILD = {
  fr: 'Le dossier n’a pas (encore) cet enfant : envoyez d’abord son cercle.',
  en: 'The record does not have this child (yet): send the circle first.',
};
