import { type Request, type Response, Router } from 'express';
import { actionPlanMapping } from '../../../mappings/concepts/action-plan.ts';
import { careCircleMapping } from '../../../mappings/concepts/care-circle.ts';
import type { ConceptMapping } from '../../../mappings/concepts/concept-mapping.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { whatStands } from '../../../mappings/domain/what-stands.ts';
import { GatewayError } from '../../failures.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import { identifierToken } from '../../record/identifier-token.ts';
import type { RecordReader } from '../../record/record-reader.ts';
import { centreOf } from './authenticate.ts';
import { noteAccess } from './note-access.ts';

export interface ChildStandingRouteDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly reader: Pick<RecordReader, 'concept'>;
}

/**
 * `GET /{id}/care-circle` and `GET /{id}/action-plan`: the one that stands, for whoever knows the child and not the number of what was written
 * about it. The answer is what `GET /v1/care-circles/{id}` gives.
 */
export function childStandingRoutes({ store, reader }: ChildStandingRouteDeps): Router {
  const routes = Router();

  const give = async <C>(
    req: Request<{ id: string }>,
    res: Response,
    mapping: ConceptMapping<C>,
    isOne: (resource: fhir4.FhirResource) => resource is fhir4.CareTeam | fhir4.CarePlan,
  ): Promise<void> => {
    const centre = centreOf(res);
    const { id: child } = req.params;
    const { type, system } = mapping.root(centre);
    const about = { 'patient.identifier': identifierToken(IDENTIFIERS.child(centre), child) };
    const standing = whatStands((await store.search(type, about)).filter(isOne));
    const value = standing?.identifier?.find((it) => it.system === system)?.value;
    const identifier = { system, value: value ?? '' };
    const read = value === undefined ? undefined : await reader.concept(mapping, type, identifier);
    if (read === undefined) throw new GatewayError('notFound', `no ${mapping.name} of this child`);
    await noteAccess(res, { kind: mapping.name, on: [{ type, identifier }], children: [child] });
    res.set('ETag', `W/"${read.version}"`).json({ ...read.concept, record: read.record });
  };

  routes.get('/:id/care-circle', (req, res) => give(req, res, careCircleMapping, isCareTeam));
  routes.get('/:id/action-plan', (req, res) => give(req, res, actionPlanMapping, isCarePlan));

  return routes;
}

const isCareTeam = (it: fhir4.FhirResource): it is fhir4.CareTeam => it.resourceType === 'CareTeam';
const isCarePlan = (it: fhir4.FhirResource): it is fhir4.CarePlan => it.resourceType === 'CarePlan';
