import { readFileSync } from 'node:fs';

const PAGE = readFileSync(new URL('../../../docs/partners.md', import.meta.url), 'utf8');

const blocks = (language: string): readonly string[] =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);

/** The four steps of docs/partners.md, as the page has them. */
export const PARTNERS_PAGE = {
  text: PAGE,
  entry: blocks('yaml')[0] ?? '',
  environment: blocks('sh')[0] ?? '',
  command: blocks('sh')[1] ?? '',
  circle: JSON.parse(blocks('json')[0] ?? 'null'),
  request: JSON.parse(blocks('json')[1] ?? 'null'),
};

/** A registry of one centre, with the page's entry put at the end of its partners. */
export const registryWithEntry = (): string => `centres:
  - id: centre-exemple
    name: { fr: Centre exemple, en: Example centre }
    telephone: 514 555-0100
    timeZone: America/Toronto
    regime: qc-private
partners:
${PARTNERS_PAGE.entry}`;
