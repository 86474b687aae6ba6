import { readFileSync } from 'node:fs';
import { CANONICAL } from '../../canonical.ts';
import type { Bilingual } from '../../codes.ts';
import { readDefinitions } from '../checker/fhir-definitions.ts';
import { isDefinition, type PackagedResource } from '../packaged-resource.ts';
import type { Compiled } from '../run-sushi.ts';
import { anchorOf, codeWords } from './binding-note.ts';
import { englishOf } from './english-of.ts';
import { extensionParts } from './extension-table.ts';
import { cell, table } from './markdown.ts';
import type { JsonObject } from './minimal-example.ts';
import {
  descriptionOf,
  type Language,
  minimumOf,
  type ProfileToTell,
  profileSection,
  titleOf,
} from './profile-section.ts';
import { type ReadingContext, readingTable } from './reading-table.ts';
import { workedReferral } from './worked-referral.ts';

/** What a partner needs first: requests and those whom they are about; the rest by name. */
const FIRST = [
  'psc-service-referral',
  'psc-social-prescription',
  'psc-legal-referral',
  'psc-referral-task',
  'psc-child',
];

const INTRO: Readonly<Record<Language, URL>> = {
  fr: new URL('./intro.fr.md', import.meta.url),
  en: new URL('./intro.en.md', import.meta.url),
};

