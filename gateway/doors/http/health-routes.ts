import { Router } from 'express';
import type { Pressure } from '../../lanes/pressure.ts';
import type { FhirStore } from '../../record/fhir-store.ts';

export interface HealthRouteDeps {
  readonly pressure: Pressure;
  readonly store: Pick<FhirStore, 'answers'>;
}

/**
 * `/livez`: the process runs. `/readyz`: it can accept, which needs a Redis that takes writes and queues that are not full; while the record
 * is away it accepts all the same, and says that it is degraded.
 */
export function healthRoutes({ pressure, store }: HealthRouteDeps): Router {
  const routes = Router();

  routes.get('/livez', (_req, res) => void res.json({ status: 'live' }));

  routes.get('/readyz', async (_req, res) => {
    const [told, record] = await Promise.all([pressure.told(), store.answers()]);
    const ready = told.redis && told.writable && told.replicated !== false && told.full === undefined;
    const status = !ready ? 'not-ready' : record ? 'ready' : 'degraded';
    res.status(ready ? 200 : 503).json({ status, ...told, hapi: record });
  });

  return routes;
}
