import type { Request, RequestHandler } from 'express';
import { openApiDocument } from './openapi.ts';
import { type Language, languageOf } from './operation-outcome.ts';

interface OpenApiRouteOptions {
  /** Where the API answers, as its callers see it; `/` for where the document was read. */
  readonly serverUrl: string;
}

/** `GET /openapi.json`, in the language of `?lang=` or `Accept-Language`. The documents are made here, once. */
export function openApiRoute({ serverUrl }: OpenApiRouteOptions): RequestHandler {
  const documents = {
    fr: openApiDocument({ language: 'fr', serverUrl }),
    en: openApiDocument({ language: 'en', serverUrl }),
  };
  return (req, res) => {
    const language = languageAsked(req);
    res.vary('Accept-Language').set('Content-Language', language).json(documents[language]);
  };
}

/** The language that the address asks for, else that of the caller. */
export function languageAsked(req: Pick<Request, 'query' | 'acceptsLanguages'>): Language {
  const { lang } = req.query;
  return lang === 'fr' || lang === 'en' ? lang : languageOf(req);
}
