import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';
import { fieldsOf, isActName } from '../acts.ts';
import { type Bilingual, isLang, type Lang } from '../bilingual.ts';
import { faultFrom } from '../faults.ts';
import type { PartnerKind } from '../kinds.ts';
import type { PartnerDesk } from '../partner-desk.ts';
import { PartnerProblem, problemFrom } from '../problem.ts';
import { caseAnchor } from './case-card.ts';
import { PAGE_CSS } from './page-css.ts';
import { type PageDocumentOptions, pageDocument } from './page-document.ts';

export interface PartnerPageOptions {
  readonly desk: PartnerDesk;
  readonly kind: PartnerKind;
  readonly name: Bilingual;
  readonly endpoint: () => string;
  readonly guard: RequestHandler;
}

const FORM_MAX = '100kb';

/** The page for a person: what arrived, and forms that do what the control API does. */
export function partnerPage({ desk, kind, name, endpoint, guard }: PartnerPageOptions): Router {
  const routes = Router();
  routes.use(guard, express.urlencoded({ extended: false, limit: FORM_MAX }));

  const show = (req: Request, res: Response, state: Partial<PageDocumentOptions>): void => {
    res.set('cache-control', 'no-store').vary('accept-language');
    res.type('html').send(pageDocument({ desk, kind, name, endpoint: endpoint(), lang: langOf(req), ...state }));
  };

  routes.get('/page.css', (_req, res) => {
    res.type('css').send(PAGE_CSS);
  });
  routes.get('/', (req, res) => {
    const { answer } = req.query;
    show(req, res, typeof answer === 'string' ? { justAnswered: answer } : {});
  });
  routes.post('/tasks/:value/answers', async (req, res) => {
    const answerId = desk.answer(req.params.value, { ...req.body, lang: langOf(req) }, systemIn(req));
    await desk.settled(answerId);
    backTo(req, res, req.params.value, answerId);
  });
  routes.post('/answers/:answerId/sending', async (req, res) => {
    desk.sendAgain(req.params.answerId);
    const { task } = await desk.settled(req.params.answerId);
    backTo(req, res, task.value, req.params.answerId);
  });
  routes.post('/fault', (req, res) => {
    const { ms, ...fault } = { ...req.body };
    desk.setFault(faultFrom(fault.kind === 'slow' ? { ...fault, ms } : fault));
    res.redirect(303, `/?lang=${langOf(req)}`);
  });
  routes.use(() => {
    throw new PartnerProblem(404, { fr: 'Cette page n’existe pas.', en: 'There is no such page.' });
  });

  const refuse: ErrorRequestHandler = (error, req, res, _next) => {
    const { status, text, field } = problemFrom(error);
    const message = withLabel(text[langOf(req)], field, req);
    const [, value] = /^\/tasks\/([^/]+)\/answers$/.exec(req.path) ?? [];
    const failed =
      value === undefined
        ? {}
        : {
            failed: { task: { value: decoded(value), system: systemIn(req) }, values: { ...req.body }, field, message },
          };
    res.status(status);
    show(req, res, { problem: message, ...failed });
  };
  routes.use(refuse);
  return routes;
}

/** The page calls a field by its label, where the control API calls it by its name. */
function withLabel(message: string, field: string | undefined, req: Request): string {
  const { act }: Readonly<Record<string, unknown>> = { ...req.body };
  const label = field !== undefined && isActName(act) ? fieldsOf(act)[field]?.label[langOf(req)] : undefined;
  return field === undefined || label === undefined ? message : message.replace(field, () => label);
}

/** `?lang=` first, then what the browser prefers, then French. */
function langOf(req: Request): Lang {
  if (isLang(req.query.lang)) return req.query.lang;
  const preferred = req.acceptsLanguages('fr', 'en');
  return isLang(preferred) ? preferred : 'fr';
}

const systemIn = (req: Request): string | undefined =>
  typeof req.query.system === 'string' ? req.query.system : undefined;

const backTo = (req: Request, res: Response, value: string, answerId: string): void => {
  const query = new URLSearchParams({ lang: langOf(req), answer: answerId });
  res.redirect(303, `/?${query}#${encodeURIComponent(caseAnchor(value))}`);
};

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
