import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RequestHandler, Router } from 'express';
import { languageAsked } from './openapi-route.ts';
import type { Language } from './operation-outcome.ts';

const OWN = fileURLToPath(new URL('./reference/', import.meta.url));

/** Everything from our own origin: no other address is asked for anything, no script or style stands in the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const WORDS: Readonly<Record<Language, { readonly title: string; readonly other: string }>> = {
  fr: { title: 'Passerelle : la référence de l’API', other: '<a href="?lang=en" lang="en" hreflang="en">English</a>' },
  en: { title: 'Passerelle: API reference', other: '<a href="?lang=fr" lang="fr" hreflang="fr">Français</a>' },
};

/**
 * The rendered reference of `/openapi.json`, in the language of `?lang=` or `Accept-Language`; mounted at `/reference`.
 * Public: it says nothing of anybody.
 */
export function referencePage(): Router {
  const routes = Router();
  const swaggerUi = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

  routes.get('/', (req, res) => {
    const language = languageAsked(req);
    res.vary('Accept-Language').set({ 'Content-Security-Policy': POLICY, 'Content-Language': language });
    res.type('html').send(page(language, req.baseUrl));
  });

  routes.get('/swagger-ui.css', file(swaggerUi, 'swagger-ui.css'));
  routes.get('/swagger-ui-bundle.js', file(swaggerUi, 'swagger-ui-bundle.js'));
  routes.get('/reference.css', file(OWN, 'reference.css'));
  routes.get('/start.js', file(OWN, 'start.js'));

  return routes;
}

/** `root` apart: a path of its own would be refused below a folder whose name begins with a dot. */
const file =
  (root: string, name: string): RequestHandler =>
  (_req, res) => {
    res.sendFile(name, { root, maxAge: '1d' });
  };

const page = (language: Language, at: string): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${WORDS[language].title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${at}/swagger-ui.css">
    <link rel="stylesheet" href="${at}/reference.css">
  </head>
  <body>
    <nav class="reference-languages">${WORDS[language].other}</nav>
    <main id="reference"></main>
    <script src="${at}/swagger-ui-bundle.js"></script>
    <script src="${at}/start.js"></script>
  </body>
</html>
`;
