import { type Request, Router } from 'express';
import type { Logger } from 'pino';
import type { CollectedAnswers } from '../../disclosure/collected-answers.ts';
import type { CollectedRequests } from '../../disclosure/collected-requests.ts';
import { decidedJustNow } from '../../disclosure/decided-just-now.ts';
import { COLLECTED_TYPES, oneCollected } from '../../disclosure/one-collected.ts';
import type { CollectedRequest } from '../../disclosure/request-to-collect.ts';
import type { ShownBook } from '../../disclosure/shown-book.ts';
import { type TaskSource, tasksListed } from '../../disclosure/tasks-listed.ts';
import { GatewayError } from '../../failures.ts';
import type { Registry } from '../../registry.ts';
import { pollerOf, receiptsOnceSent, sendResource } from './collector.ts';
import { ownAddress } from './own-address.ts';
import { partnerEverythingRoute } from './partner-everything-route.ts';
import { partnerHistoryRoutes } from './partner-history-routes.ts';
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
 * `GET /fhir/Task/{id}`, `/ServiceRequest/{id}`, `/Patient/{id}`, `/DocumentReference/{id}` read it, as do `Patient/{id}/$everything` and `_history`
 * where its centre has these on. Each look is a disclosure; denied and absent look the same.
 */
export function partnerReadRoutes(deps: PartnerReadRouteDeps): Router {
  const { collected, answered, book, cursors, registry, now, log } = deps;
  const routes = Router();
  const { whenSent, leaves } = receiptsOnceSent(log);

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
  for (const type of COLLECTED_TYPES)
    routes.get(`/${type}/:id`, async (req: Request<{ id: string }>, res) => {
      const shown = await oneCollected(deps, pollerOf(res, registry), { type, id: req.params.id });
      if (shown === undefined) throw new GatewayError('notFound', 'nothing of this partner');
      leaves(res, shown.leaving);
      sendResource(res, shown.resource);
    });
  routes.use(partnerEverythingRoute(deps), partnerHistoryRoutes(deps));

  return routes;
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
