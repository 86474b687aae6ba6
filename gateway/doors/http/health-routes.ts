import { Router } from 'express';
import type { Redis } from 'ioredis';
import type { FhirStore } from '../../fhir-store.ts';

/** `/livez`: the process runs. `/readyz`: it can accept, which needs Redis only; it says whether the record answers too. */
export function healthRoutes({ redis, store }: { redis: Redis; store: FhirStore }): Router {
  const routes = Router();

  routes.get('/livez', (_req, res) => void res.json({ status: 'live' }));

  routes.get('/readyz', async (_req, res) => {
    const [queue, record] = await Promise.all([redisAnswers(redis), store.answers()]);
    res.status(queue ? 200 : 503).json({ status: queue ? 'ready' : 'not-ready', redis: queue, hapi: record });
  });

  return routes;
}

const REDIS_TIMEOUT_MS = 1_000;

async function redisAnswers(redis: Redis): Promise<boolean> {
  const silence = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), REDIS_TIMEOUT_MS).unref();
  });
  return (await Promise.race([redis.ping().catch(() => undefined), silence])) === 'PONG';
}
