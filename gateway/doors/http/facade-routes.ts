import { type Request, type RequestHandler, type Response, Router } from 'express';
import { FACADE_TYPES, type FacadeType, isFacadeType } from '../../../profiles/facade-offer.ts';
import { mayReadType } from '../../access/needs.ts';
import type { Facade, PageSeen } from '../../facade/facade.ts';
import { childrenNamed, type FacadeAccess, type NoteAccess } from '../../facade/note-access.ts';
import { pageAsked, searchAsked, versionsAsked } from '../../facade/search-asked.ts';
import { GatewayError } from '../../failures.ts';
import { callerOf, centreOf, isCentre } from './authenticate.ts';
import { bundleOf, type PageOf } from './facade-bundle.ts';

export interface FacadeRouteDeps {
  readonly facade: Facade;
  readonly noteAccess: NoteAccess;
  /** Reads what a `_search` brings in its body. */
  readonly form: RequestHandler;
}

/**
 * The record as FHIR R4, for reading, to a centre's own clinic apps: `GET {type}/{id}`, `GET {type}?…`, `POST {type}/_search`, versions
 * and `Patient/{id}/$everything`. What is another centre's is not there. Each answer is noted before it is given; partners read their own
 * requests at the same addresses (partner-read-routes.ts).
 */
export function facadeRoutes({ facade, noteAccess, form }: FacadeRouteDeps): Router {
  const routes = Router();
  routes.use((_req, res, next) => next(isCentre(res) ? undefined : 'router'));

  const sendPage = async (req: Request, res: Response, found: PageOf): Promise<void> => {
    const what = { ...found, page: readableBy(res, found.page) };
    const bundle = bundleOf(`${req.protocol}://${req.get('host')}/fhir`, what);
    const centre = centreOf(res);
    const seen = what.page.entries.map(({ resource }) => resource);
    const { how, type } = accessTo(what);
    await noteAccess({ centre, how, type, on: [], children: childrenNamed(seen, centre) }, res);
    res.type('application/fhir+json').json(bundle);
  };

  const sendResource = async (
    req: Request,
    res: Response,
    { type, how }: Pick<FacadeAccess, 'how'> & { readonly type: FacadeType },
    found: fhir4.FhirResource | undefined,
  ): Promise<void> => {
    if (found === undefined) throw new GatewayError('notFound', 'nothing of this centre');
    const centre = centreOf(res);
    const on = [{ type, reference: `${type}/${found.id}` }];
    await noteAccess({ centre, how, type, on, children: childrenNamed([found], centre) }, res);
    const etag = `W/"${found.meta?.versionId}"`;
    res.set('ETag', etag);
    if (found.meta?.lastUpdated !== undefined) res.set('Last-Modified', new Date(found.meta.lastUpdated).toUTCString());
    if (isHeld(req, etag)) res.status(304).end();
    else res.type('application/fhir+json').json(found);
  };

  const search = async (req: Request<{ type: string }>, res: Response, body?: URLSearchParams): Promise<void> => {
    const type = typeIn(req);
    const centre = centreOf(res);
    const query = queryOf(req);
    const next = body === undefined ? pageAsked(query) : undefined;
    const asked = next === undefined ? searchAsked(type, query, body) : undefined;
    const page = asked ? await facade.search(centre, asked) : await facade.next(centre, 'search', type, next ?? '');
    await sendPage(req, res, {
      kind: 'search',
      type,
      page,
      self: `${type}${asked?.query ? `?${asked.query}` : ''}`,
      path: type,
    });
  };

  routes.get('/Patient/:id/$everything', async (req, res) => {
    const { id } = req.params;
    const centre = centreOf(res);
    const next = pageAsked(queryOf(req));
    if (next === undefined) nothingAsked(queryOf(req));
    const page =
      next === undefined
        ? await facade.everything(centre, id)
        : await facade.next(centre, 'everything', 'Patient', next);
    if (page === undefined) throw new GatewayError('notFound', 'nothing of this centre');
    const path = `Patient/${encodeURIComponent(id)}/$everything`;
    await sendPage(req, res, { kind: 'everything', type: 'Patient', page, self: path, path });
  });

  routes.get('/:type', (req, res) => search(req, res));
  routes.post('/:type/_search', typeFirst, form, (req, res) => search(req, res, req.body));

  routes.get('/:type/:id', async (req, res) => {
    const type = typeIn(req);
    nothingAsked(queryOf(req));
    await sendResource(req, res, { type, how: 'read' }, await facade.read(centreOf(res), type, req.params.id));
  });

  routes.get('/:type/:id/_history', async (req, res) => {
    const type = typeIn(req);
    const { id } = req.params;
    const centre = centreOf(res);
    const next = pageAsked(queryOf(req));
    const page =
      next === undefined
        ? await facade.history(centre, type, id, versionsAsked(queryOf(req)).count)
        : await facade.next(centre, 'history', type, next);
    if (page === undefined) throw new GatewayError('notFound', 'nothing of this centre');
    const path = `${type}/${encodeURIComponent(id)}/_history`;
    await sendPage(req, res, { kind: 'history', type, page, self: path, path });
  });

  routes.get('/:type/:id/_history/:version', async (req, res) => {
    const type = typeIn(req);
    nothingAsked(queryOf(req));
    const { id, version } = req.params;
    await sendResource(req, res, { type, how: 'vread' }, await facade.version(centreOf(res), type, id, version));
  });

  return routes;
}

const queryOf = (req: Request<never> | Request): URLSearchParams =>
  new URL(req.originalUrl, 'http://gateway').searchParams;

/** Where nothing can be asked: a parameter that were ignored would be believed. Throws `malformed`. */
const nothingAsked = (query: URLSearchParams): void => void versionsAsked(query, []);

function typeIn({ params: { type } }: Request<{ type: string }>): FacadeType {
  if (isFacadeType(type)) return type;
  throw new GatewayError('notFound', 'a type that is not read here', { issues: [NOT_READ_HERE] });
}

/** Before the body is read. */
const typeFirst: RequestHandler<{ type: string }> = (req, _res, next) => {
  typeIn(req);
  next();
};

/** `If-None-Match`: the caller has this version already (RFC 9110, weak comparison). */
const isHeld = (req: Request, etag: string): boolean =>
  (req.get('if-none-match') ?? '').split(',').some((held) => held.trim().replace(/^(?!W\/)/, 'W/') === etag);

/** What comes along is of other types than the route’s own: each takes its scope. */
function readableBy(res: Response, page: PageSeen): PageSeen {
  const caller = callerOf(res);
  const may = (type: string): boolean => caller !== undefined && mayReadType(caller, type);
  return { ...page, entries: page.entries.filter((it) => !it.isIncluded || may(it.resource.resourceType)) };
}

const accessTo = ({ kind, type }: PageOf): Pick<FacadeAccess, 'how' | 'type'> => ({
  how: kind === 'history' ? 'history-instance' : 'search-type',
  type: kind === 'everything' ? 'everything' : type,
});

const NOT_READ_HERE = {
  severity: 'error',
  code: 'not-supported',
  text: {
    fr: `Ce type de ressource n’est pas lu ici. Types lus : ${FACADE_TYPES.join(', ')}.`,
    en: `This type of resource is not read here. Types read: ${FACADE_TYPES.join(', ')}.`,
  },
} as const;
