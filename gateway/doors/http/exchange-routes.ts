import { type Response, Router } from 'express';
import { CONCEPT_MAPPINGS } from '../../../mappings/concepts/concept-mappings.ts';
import { GatewayError, isTransient } from '../../failures.ts';
import type { Exchange, Exchanges } from '../../lanes/exchanges.ts';
import type { FhirStore } from '../../record/fhir-store.ts';
import type { LoopReader } from '../../record/loop-reader.ts';
import { exchangeView } from './answer-exchange.ts';
import { centreOf, sightOf } from './authenticate.ts';
import { noteAccess, requestsOf } from './note-access.ts';
import { languageOf } from './operation-outcome.ts';
import { numbersKnown } from './request-for-role.ts';

export interface ExchangeRouteDeps {
  readonly exchanges: Exchanges;
  readonly loops: LoopReader;
  readonly store: FhirStore;
}

const REQUESTS: ReadonlySet<string> = new Set(['social-prescription', 'legal-referral', 'service-referral']);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `GET /{id}`: where an acknowledged event is; once it is in the record, told from the record alone if Redis was lost. */
export function exchangeRoutes({ exchanges, loops, store }: ExchangeRouteDeps): Router {
  const routes = Router();

  routes.get('/:id', async (req, res) => {
    const id = String(req.params.id);
    const known = await exchanges.find(id);
    if (sightOf(res).centre === undefined) {
      // Who operates sees where it stands, as they see what was set aside: numbers, states and reasons.
      if (known === undefined) throw new GatewayError('notFound', 'no such exchange');
      res.json(exchangeView(known, languageOf(req)));
      return;
    }
    const centre = centreOf(res);
    // Another centre's is asked for as one that nobody knows, in the same number of steps.
    const exchange =
      known?.centre === centre ? known : UUID.test(id) ? await exchangeFromRecord(store, id, centre) : undefined;
    if (exchange === undefined) throw new GatewayError('notFound', 'no such exchange');
    const aboutRequest = exchange.kind !== 'concept' || REQUESTS.has(exchange.concept ?? '');
    const loop = aboutRequest ? await loopIfKnown({ loops, store }, res, exchange.identifier) : {};
    // Without a loop it tells only what became of what the centre sent.
    if (Object.keys(loop).length > 0)
      await noteAccess(res, { kind: 'loop', on: requestsOf(centre, [{ id: exchange.identifier }]) });
    res.json({ ...exchangeView(exchange, languageOf(req)), ...loop });
  });

  return routes;
}

/**
 * The record may be away: then the exchange is told without its loop. So it is where its number turned out to be that of a request which is not
 * for the caller.
 */
async function loopIfKnown(
  { loops, store }: Pick<ExchangeRouteDeps, 'loops' | 'store'>,
  res: Response,
  request: string,
): Promise<object> {
  try {
    const isKnown = await numbersKnown(store, res, [request]);
    if (!isKnown(request)) return {};
    const told = await loops.read(centreOf(res), request);
    return told.deliveries.length === 0 ? {} : told;
  } catch (error) {
    if (isTransient(error)) return {};
    throw error;
  }
}

/** The Provenance that an event leaves under its own id tells the exchange when Redis no longer does. */
async function exchangeFromRecord(store: FhirStore, id: string, centre: string): Promise<Exchange | undefined> {
  const found = await store.search('Provenance', { _id: id, _include: 'Provenance:target' });
  const provenance = found.find((it) => it.resourceType === 'Provenance');
  if (provenance === undefined) return undefined;
  const [root] = provenance.target;
  const systems = Object.values(CONCEPT_MAPPINGS).map((mapping) => mapping.root(centre).system);
  const resource = found.find((it) => `${it.resourceType}/${it.id}` === root?.reference);
  const identifier = resource === undefined ? undefined : identifierIn(resource, systems);
  if (identifier === undefined) return undefined;
  return {
    id,
    centre,
    kind:
      provenance.activity?.coding?.[0]?.code === 'CREATE' || provenance.activity?.coding?.[0]?.code === 'UPDATE'
        ? 'concept'
        : 'answer',
    identifier,
    state: 'synced',
    acceptedAt: provenance.recorded,
    fhir: provenance.target.flatMap(({ reference }) => (reference === undefined ? [] : [{ reference, versionId: '' }])),
  };
}

function identifierIn(resource: fhir4.FhirResource, systems: readonly string[]): string | undefined {
  const group =
    resource.resourceType === 'Task' && resource.groupIdentifier !== undefined ? [resource.groupIdentifier] : [];
  const own =
    'identifier' in resource && Array.isArray(resource.identifier)
      ? (resource.identifier as readonly fhir4.Identifier[])
      : [];
  return [...group, ...own].find(({ system }) => system !== undefined && systems.includes(system))?.value;
}
