import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { GatewayError } from '../../failures.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import { resourceDirectory } from '../../record/resource-directory.ts';
import type { Registry } from '../../registry.ts';
import { languageAsked } from '../http/openapi-route.ts';
import { centreHtml } from './centre-html.ts';
import { type Network, networkOf } from './network.ts';

export interface CentrePageDeps {
  readonly registry: Registry;
  readonly store: FhirStore;
  readonly now: () => Date;
}

const FILES = fileURLToPath(new URL('./files/', import.meta.url));
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Anybody may ask for these pages: the record is read for them every ten minutes at most. */
const KEPT_SECONDS = 600;
const RESOURCES_MAX = 200;

/**
 * `GET /centres/{id}`: who a centre is, whom it sees, what it asks and how to refer a child to it, for its partners; from the registry and
 * its directory, in the language of `?lang=` or `Accept-Language`. Public, without a datum about a person.
 */
export function centrePages({ registry, store, now }: CentrePageDeps): Router {
  const routes = Router();
  const directory = resourceDirectory({ store });
  const known = new Map<string, { readonly network: Network; readonly until: number }>();

  /** The page does without it while the record is away. */
  const networkAt = async (centre: string): Promise<Network | undefined> => {
    const kept = known.get(centre);
    if (kept !== undefined && kept.until > now().getTime()) return kept.network;
    const found = await directory.find(centre, {}, { limit: RESOURCES_MAX }).catch(() => undefined);
    if (found === undefined) return kept?.network;
    const network = networkOf(found.resources);
    known.set(centre, { network, until: now().getTime() + KEPT_SECONDS * 1_000 });
    return network;
  };

  routes.get('/page.css', (_req, res) => res.sendFile('page.css', { root: FILES, maxAge: '1d' }));
  routes.get('/:id', async (req, res) => {
    const centre = registry.centre(req.params.id);
    if (centre === undefined) throw new GatewayError('notFound', 'no such centre');
    const language = languageAsked(req);
    const network = await networkAt(centre.id);
    res
      .vary('Accept-Language')
      .set({
        'Content-Security-Policy': POLICY,
        'Content-Language': language,
        'Cache-Control': `public, max-age=${network === undefined ? 30 : KEPT_SECONDS}`,
      })
      .type('html')
      .send(centreHtml({ centre, network: network ?? [], language, at: req.baseUrl }));
  });

  return routes;
}
