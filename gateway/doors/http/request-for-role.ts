import type { RequestHandler, Response } from 'express';
import { REQUEST_KINDS_ALL, type RequestKind, requestKindOf } from '../../../mappings/domain/request-kind.ts';
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
} as const satisfies Readonly<Record<RequestKind, Area>>;

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

/** Of which kinds of requests the caller may not read. */
export const kindsNotRead = (res: Response): readonly RequestKind[] =>
  REQUEST_KINDS_ALL.filter((kind) => !roleLets(res, AREAS[kind], 'read'));

const isLegalHidden = (res: Response): boolean =>
  !roleLets(res, 'legal-referral', 'read') && !roleLets(res, 'register', 'read');

/**
 * The kinds of request of which the caller may not know where one concept is read or written by its number. Where its root is a request: all that
 * their role may not read. Where it may be about one: the legal ones, for a role outside the legal pillar; none for a role to whom the register
 * tells of them anyway.
 */
export function kindsHiddenFrom(res: Response, rootType: string): readonly RequestKind[] {
  if (rootType === 'ServiceRequest') return kindsNotRead(res);
  return isLegalHidden(res) ? ['legal-referral'] : [];
}

/** Those of a centre’s numbers under which the record has a request of a kind that the caller may read. */
export async function numbersKnown(
  store: Pick<FhirStore, 'search'>,
  res: Response,
  numbers: readonly string[],
): Promise<(number: string) => boolean> {
  if (seesAll(res, 'read')) return () => true;
  const system = IDENTIFIERS.request(centreOf(res));
  const known = new Set<string>();
  const asked = [...new Set(numbers)];
  for (let from = 0; from < asked.length; from += NUMBERS_AT_ONCE) {
    const found = await store.search('ServiceRequest', {
      identifier: asked
        .slice(from, from + NUMBERS_AT_ONCE)
        .map((number) => identifierToken(system, number))
        .join(','),
      category: kindsFor(res, 'read'),
    });
    for (const request of found)
      if (request.resourceType === 'ServiceRequest' && isForRole(res, request, 'read'))
        for (const { system: of, value } of request.identifier ?? []) if (of === system && value) known.add(value);
  }
  return (number) => known.has(number);
}

const NUMBERS_AT_ONCE = 100;

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
