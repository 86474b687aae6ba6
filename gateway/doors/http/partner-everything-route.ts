import { type Request, Router } from 'express';
import { mayReadType } from '../../access/needs.ts';
import { decidedJustNow } from '../../disclosure/decided-just-now.ts';
import type { OneCollected } from '../../disclosure/one-collected.ts';
import type { CollectedRequest } from '../../disclosure/request-to-collect.ts';
import { versionsAsked } from '../../facade/search-asked.ts';
import { GatewayError } from '../../failures.ts';
import { callerOf } from './authenticate.ts';
import { pollerOf, receiptsOnceSent } from './collector.ts';
import { ownAddress } from './own-address.ts';
import type { PartnerReadRouteDeps } from './partner-read-routes.ts';
import { searchOf } from './query-values.ts';

/**
 * `GET /fhir/Patient/{id}/$everything` for a partner that collects: what the reads of this one request would show it, each type for whose own read
 * it has the scope, decided at one moment. Of another request about the same child it holds nothing: numbers of one child stay strangers.
 */
export function partnerEverythingRoute({ collected, registry, publicUrl, now, log }: PartnerReadRouteDeps): Router {
  const { leaves } = receiptsOnceSent(log);
  const routes = Router();

  routes.get('/Patient/:id/$everything', async (req: Request<{ id: string }>, res) => {
    const partner = pollerOf(res, registry);
    versionsAsked(searchOf(req), []);
    const { id } = req.params;
    const asked = { behind: 'partnerEverything', place: `Patient/${id}` } as const;
    const shown = await decidedJustNow(() => collected.show(partner, id, asked), now);
    const caller = callerOf(res);
    const may = (type: string): boolean => caller !== undefined && mayReadType(caller, type);
    const given = shown && everythingOf(`${ownAddress(req, publicUrl)}/fhir`, shown, may);
    if (given === undefined) throw new GatewayError('notFound', 'nothing of this partner');
    leaves(res, given.leaving);
    res.type('application/fhir+json').json(given.bundle);
  });

  return routes;
}

/** Of a request that shows nothing of a child, nothing. `may`: for which types’ own reads the partner has the scope. */
export function everythingOf(
  base: string,
  shown: CollectedRequest,
  may: (type: string) => boolean,
): { readonly bundle: fhir4.Bundle<fhir4.FhirResource>; readonly leaving: OneCollected['leaving'] } | undefined {
  const { child, task, request, letters = [] } = shown;
  if (child === undefined) return undefined;
  const resources: readonly fhir4.FhirResource[] = [
    child,
    task,
    ...(request === undefined ? [] : [request]),
    ...letters.map(({ document }) => document),
  ];
  return {
    bundle: {
      resourceType: 'Bundle',
      type: 'searchset',
      link: [{ relation: 'self', url: `${base}/Patient/${child.id}/$everything` }],
      entry: resources
        .filter(({ resourceType }) => may(resourceType))
        .map((resource) => ({
          fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
          resource,
          search: { mode: 'match' },
        })),
    },
    leaving: [
      ...(request !== undefined && may('ServiceRequest') ? [shown] : []),
      ...(may('DocumentReference') ? letters : []),
    ],
  };
}
