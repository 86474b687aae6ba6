import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Issue } from '../../../profiles/issue.ts';
import type { CollectedAnswers } from '../../disclosure/collected-answers.ts';
import type { CollectedRequests } from '../../disclosure/collected-requests.ts';
import { decidedJustNow } from '../../disclosure/decided-just-now.ts';
import type { CollectedRequest, CollectedTask } from '../../disclosure/request-to-collect.ts';
import type { ShownBook } from '../../disclosure/shown-book.ts';
import { type TaskSource, tasksListed } from '../../disclosure/tasks-listed.ts';
import { failureKindOf, GatewayError } from '../../failures.ts';
import type { Partner, Registry } from '../../registry.ts';
import { partnerOf } from './authenticate.ts';
import { ownAddress } from './own-address.ts';
import type { TaskCursors } from './task-cursor.ts';
import { taskSearchIn } from './task-search.ts';

export interface PartnerReadRouteDeps {
  readonly collected: CollectedRequests;
  readonly answered: CollectedAnswers;
  readonly book: ShownBook;
  readonly cursors: TaskCursors;
  readonly registry: Registry;
  readonly publicUrl: string;
  readonly now: () => Date;
  readonly log: Logger;
}

/**
 * For a partner without a server of its own (Gravity calls it «light»): `GET /fhir/Task?_lastUpdated=gt…` finds what is new for it,
 * `GET /fhir/Task?requester={its id}` what a centre answered to its own requests,
 * `GET /fhir/Task/{id}`, `/ServiceRequest/{id}`, `/Patient/{id}`, `/DocumentReference/{id}` read it. Each look is a disclosure; denied and absent look the same.
 */
export function partnerReadRoutes(deps: PartnerReadRouteDeps): Router {
  const { collected, answered, book, cursors, registry, now, log } = deps;
  const routes = Router();

  const whenSent = (res: Response, acts: readonly (() => Promise<void>)[]): void => {
    res.once('finish', () => {
      for (const act of acts)
        act().catch((error: unknown) => {
          log.warn({ kind: failureKindOf(error) }, 'a receipt waits for the next look');
        });
    });
  };
  /** What the partner saw has left once it is with the partner. */
  const leaves = (res: Response, shown: readonly Pick<CollectedTask, 'left'>[]): void => {
    if (bringsNothing(res.req)) return;
    whenSent(
      res,
      shown.map((one) => () => one.left()),
    );
  };

  const shownTo = async (req: Request<{ id: string }>, res: Response): Promise<CollectedRequest> => {
    const partner = pollerOf(res, registry);
    const shown = await decidedJustNow(() => collected.show(partner, req.params.id), now);
    if (shown === undefined) throw new GatewayError('notFound', 'nothing of this partner');
    return shown;
  };

  routes.get('/Task', async (req, res) => {
    const partner = pollerOf(res, registry);
    const search = taskSearchIn(req, partner, cursors);
    // Requests made of the partner, or answers to its own.
    const source: TaskSource<CollectedRequest> = search.ofRequester ? answered : collected;
    const stillHas: (() => Promise<void>)[] = [];
    const listed = search.isOthers
      ? { page: [] }
      : await decidedJustNow(async () => {
          const found = await tasksListed({ source, book, now }, partner, search);
          stillHas.push(...found.stillHas);
          return found;
        }, now);
    const hasLeft = ({ request, mayBeIncluded = false }: CollectedRequest): boolean =>
      search.ofRequester || request === undefined || (search.includesRequest && mayBeIncluded);
    whenSent(res, stillHas);
    leaves(res, listed.page.filter(hasLeft));
    const next = 'last' in listed && listed.last !== undefined ? search.nextAfter(listed.last) : undefined;
    sendResource(res, searchset(ownAddress(req, deps.publicUrl), search, listed.page, next));
  });
  routes.get('/Task/:id', async (req, res) => {
    const partner = pollerOf(res, registry);
    const answer = await decidedJustNow(() => answered.show(partner, req.params.id), now);
    if (answer !== undefined) {
      leaves(res, [answer]);
      sendResource(res, answer.task);
      return;
    }
    const shown = await shownTo(req, res);
    // That it was taken back is all that there is to see; a request has left once it is read itself.
    if (shown.request === undefined) leaves(res, [shown]);
    sendResource(res, shown.task);
  });
  routes.get('/ServiceRequest/:id', async (req, res) => {
    const shown = await shownTo(req, res);
    if (shown.request === undefined) throw new GatewayError('notFound', 'taken back');
    leaves(res, [shown]);
    sendResource(res, shown.request);
  });
  routes.get('/Patient/:id', async (req, res) => {
    const shown = await shownTo(req, res);
    if (shown.child === undefined) throw new GatewayError('notFound', 'nothing of a child');
    sendResource(res, shown.child);
  });
  routes.get('/DocumentReference/:id', async (req, res) => {
    const [number = ''] = req.params.id.split('.');
    const partner = pollerOf(res, registry);
    const shown = await decidedJustNow(() => collected.show(partner, number), now);
    const letter = shown?.letters?.find(({ document }) => document.id === req.params.id);
    if (letter === undefined) throw new GatewayError('notFound', 'nothing of this partner');
    leaves(res, [letter]);
    sendResource(res, letter.document);
  });

  return routes;
}

/** HEAD, or on the condition that there is nothing (`If-None-Match: *`): no content goes with the answer, whether the caller had it or not. */
const bringsNothing = (req: Request): boolean => req.method === 'HEAD' || req.get('if-none-match') === '*';

/** The partner that calls, if it is one that collects. Throws `forbidden`. */
export function pollerOf(res: Response, registry: Registry): Partner {
  const partner = partnerOf(res, registry);
  if (partner.transport === 'fhir-poll') return partner;
  throw new GatewayError('forbidden', `partner ${partner.id} does not collect`, { issues: [NOT_A_POLLER] });
}

function sendResource(res: Response, resource: fhir4.FhirResource): void {
  const version = resource.meta?.versionId;
  if (version !== undefined) res.set('ETag', `W/"${version}"`);
  res.type('application/fhir+json').json(resource);
}

type Search = ReturnType<typeof taskSearchIn>;

function searchset(
  address: string,
  search: Search,
  shown: readonly CollectedRequest[],
  next: string | undefined,
): fhir4.Bundle<fhir4.FhirResource> {
  const base = `${address}/fhir`;
  const entry = (mode: 'match' | 'include') => (resource: fhir4.FhirResource) => ({
    fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode },
  });
  const includable = shown.filter(({ mayBeIncluded = false }) => mayBeIncluded);
  const included = includable.flatMap(({ request, child }) => [
    ...(search.includesRequest && request !== undefined ? [request] : []),
    ...(search.includesChild && child !== undefined ? [child] : []),
  ]);
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: [
      { relation: 'self', url: `${base}/Task?${search.query}` },
      ...(next === undefined ? [] : [{ relation: 'next', url: `${base}/Task?${next}` }]),
    ],
    entry: [...shown.map(({ task }) => task).map(entry('match')), ...included.map(entry('include'))],
  };
}

const NOT_A_POLLER: Issue = {
  severity: 'error',
  code: 'invalid',
  expression: 'http.Authorization',
  text: {
    fr: 'Le registre dit que les demandes vous sont envoyées ; seuls les partenaires inscrits sous « fhir-poll » les relèvent ici.',
    en: 'The registry says that requests are sent to you; only partners registered as "fhir-poll" collect them here.',
  },
};
