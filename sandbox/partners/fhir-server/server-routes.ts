import { type Request, Router } from 'express';
import { PartnerProblem } from '../problem.ts';
import { capabilityStatement } from '../protocols/capability-statement.ts';
import { answer, answerJson, bearer, fhirBody, misbehave, refusal } from '../protocols/fhir-endpoint.ts';
import type { ReceiveOptions } from '../protocols/protocol.ts';
import { searchPage } from './server-search.ts';
import type { Held, ServerStore } from './server-store.ts';
import { serverTransactionFrom } from './server-transaction.ts';

/** A small FHIR server: it keeps what is pushed to it, and is searched and read by whoever polls it. */
export function serverRoutes(store: ServerStore, { office, faults, token, name, now, signal }: ReceiveOptions): Router {
  const routes = Router();
  routes.get('/metadata', (_req, res) => {
    answerJson(res, 200, capabilityStatement(name, now()));
  });
  routes.use(misbehave(faults, office));
  routes.use(bearer(token));

  routes.post('/', ...fhirBody, async (req, res) => {
    const transaction = serverTransactionFrom(req.body);
    const placed = store.transact(transaction.bundle);
    office.receive(transaction);
    const entry = placed.map(({ location, created, held }) => ({
      response: {
        status: created ? '201 Created' : '200 OK',
        location,
        etag: `W/"${held.meta.versionId}"`,
        lastModified: held.meta.lastUpdated,
      },
    }));
    await answer(res, 200, { resourceType: 'Bundle', type: 'transaction-response', entry }, signal);
  });

  routes.get('/:type', async (req, res) => {
    await answer(res, 200, searchset(store, req.params.type, req), signal);
  });
  routes.get('/:type/:id', async (req, res) => {
    const held = store.read(req.params.type, req.params.id);
    if (held === undefined) throw new PartnerProblem(404, NOT_HERE);
    res.set('etag', `W/"${held.meta.versionId}"`);
    await answer(res, 200, held, signal);
  });
  routes.use(() => {
    throw new PartnerProblem(404, NOT_HERE);
  });
  routes.use(refusal(office, signal));
  return routes;
}

function searchset(store: ServerStore, type: string, req: Request): fhir4.Bundle<fhir4.FhirResource> {
  const base = `${req.protocol}://${req.get('host')}${req.baseUrl}`;
  const query = new URL(req.originalUrl, base).searchParams;
  const page = searchPage(store, type, query);
  const link = (relation: string, asked: string) => ({ relation, url: `${base}/${type}?${asked}` });
  const entry = (mode: 'match' | 'include') => (resource: Held) => ({
    fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode },
  });
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: page.total,
    link: [link('self', query.toString()), ...(page.next === undefined ? [] : [link('next', page.next)])],
    entry: [...page.matches.map(entry('match')), ...page.included.map(entry('include'))],
  };
}

const NOT_HERE = { fr: 'Ce serveur n’a rien à cette adresse.', en: 'This server has nothing at this address.' };
