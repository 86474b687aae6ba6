import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Request, type RequestHandler, Router } from 'express';
import { openApiDocument } from './openapi.ts';
import { type Language, languageOf } from './operation-outcome.ts';

interface ReferenceOptions {
  /** Where the API answers, as its callers see it. */
  readonly serverUrl: string;
}

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
 * `GET /openapi.json` and `GET /reference`, the document and its rendered page, in the language of `?lang=` or `Accept-Language`.
 * Public: they say nothing of anybody. The documents are made here, once.
 */
export function referenceRoutes({ serverUrl }: ReferenceOptions): Router {
  const routes = Router();
  const documents = {
    fr: openApiDocument({ language: 'fr', serverUrl }),
    en: openApiDocument({ language: 'en', serverUrl }),
  };
  const swaggerUi = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

  routes.get('/openapi.json', (req, res) => {
    const language = languageAsked(req);
    res.vary('Accept-Language').set('Content-Language', language).json(documents[language]);
  });

  routes.get('/reference', (req, res) => {
    const language = languageAsked(req);
    res.vary('Accept-Language').set({ 'Content-Security-Policy': POLICY, 'Content-Language': language });
    res.type('html').send(page(language));
  });

  routes.get('/reference/swagger-ui.css', file(swaggerUi, 'swagger-ui.css'));
  routes.get('/reference/swagger-ui-bundle.js', file(swaggerUi, 'swagger-ui-bundle.js'));
  routes.get('/reference/reference.css', file(OWN, 'reference.css'));
  routes.get('/reference/start.js', file(OWN, 'start.js'));

  return routes;
}

function languageAsked(req: Request): Language {
  const { lang } = req.query;
  return lang === 'fr' || lang === 'en' ? lang : languageOf(req);
}

/** `root` apart: a path of its own would be refused below a folder whose name begins with a dot. */
const file =
  (root: string, name: string): RequestHandler =>
  (_req, res) => {
    res.sendFile(name, { root, maxAge: '1d' });
  };

const page = (language: Language): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${WORDS[language].title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/reference/swagger-ui.css">
    <link rel="stylesheet" href="/reference/reference.css">
  </head>
  <body>
    <nav class="reference-languages">${WORDS[language].other}</nav>
    <main id="reference"></main>
    <script src="/reference/swagger-ui-bundle.js"></script>
    <script src="/reference/start.js"></script>
  </body>
</html>
`;
