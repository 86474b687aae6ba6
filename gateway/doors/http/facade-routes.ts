import { type Request, type RequestHandler, type Response, Router } from 'express';
import { FACADE_TYPES, type FacadeType, isFacadeType } from '../../../profiles/facade-offer.ts';
import { mayReadType } from '../../access/needs.ts';
import type { Facade, PageSeen } from '../../facade/facade.ts';
import type { FacadeAccess } from '../../facade/note-access.ts';
import { type Giving, type NotedGivingDeps, notedGiving } from '../../facade/noted-giving.ts';
import { oneAsked, pageAsked, searchAsked, versionsAsked } from '../../facade/search-asked.ts';
import { GatewayError } from '../../failures.ts';
import { callerOf, centreOf, isCentre } from './authenticate.ts';
import { bundleOf, type PageOf } from './facade-bundle.ts';
import { ownAddress } from './own-address.ts';
import { searchOf } from './query-values.ts';

export interface FacadeRouteDeps extends NotedGivingDeps {
  readonly facade: Facade;
  readonly publicUrl: string;
  /** Reads what a `_search` brings in its body. */
  readonly form: RequestHandler;
}

type PageAsked = Omit<PageOf, 'page'> &
  Pick<Giving<unknown>, 'itself' | 'child'> & { readonly look: () => Promise<PageSeen | undefined> };

interface ResourceAsked {
  readonly type: FacadeType;
  readonly id: string;
  readonly look: () => Promise<fhir4.FhirResource | undefined>;
}

/**
 * The record as FHIR R4, for reading, to a centre's own clinic apps: `GET {type}/{id}`, `GET {type}?…`, `POST {type}/_search`, versions
 * and `Patient/{id}/$everything`. What is another centre's is not there. Each answer is noted before it is given; partners read their own
 * requests at the same addresses (partner-read-routes.ts).
 */
export function facadeRoutes({ facade, form, ...deps }: FacadeRouteDeps): Router {
  const noted = notedGiving(deps);
  const routes = Router();
  routes.use((_req, res, next) => next(isCentre(res) ? undefined : 'router'));

  const sendPage = async (req: Request, res: Response, asked: PageAsked): Promise<void> => {
    const { kind, type, self, path, itself, child } = asked;
    const page = await noted(
      readerIn(res),
      {
        access: { centre: centreOf(res), ...accessTo(asked), on: [] },
        itself,
        child,
        look: async () => readableBy(res, await asked.look()),
        given: (it) => it?.entries.map(({ resource }) => resource),
      },
      res,
    );
    if (page === undefined) throw noneOfTheirs();
    const bundle = bundleOf(`${ownAddress(req, deps.publicUrl)}/fhir`, { kind, type, page, self, path });
    res.type('application/fhir+json').json(bundle);
  };

  const sendResource = async (
    req: Request,
    res: Response,
    how: FacadeAccess['how'],
    { type, id, look }: ResourceAsked,
  ): Promise<void> => {
    const itself = `${type}/${id}`;
    const found = await noted(
      readerIn(res),
      {
        access: { centre: centreOf(res), how, type, on: [{ type, reference: itself }] },
        itself,
        look,
        given: (it) => it && [it],
      },
      res,
    );
    if (found === undefined) throw noneOfTheirs();
    const etag = `W/"${found.meta?.versionId}"`;
    res.set('ETag', etag);
    if (found.meta?.lastUpdated !== undefined) res.set('Last-Modified', new Date(found.meta.lastUpdated).toUTCString());
    if (isHeld(req, etag)) res.status(304).end();
    else res.type('application/fhir+json').json(found);
  };

  const search = async (req: Request<{ type: string }>, res: Response, body?: URLSearchParams): Promise<void> => {
    const type = typeIn(req);
    const centre = centreOf(res);
    const query = searchOf(req);
    const next = body === undefined ? pageAsked(query) : undefined;
    const asked = next === undefined ? searchAsked(type, query, body) : undefined;
    await sendPage(req, res, {
      kind: 'search',
      type,
      self: `${type}${asked?.query ? `?${asked.query}` : ''}`,
      path: type,
      ...(asked && oneAsked(asked)),
      look: () => (asked ? facade.search(centre, asked) : facade.next(centre, 'search', type, next ?? '')),
    });
  };

  routes.get('/Patient/:id/$everything', async (req, res) => {
    const { id } = req.params;
    const centre = centreOf(res);
    const next = pageAsked(searchOf(req));
    if (next === undefined) nothingAsked(searchOf(req));
    const path = `Patient/${encodeURIComponent(id)}/$everything`;
    await sendPage(req, res, {
      kind: 'everything',
      type: 'Patient',
      self: path,
      path,
      itself: next === undefined ? `Patient/${id}` : undefined,
      look: () =>
        next === undefined ? facade.everything(centre, id) : facade.next(centre, 'everything', 'Patient', next),
    });
  });

  routes.get('/:type', (req, res) => search(req, res));
  routes.post('/:type/_search', typeFirst, form, (req, res) => search(req, res, req.body));

  routes.get('/:type/:id', async (req, res) => {
    const type = typeIn(req);
    const { id } = req.params;
    nothingAsked(searchOf(req));
    await sendResource(req, res, 'read', { type, id, look: () => facade.read(centreOf(res), type, id) });
  });

  routes.get('/:type/:id/_history', async (req, res) => {
    const type = typeIn(req);
    const { id } = req.params;
    const centre = centreOf(res);
    const next = pageAsked(searchOf(req));
    const versions = next === undefined ? versionsAsked(searchOf(req)).count : 0;
    const path = `${type}/${encodeURIComponent(id)}/_history`;
    await sendPage(req, res, {
      kind: 'history',
      type,
      self: path,
      path,
      itself: next === undefined ? `${type}/${id}` : undefined,
      look: () =>
        next === undefined ? facade.history(centre, type, id, versions) : facade.next(centre, 'history', type, next),
    });
  });

  routes.get('/:type/:id/_history/:version', async (req, res) => {
    const type = typeIn(req);
    nothingAsked(searchOf(req));
    const { id, version } = req.params;
    await sendResource(req, res, 'vread', { type, id, look: () => facade.version(centreOf(res), type, id, version) });
  });

  return routes;
}

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
function readableBy(res: Response, page: PageSeen | undefined): PageSeen | undefined {
  const caller = callerOf(res);
  const may = (type: string): boolean => caller !== undefined && mayReadType(caller, type);
  return page && { ...page, entries: page.entries.filter((it) => !it.isIncluded || may(it.resource.resourceType)) };
}

const accessTo = ({ kind, type }: Pick<PageOf, 'kind' | 'type'>): Pick<FacadeAccess, 'how' | 'type'> => ({
  how: kind === 'history' ? 'history-instance' : 'search-type',
  type: kind === 'everything' ? 'everything' : type,
});

/** Who asks, as far as it decides what they are shown. */
const readerIn = (res: Response): string => {
  const { id, client, professional, role } = callerOf(res) ?? {};
  return JSON.stringify([id, client, professional, role]);
};

const noneOfTheirs = (): GatewayError => new GatewayError('notFound', 'nothing of this centre');

const NOT_READ_HERE = {
  severity: 'error',
  code: 'not-supported',
  text: {
    fr: `Ce type de ressource n’est pas lu ici. Types lus : ${FACADE_TYPES.join(', ')}.`,
    en: `This type of resource is not read here. Types read: ${FACADE_TYPES.join(', ')}.`,
  },
} as const;
