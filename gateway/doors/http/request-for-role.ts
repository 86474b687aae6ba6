import type { RequestHandler, Response } from 'express';
import { requestKindOf } from '../../../mappings/domain/request-kind.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import type { Area } from '../../access/roles.ts';
import { GatewayError } from '../../failures.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import { identifierToken } from '../../record/identifier-token.ts';
import { centreOf, roleLets } from './authenticate.ts';

/** What each kind of request is about, for a role. */
const AREAS = {
  'service-referral': 'service-referral',
  'social-prescription': 'social-prescription',
  'legal-referral': 'legal-referral',
  'inbound-referral': 'inbound',
} as const satisfies Readonly<Record<NonNullable<ReturnType<typeof requestKindOf>>, Area>>;

const seesAll = (res: Response, act: 'read' | 'write'): boolean =>
  Object.values(AREAS).every((area) => roleLets(res, area, act));

/** Whether a request is of a kind that the caller's role is for; one whose kind cannot be told is for those who may see all. */
export function isForRole(res: Response, request: fhir4.ServiceRequest, act: 'read' | 'write'): boolean {
  const kind = requestKindOf(request);
  return seesAll(res, act) || (kind !== undefined && roleLets(res, AREAS[kind], act));
}

/** The kinds that the caller’s role is for, as a search asks for them; one of no kind where it is for none. */
const kindsFor = (res: Response, act: 'read' | 'write'): string =>
  Object.entries(AREAS)
    .filter(([, area]) => roleLets(res, area, act))
    .map(([kind]) => `${CODE_SYSTEMS.requestKind}|${kind}`)
    .join(',') || `${CODE_SYSTEMS.requestKind}|none`;

/** Of which requests the caller may know; undefined for a role that may of all. */
export const knowsOf = (res: Response): ((request: fhir4.ServiceRequest) => boolean) | undefined =>
  seesAll(res, 'read') ? undefined : (request) => isForRole(res, request, 'read');

/**
 * Of which requests the caller may know where one concept that may be about one is read by its number: of all but the legal ones, for a role
 * outside the legal pillar. Undefined for a role that may of all, and for one to whom the register tells them anyway.
 */
export const knowsOfBeside = (res: Response): ((request: fhir4.ServiceRequest) => boolean) | undefined =>
  roleLets(res, 'legal-referral', 'read') || roleLets(res, 'register', 'read')
    ? undefined
    : (request) => requestKindOf(request) !== 'legal-referral';

/** Whether the caller is one to whom the child’s side may let it be known that there is a legal referral, and who sees none by itself. */
export const mayBeToldOne = (res: Response): boolean =>
  !roleLets(res, 'legal-referral', 'read') && roleLets(res, 'legal-referral-exists', 'read');

/**
 * Before whatever is done with `/:id`: for a role that is not for all kinds of requests, a request of another kind is as if it were not there.
 * Throws `notFound`.
 */
export function requestForRole(store: FhirStore): RequestHandler<{ id: string }> {
  return async (req, res, next) => {
    const act = req.method === 'GET' || req.method === 'HEAD' ? 'read' : 'write';
    if (!seesAll(res, act)) {
      const system = IDENTIFIERS.request(centreOf(res));
      // Asked so that the record finds as little of one that is hidden as of one that is not there: what it loads takes time that is heard.
      const found = await store.search('ServiceRequest', {
        identifier: identifierToken(system, req.params.id),
        category: kindsFor(res, act),
      });
      const requests = found.filter((resource) => resource.resourceType === 'ServiceRequest');
      if (!requests.some((request) => isForRole(res, request, act)))
        throw new GatewayError('notFound', 'no such request for this role');
    }
    next();
  };
}
