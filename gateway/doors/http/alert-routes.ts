import { Router } from 'express';
import { ALERTS, type AlertBook, type OpenAlert } from '../../operations/alerts.ts';
import { operatorOf } from './authenticate.ts';
import { languageOf } from './operation-outcome.ts';

/** `GET /`: the alerts that are open, and the last that closed, in words. For operators only. */
export function alertRoutes(book: Pick<AlertBook, 'open' | 'closed'>): Router {
  const routes = Router();
  routes.get('/', async (req, res) => {
    operatorOf(res);
    const language = languageOf(req);
    const [open, closed] = await Promise.all([book.open(), book.closed()]);
    // One that an earlier release opened may have no words any more.
    const inWords = (it: OpenAlert) => ({ ...it, text: ALERTS[it.alert]?.[language] ?? it.alert });
    res.set('Content-Language', language).json({ open: open.map(inWords), closed: closed.map(inWords) });
  });
  return routes;
}
