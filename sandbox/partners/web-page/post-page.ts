import { Router } from 'express';
import type { Bilingual } from '../bilingual.ts';
import { type Html, html } from '../page/html.ts';
import type { KeptMail } from './mailbox.ts';
import type { KeptText } from './telephone.ts';

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem}
.not-real{background:#ffe08a;padding:.5rem 1rem;font-weight:700}
article{border:1px solid #c9d0da;border-radius:.5rem;padding:.75rem 1rem;margin:1rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.5rem 0 0}small{color:#4c5666}`;

/** `/`: the mailbox and the telephone of people who have no system, to try the secure page by hand. */
export function postPage({
  name,
  mails,
  texts,
}: {
  readonly name: Bilingual;
  readonly mails: () => readonly KeptMail[];
  readonly texts: () => readonly KeptText[];
}): Router {
  const routes = Router();
  routes.get('/post.css', (_req, res) => void res.type('css').send(STYLE));
  routes.get('/', (_req, res) => {
    const kept = [
      ...mails().map(({ at, subject, text }) => ({ at, kind: 'Courriel / E-mail', heading: subject, text })),
      ...texts().map(({ at, to, text }) => ({ at, kind: 'Texto / Text message', heading: to, text })),
    ].sort((one, other) => (one.at < other.at ? 1 : -1));
    res
      .set({
        'Content-Security-Policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        Refresh: '5',
      })
      .type('html')
      .send(page(name, kept.map(article)).markup);
  });
  return routes;
}

const page = (name: Bilingual, articles: readonly Html[]): Html => html`<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${name.fr}</title>
    <link rel="stylesheet" href="/post.css">
  </head>
  <body>
    <p class="not-real">Bac à sable : personne ne reçoit ceci. / Sandbox: nobody receives this.</p>
    <h1>${name.fr} / <span lang="en">${name.en}</span></h1>
    <p>La boîte aux lettres et le téléphone. / <span lang="en">The mailbox and the telephone.</span></p>
    ${articles.length > 0 ? articles : html`<p>Rien encore. / Nothing yet.</p>`}
  </body>
</html>`;

const article = ({
  at,
  kind,
  heading,
  text,
}: {
  readonly at: string;
  readonly kind: string;
  readonly heading: string;
  readonly text: string;
}): Html =>
  html`<article><small>${kind} · ${at.slice(11, 19)}</small><br><strong>${heading}</strong><pre>${linked(text)}</pre></article>`;

/** The link stands alone on its line or in a sentence: it opens in the browser as from a mail program. */
function linked(text: string): readonly (Html | string)[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part) =>
      /^https?:/.test(part) ? html`<a href="${part}" rel="noreferrer" target="_blank">${part}</a>` : part,
    );
}
