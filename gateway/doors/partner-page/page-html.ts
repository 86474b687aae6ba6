import type { Bilingual } from '../../../profiles/codes.ts';
import { PAGE_WORDS } from './page-words.ts';

/** The page before anything is known: the same bytes for every link, also for one that opens nothing. */
export function pageHtml(language: keyof Bilingual, at: string): string {
  const words = PAGE_WORDS[language];
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <meta name="format-detection" content="telephone=no">
    <title>${words.title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${at}/page.css">
    <script type="module" src="${at}/page.js"></script>
  </head>
  <body>
    <header>
      <p class="where">${words.title}</p>
      <button type="button" id="language" hidden></button>
    </header>
    <main>
      <noscript>
        <h1>${words.nothing.heading}</h1>
        <p>${words.noScript}</p>
      </noscript>
    </main>
  </body>
</html>
`;
}
