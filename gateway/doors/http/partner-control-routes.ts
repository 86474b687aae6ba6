import { Router } from 'express';
import type { PartnerControl } from '../../operations/partner-control.ts';
import { operatorOf } from './authenticate.ts';

/** `GET /`: how deliveries to each partner stand; `POST /{id}/pause` and `/resume`: the kill switch. For operators only. */
export function partnerControlRoutes(control: PartnerControl): Router {
  const routes = Router();
  routes.get('/', async (_req, res) => {
    operatorOf(res);
    res.json({ partners: await control.list() });
  });
  for (const to of ['pause', 'resume'] as const)
    routes.post(`/:id/${to}`, async (req, res) => {
      res.json(await control.switch(String(req.params.id), to, operatorOf(res)));
    });
  return routes;
}
