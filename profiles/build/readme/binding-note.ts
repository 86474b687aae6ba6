import { CANONICAL, withoutVersion } from '../../canonical.ts';
import type { Bilingual } from '../../codes.ts';
import type { Definitions } from '../checker/fhir-definitions.ts';
import { conceptsOf, valueSetExpander } from '../checker/value-set-expansion.ts';

export interface CodeMeaning extends Bilingual {
  readonly system: string;
  readonly code: string;
}

/** What the codes of a value set mean. */
export interface CodeWords {
  /** Every code of a value set, or undefined where not all are known. */
  readonly codesOf: (valueSet: string) => readonly CodeMeaning[] | undefined;
}

/** More codes than that stand in a table of their own at the end. */
const INLINE_MAX = 8;

const STRENGTHS: Readonly<Record<fhir4.ElementDefinitionBinding['strength'], Bilingual>> = {
  required: { fr: 'un de', en: 'one of' },
  extensible: { fr: 'un de, s’il convient', en: 'one of, where one fits' },
  preferred: { fr: 'de préférence', en: 'preferably' },
  example: { fr: 'par exemple', en: 'for example' },
};

/** The codes that an element may have, where it matters: a required or extensible binding, or any to a value set of ours. */
export function bindingNote(
  { strength, valueSet = '' }: fhir4.ElementDefinitionBinding,
  type: readonly fhir4.ElementDefinitionType[],
  words: CodeWords,
): Bilingual | undefined {
  const url = withoutVersion(valueSet);
  const ours = url.startsWith(CANONICAL);
  if (!ours && strength !== 'required') return undefined;
  const codes = words.codesOf(url);
  const how = STRENGTHS[strength];
  const listed = codes === undefined || codes.length > INLINE_MAX ? undefined : codes;
  if (listed === undefined) {
    const link = ours ? `[${lastPart(url)}](#${anchorOf(url)})` : `<${url}>`;
    return { fr: `${how.fr} ${link}`, en: `${how.en} ${link}` };
  }
  const bare = type.some(({ code }) => code === 'code');
  const text = (language: keyof Bilingual) =>
    listed.map((it) => `\`${it.code}\` ${bare && !ours ? '' : it[language]}`.trim()).join(', ');
  const from = !ours || bare ? '' : ` [${lastPart(url)}](#${anchorOf(url)})`;
  return { fr: `${how.fr}${from} : ${text('fr')}`, en: `${how.en}${from}: ${text('en')}` };
}

/** Where the codes of a value set of ours stand in the document. */
export const anchorOf = (valueSet: string): string => `codes-${lastPart(valueSet)}`;

/** Meanings from the CodeSystems at hand: French displays with an English designation for ours, the published words for others. */
export function codeWords(definitions: Definitions): CodeWords {
  const expand = valueSetExpander(definitions);
  const wordsIn = new Map<string, ReadonlyMap<string, Bilingual>>();
  const meaning = (system: string, code: string): CodeMeaning => {
    if (!wordsIn.has(system)) wordsIn.set(system, wordsOf(definitions.codeSystems.get(system)));
    return { system, code, ...(wordsIn.get(system)?.get(code) ?? { fr: '', en: '' }) };
  };
  return {
    codesOf(valueSet) {
      const expansion = expand(valueSet);
      if (expansion === undefined || expansion.open.size > 0) return undefined;
      return [...expansion.codes].flatMap(([system, codes]) => [...codes].map((code) => meaning(system, code)));
    },
  };
}

function wordsOf(codeSystem: fhir4.CodeSystem | undefined): ReadonlyMap<string, Bilingual> {
  if (codeSystem === undefined) return new Map();
  const all = new Set(conceptsOf(codeSystem).map(({ code }) => code));
  const concepts = flat(codeSystem.concept ?? []).filter(({ code }) => all.has(code));
  // HL7 publishes its words in English.
  const isOurs = codeSystem.url?.startsWith(CANONICAL) === true;
  return new Map(
    concepts.map(({ code, display = '', designation = [] }) => [
      code,
      isOurs
        ? { fr: display, en: designation.find(({ language }) => language === 'en-CA')?.value ?? display }
        : { fr: '', en: display },
    ]),
  );
}

const flat = (concepts: readonly fhir4.CodeSystemConcept[]): readonly fhir4.CodeSystemConcept[] =>
  concepts.flatMap((it) => [it, ...flat(it.concept ?? [])]);

const lastPart = (url: string): string => url.split('/').at(-1) ?? url;
