import { RESOURCE_KINDS } from '../../../profiles/codes/directory.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import type { Centre } from '../../registry.ts';
import type { Network } from './network.ts';

type Language = keyof Bilingual;

const WORDS = {
  fr: {
    mission: 'Qui nous sommes',
    sees: 'Qui nous voyons',
    asks: 'Ce que nous demandons à nos partenaires',
    howToRefer: 'Nous adresser un enfant',
    network: 'Avec qui nous travaillons',
    reach: 'Nous joindre',
    telephone: 'Téléphone',
    fax: 'Télécopieur',
    email: 'Courriel',
    address: 'Adresse',
    other: 'English',
    forPartners: 'Pour nos partenaires',
    colon: '\u00a0:',
    others: (count: number) => (count === 1 ? 'et une autre' : `et ${count} autres`),
  },
  en: {
    mission: 'Who we are',
    sees: 'Whom we see',
    asks: 'What we ask of our partners',
    howToRefer: 'Refer a child to us',
    network: 'With whom we work',
    reach: 'Reach us',
    telephone: 'Telephone',
    fax: 'Fax',
    email: 'E-mail',
    address: 'Address',
    other: 'Français',
    forPartners: 'For our partners',
    colon: ':',
    others: (count: number) => (count === 1 ? 'and one other' : `and ${count} others`),
  },
} as const;

const TEXTS = ['mission', 'sees', 'asks', 'howToRefer'] as const;

/** Pure: the page of one centre; what the registry does not say has no heading. */
export function centreHtml({
  centre,
  network,
  language,
  at,
}: {
  readonly centre: Centre;
  readonly network: Network;
  readonly language: Language;
  readonly at: string;
}): string {
  const words = WORDS[language];
  const other = language === 'fr' ? 'en' : 'fr';
  const name = escaped(centre.name[language]);
  const sections = TEXTS.map((part) => section(words[part], paragraphs(centre[part]?.[language])));
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${name}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${at}/page.css">
  </head>
  <body>
    <nav><a href="?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></nav>
    <main>
      <header>
        <p>${words.forPartners}</p>
        <h1>${name}</h1>
      </header>
      <div class="said">${sections.join('')}${section(words.network, networkList(network, language))}</div>
      <aside>
        <h2>${words.reach}</h2>
        <dl>${reach(centre, language)}</dl>
      </aside>
    </main>
  </body>
</html>
`;
}

const section = (heading: string, content: string): string =>
  content === '' ? '' : `<section><h2>${heading}</h2>${content}</section>`;

/** An empty line begins another paragraph; lines that begin with a dash are a list. */
const paragraphs = (text: string | undefined): string =>
  (text ?? '')
    .trim()
    .split(/\n\s*\n/)
    .filter((part) => part !== '')
    .map((part) => {
      const lines = part.split('\n').map((line) => line.trim());
      return lines.every((line) => line.startsWith('- '))
        ? `<ul>${lines.map((line) => `<li>${escaped(line.slice(2))}</li>`).join('')}</ul>`
        : `<p>${escaped(lines.join(' '))}</p>`;
    })
    .join('');

/** Printed, a long directory is told by its kinds alone: the page stays one page. */
const KINDS_PRINTED_WITH_NAMES_MAX = 12;

const networkList = (network: Network, language: Language): string =>
  network.length === 0
    ? ''
    : `<ul class="network${network.length > KINDS_PRINTED_WITH_NAMES_MAX ? ' many' : ''}">${network
        .map(({ kind, names, others }) => {
          const said = [...names, ...(others > 0 ? [WORDS[language].others(others)] : [])].join(', ');
          return `<li><strong>${escaped(RESOURCE_KINDS[kind][language])}<span>${WORDS[language].colon}</span></strong> <span>${escaped(said)}</span></li>`;
        })
        .join('')}</ul>`;

function reach({ telephone, fax, email, address }: Centre, language: Language): string {
  const words = WORDS[language];
  const link = (scheme: string, target: string, text: string) =>
    `<a href="${scheme}:${escaped(target)}">${escaped(text)}</a>`;
  return [
    row(words.telephone, link('tel', telephone.replaceAll(/[^\d+]/g, ''), telephone)),
    fax === undefined ? '' : row(words.fax, escaped(fax)),
    email === undefined ? '' : row(words.email, link('mailto', email, email)),
    address === undefined ? '' : row(words.address, escaped(address)),
  ].join('');
}

const row = (label: string, content: string): string => `<div><dt>${label}</dt><dd>${content}</dd></div>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
