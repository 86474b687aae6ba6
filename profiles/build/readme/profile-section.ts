import type { Bilingual } from '../../codes.ts';
import type { PackagedResource } from '../packaged-resource.ts';
import { englishOf } from './english-of.ts';
import { cell, table } from './markdown.ts';
import { type JsonObject, minimalExample } from './minimal-example.ts';
import { BY_NUMBER, type ReadingContext, type Row, readingTable } from './reading-table.ts';

export type Language = keyof Bilingual;

/** A profile, its examples, and which of them our checker accepts. */
export interface ProfileToTell {
  readonly structure: fhir4.StructureDefinition;
  readonly examples: readonly PackagedResource[];
  readonly isValid: (resource: unknown) => boolean;
}

const WORDS = {
  element: { fr: 'Élément', en: 'Element' },
  card: { fr: 'Card.', en: 'Card.' },
  type: { fr: 'Type', en: 'Type' },
  what: { fr: 'Ce que c’est, ce qui peut s’y trouver', en: 'What it is, what may stand there' },
  byNumber: { fr: ', par son numéro', en: ', by its number' },
  never: { fr: 'Ne se mettent jamais', en: 'Never put' },
  rules: { fr: 'Règles', en: 'Rules' },
  examples: { fr: 'Exemples valides', en: 'Valid examples' },
  invalid: { fr: 'ce qui est refusé', en: 'what is refused' },
  minimum: { fr: 'Le minimum', en: 'The minimum' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What a partner reads of one profile: the table, the rules, the examples, and the least that is valid. */
export function profileSection(profile: ProfileToTell, language: Language, context: ReadingContext): string {
  const { structure, examples } = profile;
  const { rows, never, rules } = readingTable(structure, context);
  const say = (words: keyof typeof WORDS): string => WORDS[words][language];
  const colon = language === 'fr' ? ' :' : ':';
  return [
    `### ${structure.id} — ${titleOf(structure, language)}`,
    '',
    descriptionOf(structure, language),
    '',
    `${structure.type} · \`${structure.url}\``,
    '',
    table(
      [say('element'), say('card'), say('type'), say('what')],
      rows.map((row) => rowCells(row, language)),
    ),
    ...(never.length === 0 ? [] : ['', `${say('never')}${colon} ${never.map((path) => `\`${path}\``).join(', ')}.`]),
    ...(rules.length === 0 ? [] : ['', `${say('rules')}${colon}`, ...rules.map((rule) => `- ${rule[language]}`)]),
    '',
    `${say('examples')}${colon} ${examples.map(linkTo).join(', ')} · [${say('invalid')}](fsh/invalid/${structure.id}.json)`,
    '',
    `<details><summary>${say('minimum')}</summary>`,
    '',
    '```json',
    JSON.stringify(minimumOf(profile, rows), undefined, 2),
    '```',
    '',
    '</details>',
    '',
  ].join('\n');
}

/** The least that is valid by a profile: of what its examples are cut down to, the first that has the fewest elements. */
export function minimumOf({ examples, isValid }: ProfileToTell, rows: readonly Row[]): JsonObject {
  const minima = examples.map((example) => minimalExample(JSON.parse(JSON.stringify(example)), rows, isValid));
  const size = (it: JsonObject): number => Object.keys(it).length;
  return [...minima].sort((a, b) => size(a) - size(b))[0] ?? {};
}

export const titleOf = ({ title = '', _title }: fhir4.StructureDefinition, language: Language): string =>
  language === 'fr' ? title : (englishOf(_title) ?? title);

export const descriptionOf = ({ description = '', _description }: fhir4.StructureDefinition, language: Language) =>
  language === 'fr' ? description : (englishOf(_description) ?? description);

function rowCells({ path, min, max, type, said, notes, mandatory }: Row, language: Language): readonly string[] {
  const strong = mandatory ? '**' : '';
  return [
    `${strong}\`${path}\`${strong}`,
    `${min}..${max}`,
    typeCell(type, language),
    [said[language], ...notes.map((note) => note[language])].filter((it) => it !== '').join('<br>'),
  ].map(cell);
}

/** An extension of ours is told of in its own table. */
const typeCell = (type: string, language: Language): string =>
  type.replaceAll(BY_NUMBER, WORDS.byNumber[language]).replace(/^psc-[a-z0-9-]+$/, (id) => `[${id}](#${id})`);

const linkTo = ({ resourceType, id }: PackagedResource): string => `[${id}](compiled/${resourceType}-${id}.json)`;
