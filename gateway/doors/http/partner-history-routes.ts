import { type Request, type Response, Router } from 'express';
import {
  COLLECTED_TYPES,
  type CollectedType,
  type OneCollected,
  oneCollected,
} from '../../disclosure/one-collected.ts';
import { versionsAsked } from '../../facade/search-asked.ts';
import { GatewayError } from '../../failures.ts';
import { pollerOf, receiptsOnceSent, sendResource } from './collector.ts';
import { ownAddress } from './own-address.ts';
import type { PartnerReadRouteDeps } from './partner-read-routes.ts';
import { searchOf } from './query-values.ts';

/**
 * `GET /fhir/{type}/{id}/_history` and `…/_history/{version}` for a partner that collects: the version of this moment, as its own read shows it,
 * and no other. An older one may be older than a withdrawal; nobody keeps what was shown.
 */
export function partnerHistoryRoutes(deps: PartnerReadRouteDeps): Router {
  const { registry, log } = deps;
  const { leaves } = receiptsOnceSent(log);
  const routes = Router();

  const shownTo = async (
    res: Response,
    type: CollectedType,
    { id, version }: { readonly id: string; readonly version?: string },
  ): Promise<OneCollected> => {
    const place = `${type}/${id}`;
    const asked = { behind: 'partnerHistory', place, ...(version !== undefined && { version }) } as const;
    const shown = await oneCollected(deps, pollerOf(res, registry), { type, id, asked });
    if (shown === undefined) throw new GatewayError('notFound', 'nothing of this partner');
    leaves(res, shown.leaving);
    return shown;
  };

  for (const type of COLLECTED_TYPES) {
    routes.get(`/${type}/:id/_history`, async (req: Request<{ id: string }>, res) => {
      versionsAsked(searchOf(req));
      const shown = await shownTo(res, type, req.params);
      const base = `${ownAddress(req, deps.publicUrl)}/fhir`;
      res.type('application/fhir+json').json(historyOf(base, shown));
    });
    routes.get(`/${type}/:id/_history/:version`, async (req: Request<{ id: string; version: string }>, res) => {
      versionsAsked(searchOf(req), []);
      sendResource(res, (await shownTo(res, type, req.params)).resource);
    });
  }
  return routes;
}

/** One version, as FHIR tells the history of a resource. `base`: the facade as its caller knows it. */
export function historyOf(base: string, { resource, since }: OneCollected): fhir4.Bundle<fhir4.FhirResource> {
  const place = `${resource.resourceType}/${resource.id}`;
  return {
    resourceType: 'Bundle',
    type: 'history',
    total: 1,
    link: [{ relation: 'self', url: `${base}/${place}/_history` }],
    entry: [
      {
        fullUrl: `${base}/${place}`,
        resource,
        // Bundle rules bdl-3 and bdl-4 want an act and its answer for each version.
        request: { method: 'PUT', url: place },
        response: {
          status: '200',
          etag: `W/"${resource.meta?.versionId}"`,
          ...(since !== undefined && { lastModified: since }),
        },
      },
    ],
  };
}