const WORDS = {
  profiles: { fr: 'Profils', en: 'Profiles' },
  extensions: { fr: 'Extensions', en: 'Extensions' },
  codes: { fr: 'Codes', en: 'Codes' },
  profile: { fr: 'Profil', en: 'Profile' },
  resource: { fr: 'Ressource', en: 'Resource' },
  what: { fr: 'Ce que c’est', en: 'What it is' },
  part: { fr: 'Partie', en: 'Part' },
  card: { fr: 'Card.', en: 'Card.' },
  value: { fr: 'Valeur', en: 'Value' },
  code: { fr: 'Code', en: 'Code' },
  meaning: { fr: 'Français', en: 'English' },
  open: {
    fr: 'D’autres codes de ces systèmes sont permis ; nous ne les tenons pas tous.',
    en: 'Other codes of these systems are allowed; we do not hold all of them.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** `profiles/README.md` or its French sister: how to validate, and a table that is enough to send us something valid. */
export function profilesReadme(
  compiled: Compiled,
  version: string,
  language: Language,
  isValid: (resource: unknown) => boolean,
): string {
  const definitions = readDefinitions();
  const context: ReadingContext = { definitions, words: codeWords(definitions) };
  const profiles = profilesToTell(compiled, isValid);
  const say = (words: keyof typeof WORDS): string => WORDS[words][language];
  return [
    readFileSync(INTRO[language], 'utf8')
      .replaceAll('{{version}}', version)
      .replace('{{referral}}', JSON.stringify(referralOf(profiles, context), undefined, 2))
      .trim(),
    '',
    `## ${say('profiles')}`,
    '',
    table(
      [say('profile'), say('resource'), say('what')],
      profiles.map(({ structure }) => [
        `[${structure.id}](#${anchor(`${structure.id} — ${titleOf(structure, language)}`)})`,
        structure.type,
        cell(titleOf(structure, language)),
      ]),
    ),
    '',
    ...profiles.map((profile) => profileSection(profile, language, context)),
    `## ${say('extensions')}`,
    '',
    ...extensionsOf(compiled).map((extension) => extensionSection(extension, language, context)),
    `## ${say('codes')}`,
    '',
    ...valueSetsOf(compiled).map((valueSet) => codesSection(valueSet, language, context)),
  ].join('\n');
}

/** Our profiles on resources with their examples, in the order in which they are told. */
export function profilesToTell(compiled: Compiled, isValid: (resource: unknown) => boolean): readonly ProfileToTell[] {
  const resources = [...compiled.values()].map((text): PackagedResource => JSON.parse(text));
  const examples = resources.filter((it) => !isDefinition(it));
  const place = (id = '') => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return structuresOf(compiled)
    .filter(({ type }) => type !== 'Extension')
    .sort((a, b) => place(a.id) - place(b.id) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1))
    .map((structure) => ({
      structure,
      examples: examples.filter(({ meta }) => meta?.profile?.[0] === structure.url),
      isValid,
    }));
}

/** What the tables of three profiles ask for, put together. */
function referralOf(profiles: readonly ProfileToTell[], context: ReadingContext): JsonObject {
  const minimum = (id: string): JsonObject => {
    const profile = profiles.find(({ structure }) => structure.id === id);
    return profile === undefined ? {} : minimumOf(profile, readingTable(profile.structure, context).rows);
  };
  return workedReferral({
    child: minimum('psc-child'),
    request: minimum('psc-service-referral'),
    task: minimum('psc-referral-task'),
  });
}

function extensionSection(extension: fhir4.StructureDefinition, language: Language, context: ReadingContext): string {
  const parts = extensionParts(extension, context);
  return [
    `### ${extension.id}`,
    '',
    `**${titleOf(extension, language)}.** ${descriptionOf(extension, language)}`,
    '',
    `\`${extension.url}\``,
    '',
    table(
      [WORDS.part[language], WORDS.card[language], WORDS.value[language], WORDS.what[language]],
      parts.map(({ name, min, max, type, said, notes }) =>
        [
          name === undefined ? '—' : `${min > 0 ? '**' : ''}\`extension[${name}]\`${min > 0 ? '**' : ''}`,
          `${min}..${max}`,
          type,
          [said[language], ...notes.map((note) => note[language])].filter((it) => it !== '').join('<br>'),
        ].map(cell),
      ),
    ),
    '',
  ].join('\n');
}

function codesSection(valueSet: fhir4.ValueSet, language: Language, { words }: ReadingContext): string {
  const { url = '', title = '', _title } = valueSet;
  const codes = words.codesOf(url) ?? [];
  const systems = [...new Set(codes.map(({ system }) => system))];
  return [
    `<a id="${anchorOf(url)}"></a>`,
    `### ${valueSet.id} — ${language === 'fr' ? title : (englishOf(_title) ?? title)}`,
    '',
    ...systems.flatMap((system) => [
      `\`${system}\``,
      '',
      table(
        [WORDS.code[language], WORDS.meaning[language]],
        codes.filter((it) => it.system === system).map((it) => [`\`${it.code}\``, cell(it[language] || `*${it.en}*`)]),
      ),
      '',
    ]),
    ...(words.codesOf(url) === undefined ? [...enumerated(valueSet), WORDS.open[language], ''] : []),
  ].join('\n');
}

/** The parts of a value set of which not every code is known to us. */
const enumerated = ({ compose }: fhir4.ValueSet): readonly string[] =>
  (compose?.include ?? []).flatMap(({ system = '', concept = [] }) => [
    `\`${system}\`${concept.length === 0 ? '' : ` : ${concept.map(({ code }) => `\`${code}\``).join(', ')}`}`,
    '',
  ]);

const structuresOf = (compiled: Compiled): readonly fhir4.StructureDefinition[] =>
  [...compiled].flatMap(([file, text]) => (file.startsWith('StructureDefinition-') ? [JSON.parse(text)] : []));

const extensionsOf = (compiled: Compiled): readonly fhir4.StructureDefinition[] =>
  structuresOf(compiled)
    .filter(({ type }) => type === 'Extension')
    .sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));

/** Value sets that a profile or extension of ours binds to. */
function valueSetsOf(compiled: Compiled): readonly fhir4.ValueSet[] {
  const bound = new Set(
    structuresOf(compiled).flatMap(({ snapshot }) =>
      (snapshot?.element ?? []).flatMap(({ binding }) => binding?.valueSet?.split('|')[0] ?? []),
    ),
  );
  return [...compiled]
    .flatMap(([file, text]): readonly fhir4.ValueSet[] => (file.startsWith('ValueSet-') ? [JSON.parse(text)] : []))
    .filter(({ url = '' }) => url.startsWith(CANONICAL) && bound.has(url));
}

/** As GitHub and others make them of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
