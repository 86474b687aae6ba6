import { fileURLToPath } from 'node:url';
import { type RequestHandler, Router } from 'express';
import { languageAsked } from '../http/openapi-route.ts';
import { type PageActDeps, pageActs } from './page-acts.ts';
import { pageHtml } from './page-html.ts';
import { pageWords } from './page-words.ts';

const FILES = fileURLToPath(new URL('./files/', import.meta.url));
const NAMES = ['page.css', 'page.js', 'ask.js', 'draw.js', 'opening.js', 'request.js', 'answer.js'] as const;

/** Nothing from anywhere else, nothing inline, and no text ever becomes markup. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * The secure page for partners that have no system, mounted at `/p`: off unless a centre's privacy officer has it turned on. A link is
 * `/p#token`, and a browser does not send what follows `#`: opening it shows the same page to everybody, and changes nothing. Mail
 * scanners follow links; what they cannot do is to give a code that was sent to a telephone.
 */
export function partnerPage(deps: PageActDeps): Router {
  const routes = Router();
  routes.use(keptPrivate);

  routes.get('/', (req, res) => {
    const language = languageAsked(req);
    res.set('Content-Language', language).type('html').send(pageHtml(language, req.baseUrl));
  });
  routes.get('/words.js', (_req, res) => {
    res.type('text/javascript').send(`export const WORDS = ${JSON.stringify(pageWords())};\n`);
  });
  for (const name of NAMES)
    routes.get(`/${name}`, (_req, res) => res.sendFile(name, { root: FILES, cacheControl: false }));
  routes.use(pageActs(deps));

  return routes;
}

const keptPrivate: RequestHandler = (_req, res, next) => {
  res.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  });
  next();
};
