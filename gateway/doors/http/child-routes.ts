import { type Request, type RequestHandler, type Response, Router } from 'express';
import { personNameFrom } from '../../../mappings/concepts/name-and-telecom.ts';
import type { ChildSearch } from '../../../mappings/domain/concepts.ts';
import { requestKindOf } from '../../../mappings/domain/request-kind.ts';
import { revisionOf } from '../../../mappings/domain/revision-on-record.ts';
import { FOREIGN, IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import type { TimelineTold } from '../../../mappings/domain/timeline-told.ts';
import { FORMATS } from '../../../profiles/formats.ts';
import type { Issue } from '../../../profiles/issue.ts';
import type { LegalReferralKnown } from '../../disclosure/legal-referral-known.ts';
import { GatewayError } from '../../failures.ts';
import type { FhirStore, SearchParams } from '../../record/fhir-store.ts';
import { identifierToken } from '../../record/identifier-token.ts';
import type { LoopReader } from '../../record/loop-reader.ts';
import { ofKindsKnown } from '../../record/of-kinds-known.ts';
import type { TimelineReader } from '../../record/timeline-reader.ts';
import { centreOf } from './authenticate.ts';
import { limitAsked } from './limit-asked.ts';
import { noteAccess } from './note-access.ts';
import { languageAsked } from './openapi-route.ts';
import { isForRole, kindsNotRead, mayBeToldOne } from './request-for-role.ts';

export interface ChildRouteDeps {
  readonly check: (body: unknown) => readonly Issue[];
  readonly store: FhirStore;
  readonly loops: LoopReader;
  readonly timelines: TimelineReader;
  readonly legalReferrals: LegalReferralKnown;
  readonly body: RequestHandler;
}

/** What is asked about one child, and how a child is found: never by a name in a URL. */
export function childRoutes({ check, store, loops, timelines, legalReferrals, body }: ChildRouteDeps): Router {
  const routes = Router();

  /** That there is a legal referral, and nothing else of it: an access of its own. Nothing at all for whom it is not to be known. */
  const legalReferral = async (res: Response, child: string): Promise<{ readonly legalReferral?: 'exists' }> => {
    if (!mayBeToldOne(res) || !(await legalReferrals.isTold(centreOf(res), child))) return {};
    await noteAccess(res, { kind: 'legal-referral-exists', how: 'search-type', children: [child] });
    return { legalReferral: 'exists' };
  };

  routes.post('/_search', body, async (req, res) => {
    const centre = centreOf(res);
    const issues = check(req.body);
    if (issues.length > 0) throw new GatewayError('invalidInput', 'not a valid search', { issues });
    // The schema has just said that this is a search.
    const found = await store.search('Patient', searchParams(req.body as ChildSearch, centre));
    const children = found.flatMap((resource) =>
      resource.resourceType === 'Patient' ? (childOf(resource, centre) ?? []) : [],
    );
    await noteAccess(res, { kind: 'child-search', how: 'search-type', children: children.map(({ id }) => id) });
    res.json({ children });
  });

  routes.get('/:id/referrals', async (req, res) => {
    const centre = centreOf(res);
    const child = childAsked(req);
    const [found, told] = await Promise.all([
      store.search('ServiceRequest', {
        'patient.identifier': identifierToken(IDENTIFIERS.child(centre), child),
        intent: 'order',
        _revinclude: ['Task:focus', 'Task:based-on'],
        ...ofKindsKnown('ServiceRequest', kindsNotRead(res)),
      }),
      legalReferral(res, child),
    ]);
    const requests = found
      .filter((resource) => resource.resourceType === 'ServiceRequest')
      .filter((request) => isForRole(res, request, 'read'));
    const referrals = await Promise.all(
      requests.map(async (request) => ({ ...referralOf(request, centre), ...(await loops.told(request, found)) })),
    );
    // A list of none too: whoever goes through numbers that are another centre’s is to be seen. A number that nobody has here goes into no register.
    const children = referrals.length > 0 ? [child] : [];
    await noteAccess(res, { kind: 'referrals', how: 'search-type', children });
    res.json({ child, referrals, ...told });
  });

  routes.get('/:id/timeline', async (req, res) => {
    const language = languageAsked(req);
    const limit = limitAsked(req);
    const child = childAsked(req);
    const [entries, told] = await Promise.all([
      timelines.read(centreOf(res), child, language, kindsNotRead(res)),
      legalReferral(res, child),
    ]);
    if (entries === undefined) throw new GatewayError('notFound', 'no such child');
    const shown = entries.slice(-limit);
    await noteAccess(res, { kind: 'timeline', how: 'search-type', children: [child] });
    const answer: TimelineTold = { child, language, earlier: entries.length - shown.length, entries: shown, ...told };
    res.set('Content-Language', language).json(answer);
  });

  return routes;
}

/** Throws `notFound` for what no child can be called: it is not asked of the record, nor said back. */
function childAsked({ params: { id } }: Request<{ id: string }>): string {
  if (FORMATS['business-identifier'](id)) return id;
  throw new GatewayError('notFound', 'no number of a child');
}

function searchParams({ name, birthDate, card }: ChildSearch, centre: string): SearchParams {
  return {
    'organization.identifier': `${IDENTIFIERS.centre}|${centre}`,
    // The comma would mean «or», the backslash escapes it (FHIR search, escaping).
    ...(name !== undefined && {
      name: name
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => word.replace(/[\\,$|]/g, (it) => `\\${it}`)),
    }),
    ...(birthDate !== undefined && { birthdate: birthDate }),
    ...(card !== undefined && { identifier: `${card.kind === 'nam' ? FOREIGN.nam : FOREIGN.ohip}|${card.number}` }),
  };
}

function childOf(patient: fhir4.Patient, centre: string): { readonly id: string } | undefined {
  const id = patient.identifier?.find(({ system }) => system === IDENTIFIERS.child(centre))?.value;
  const [name] = patient.name ?? [];
  if (id === undefined) return undefined;
  return {
    id,
    ...(name !== undefined && { name: personNameFrom(name) }),
    ...(patient.birthDate !== undefined && { birthDate: patient.birthDate }),
  };
}

function referralOf(request: fhir4.ServiceRequest, centre: string): object {
  return {
    id: request.identifier?.find(({ system }) => system === IDENTIFIERS.request(centre))?.value,
    kind: requestKindOf(request),
    version: revisionOf(request).version,
    status: request.status,
    happenedAt: request.authoredOn,
  };
}
