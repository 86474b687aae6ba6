import { type RequestHandler, Router } from 'express';
import type { ConceptMapping } from '../../../mappings/concepts/concept-mapping.ts';
import { CONCEPT_MAPPINGS } from '../../../mappings/concepts/concept-mappings.ts';
import type { conceptChecker } from '../../../profiles/check-concept.ts';
import { CONCEPT_PLURALS } from '../../../profiles/concept-names.ts';
import { LETTER_MAX_BASE64 } from '../../../profiles/letter-content.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import { resourceDirectory } from '../../record/resource-directory.ts';
import { type CirclePreviewRouteDeps, circlePreviewRoutes } from './circle-preview-routes.ts';
import type { AnyConcept } from './concept-event.ts';
import { type ConceptRouteDeps, conceptRoutes } from './concept-routes.ts';
import { letterMayLeave } from './letter-may-leave.ts';
import { motherFilesAllowed } from './mother-files-allowed.ts';
import { type AnyRequest, type PreviewRouteDeps, previewRoutes } from './preview-routes.ts';
import { resourceRoutes } from './resource-routes.ts';

/** Room for two of the largest letters beside what a body may be otherwise: one that is somewhat too large is told by name, not refused with all the rest. */
export const LETTERS_MAX_BYTES = 2 * LETTER_MAX_BASE64;

export interface ConceptApiDeps
  extends Omit<ConceptRouteDeps<AnyConcept>, 'mapping' | 'plural' | 'check'>,
    Pick<PreviewRouteDeps<AnyRequest>, 'preview' | 'newId'>,
    Pick<CirclePreviewRouteDeps, 'previewCircle'> {
  readonly store: FhirStore;
  readonly check: ReturnType<typeof conceptChecker>;
  /** With room for letters. */
  readonly letterBody: RequestHandler;
}

/** The routes of the concepts, all of one shape. */
export function conceptApi(deps: ConceptApiDeps): Router {
  const { check, body } = deps;
  const routes = Router();
  const serve = <C extends AnyConcept>(
    mapping: ConceptMapping<C>,
    name: keyof typeof CONCEPT_PLURALS,
    other: Partial<Pick<ConceptRouteDeps<C>, 'body' | 'check'>> = {},
  ): void => {
    const plural = CONCEPT_PLURALS[name];
    const own: ConceptRouteDeps<C> = { ...deps, mapping, plural, body, check: (it) => check(name, it), ...other };
    routes.use(`/${plural}`, conceptRoutes(own));
  };
  const serveRequest = <C extends AnyRequest>(mapping: ConceptMapping<C>, name: keyof typeof CONCEPT_PLURALS): void => {
    const own = { ...deps, mapping, check: (it: unknown) => check(name, it) };
    routes.use(`/${CONCEPT_PLURALS[name]}`, previewRoutes(own));
    serve(mapping, name);
  };
  const circle = CONCEPT_MAPPINGS['care-circle'];
  const checkCircle = (it: unknown) => check('care-circle', it);
  routes.use(
    `/${CONCEPT_PLURALS['care-circle']}`,
    circlePreviewRoutes({ ...deps, mapping: circle, check: checkCircle }),
  );
  serve(circle, 'care-circle');
  serve(CONCEPT_MAPPINGS['shared-assessment'], 'shared-assessment');
  serve(CONCEPT_MAPPINGS['action-plan'], 'action-plan');
  serveRequest(CONCEPT_MAPPINGS['social-prescription'], 'social-prescription');
  serveRequest(CONCEPT_MAPPINGS['legal-referral'], 'legal-referral');
  serveRequest(CONCEPT_MAPPINGS['service-referral'], 'service-referral');
  serve(CONCEPT_MAPPINGS.contact, 'contact');
  serve(CONCEPT_MAPPINGS.appointment, 'appointment');
  serve(CONCEPT_MAPPINGS.consent, 'consent');
  serve(CONCEPT_MAPPINGS['outcome-evaluation'], 'outcome-evaluation');
  serve(CONCEPT_MAPPINGS.enrolment, 'enrolment');
  serve(CONCEPT_MAPPINGS['request-note'], 'request-note');
  serve(CONCEPT_MAPPINGS.letter, 'letter', {
    body: deps.letterBody,
    check: (it) => [...check('letter', it), ...letterMayLeave(it, deps.registry)],
  });
  routes.use(`/${CONCEPT_PLURALS.resource}`, resourceRoutes(resourceDirectory(deps)));
  serve(CONCEPT_MAPPINGS.resource, 'resource');
  routes.use(`/${CONCEPT_PLURALS['mother-file']}`, motherFilesAllowed(deps.registry));
  serve(CONCEPT_MAPPINGS['mother-file'], 'mother-file');
  return routes;
}
