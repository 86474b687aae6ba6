import type { Bilingual } from '../../../profiles/codes.ts';

export interface RegisterPageParts {
  readonly language: keyof Bilingual;
  readonly centre: string;
  /** The day on which it was made, in words. */
  readonly madeAt: string;
  readonly reviewedBy: string;
  /** Lines in words, the most recent first. */
  readonly lines: readonly string[];
}

/** Pure: a page to print and to hand over. It names no child, so that whoever finds it learns nothing of whose it is, and says nothing of what is not on it. */
export function registerHtml({ language, centre, madeAt, reviewedBy, lines }: RegisterPageParts): string {
  const words = WORDS[language];
  const list =
    lines.length === 0 ? `<p>${words.none}</p>` : `<ol>${lines.map((it) => `<li>${escaped(it)}</li>`).join('')}</ol>`;
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words.title}</title>
  </head>
  <body>
    <h1>${words.title}</h1>
    <p>${escaped(centre)}</p>
    <p>${words.intro}</p>
    ${list}
    <footer><p>${escaped(words.made(madeAt, reviewedBy))}</p><p>${words.rights}</p></footer>
  </body>
</html>
`;
}

const WORDS = {
  fr: {
    title: 'Qui a lu le dossier, à qui il a été communiqué',
    intro: 'Du plus récent au plus ancien.',
    none: 'Rien à cette période.',
    made: (at: string, by: string) => `Fait le ${at}. Relu par ${by}.`,
    rights: 'Une question, une erreur à corriger\u00a0: parlez-en à la personne qui vous a remis cette page.',
  },
  en: {
    title: 'Who read the file, to whom it was disclosed',
    intro: 'The most recent first.',
    none: 'Nothing in this period.',
    made: (at: string, by: string) => `Made on ${at}. Reviewed by ${by}.`,
    rights: 'A question, an error to correct: speak to the person who handed you this page.',
  },
} as const;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
