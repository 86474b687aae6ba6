import type { Bilingual } from '../../codes.ts';
import type { Definitions } from '../checker/fhir-definitions.ts';
import { bindingNote, type CodeWords } from './binding-note.ts';
import { ElementPaths } from './element-paths.ts';
import { ELEMENT_WORDS } from './element-words.ts';
import { englishOf } from './english-of.ts';
import { patternText } from './pattern-text.ts';
import { slicePicker } from './slice-picker.ts';

type ElementDefinition = fhir4.ElementDefinition;

/** One line of what a profile asks. */
export interface Row {
  /** Id of the element in the snapshot. */
  readonly id: string;
  /** As it is written in the table: `[]` is a list, `[name]` an entry of it that a rule picks out. */
  readonly path: string;
  readonly min: number;
  readonly max: string;
  /** It and everything that it stands in must be there. */
  readonly mandatory: boolean;
  readonly type: string;
  readonly said: Bilingual;
  /** Fixed values, codes, and rules in words. */
  readonly notes: readonly Bilingual[];
  /** Tells an entry of the list that this line is about, where it is about some of them. */
  readonly picks: ((entry: unknown) => boolean) | undefined;
}

export interface ReadingTable {
  readonly rows: readonly Row[];
  /** Paths of elements that are never put. */
  readonly never: readonly string[];
  /** Rules on the whole, in words. */
  readonly rules: readonly Bilingual[];
}

export interface ReadingContext {
  readonly definitions: Definitions;
  readonly words: CodeWords;
}

/** R4 allows fifty types where it allows all. */
const TYPES_MAX = 20;

/** Marks a reference that must carry the number of its target. */
export const BY_NUMBER = ' #';

/** Types that are read as one thing: what is asked of their parts is said on their own line. */
const ONE_THING: ReadonlySet<string> = new Set([
  'CodeableConcept',
  'Coding',
  'Extension',
  'Identifier',
  'Period',
  'Reference',
]);

/** What a profile constrains or must support, and what R4 requires beside it, in the order of its snapshot. */
export function readingTable(structure: fhir4.StructureDefinition, context: ReadingContext): ReadingTable {
  const [root, ...elements] = structure.snapshot?.element ?? [];
  const paths = new ElementPaths(structure);
  const own = new Set(structure.differential?.element.map(({ id }) => id));
  const told = new Set<string>();
  for (const { id = '', min = 0, max } of elements) {
    const parent = paths.parent(id);
    const asked = own.has(id) || (min > 0 && (parent === structure.type || told.has(parent)));
    if (!asked || max === '0') continue;
    for (let it = id; it !== structure.type; it = paths.parent(it)) told.add(it);
  }
  const shown = elements.filter(({ id = '', sliceName, path }) => {
    const bareExtension = /\.(?:modifierE|e)xtension$/.test(path) && sliceName === undefined;
    return told.has(id) && !bareExtension && folderOf(id, paths) === undefined;
  });
  return {
    rows: shown.map((element) => rowOf(element, { elements, paths, told, ...context })),
    never: elements.filter(({ id = '', max }) => own.has(id) && max === '0').map(({ id = '' }) => paths.shown(id)),
    rules: rulesOf(root),
  };
}

interface RowContext extends ReadingContext {
  readonly elements: readonly ElementDefinition[];
  readonly paths: ElementPaths;
  readonly told: ReadonlySet<string>;
}

function rowOf(element: ElementDefinition, context: RowContext): Row {
  const { id = '', min = 0, max = '1' } = element;
  const inside = context.elements.filter((it) => it.id?.startsWith(`${id}.`) && context.told.has(it.id));
  const folded = isOneThing(element) ? inside : [];
  return {
    id,
    path: context.paths.shown(id),
    min,
    max,
    mandatory: context.paths.isMandatory(id),
    type: typeText(element, folded),
    said: saidOf(element, context.definitions),
    notes: [...notesOf(element, '', context), ...folded.flatMap((it) => foldedNotes(it, id, context))],
    picks: slicePicker(element, context.elements, context.words),
  };
}

/** The element that already tells of this one, if one does. */
function folderOf(id: string, paths: ElementPaths): string | undefined {
  return paths.ancestors(id).find((it) => isOneThing(paths.element(it)));
}

const isOneThing = ({ type = [] }: ElementDefinition): boolean => type.some(({ code }) => ONE_THING.has(code));

function typeText({ type = [] }: ElementDefinition, folded: readonly ElementDefinition[]): string {
  if (type.length > TYPES_MAX) return '*';
  const names = type.map(({ code, targetProfile = [], profile = [] }) => {
    if (code === 'Reference') {
      const targets = targetProfile.map(lastPart).join(' | ');
      const byNumber = folded.some(({ path, min = 0 }) => path.endsWith('.identifier') && min > 0);
      return `Reference(${targets || 'Any'})${byNumber ? BY_NUMBER : ''}`;
    }
    return profile[0] === undefined ? code.replace('http://hl7.org/fhirpath/System.', '') : lastPart(profile[0]);
  });
  return names.join(' | ');
}

/** The profile's words; else those of the extension; else those that we have for elements of R4. */
function saidOf(
  { short = '', _short, type = [], path }: ElementDefinition,
  { structures, own }: Definitions,
): Bilingual {
  const english = englishOf(_short);
  if (english !== undefined) return { fr: short, en: english };
  const extension = structures.get(type[0]?.profile?.[0] ?? '');
  if (extension !== undefined && own.has(extension.url)) {
    return { fr: extension.title ?? '', en: englishOf(extension._title) ?? '' };
  }
  return ELEMENT_WORDS[path] ?? ELEMENT_WORDS[lastOf(path)] ?? { fr: '', en: '' };
}

function notesOf(element: ElementDefinition, at: string, context: RowContext): readonly Bilingual[] {
  const { binding, type = [] } = element;
  const prefix = at === '' ? '' : `\`${at}\` `;
  const pattern = patternText(element);
  const isCode = Object.entries(element).some(([key, it]) => /^(?:fixed|pattern)/.test(key) && holdsCode(it));
  const bound = binding === undefined || isCode ? undefined : bindingNote(binding, type, context.words);
  const simple = extensionValue(element, context);
  return [
    ...(pattern === undefined ? [] : [both(`${prefix}= ${pattern}`)]),
    ...(bound === undefined ? [] : [{ fr: `${prefix}${bound.fr}`, en: `${prefix}${bound.en}` }]),
    ...(simple === undefined ? [] : [simple]),
    ...rulesOf(element).map(({ fr, en }) => ({ fr: `${prefix}${fr}`, en: `${prefix}${en}` })),
  ];
}

/** What a part of a whole adds to its line: that it must be there, its value, its extension. */
function foldedNotes(element: ElementDefinition, id: string, context: RowContext): readonly Bilingual[] {
  const { path, sliceName, min = 0 } = element;
  if (/\.extension$/.test(path)) {
    if (sliceName === undefined) return [];
    const { fr, en } = saidOf(element, context.definitions);
    const at = context.paths.relative(element.id ?? '', id);
    return [{ fr: `\`${at}\` ${fr}`, en: `\`${at}\` ${en}` }];
  }
  const at = context.paths.relative(element.id ?? '', id);
  if (path.endsWith('.extension.url')) return [];
  const notes = notesOf(element, at, context);
  const isNumber = /(?:^|\.)(?:identifier|system|value|code|coding)$/.test(at.replaceAll(/\[.*?\]/g, ''));
  return notes.length > 0 || min === 0 || isNumber ? notes : [both(`\`${at}\` ${min}..${element.max}`)];
}

/** The type of the value of an extension that has one. */
function extensionValue({ type = [] }: ElementDefinition, { definitions, words }: RowContext): Bilingual | undefined {
  const extension = definitions.structures.get(type[0]?.profile?.[0] ?? '');
  const value = extension?.snapshot?.element.find(({ id }) => id === 'Extension.value[x]');
  if (value === undefined || value.max === '0') return undefined;
  const types = (value.type ?? []).map(({ code }) => `value${code.slice(0, 1).toUpperCase()}${code.slice(1)}`);
  const bound = value.binding === undefined ? undefined : bindingNote(value.binding, value.type ?? [], words);
  // An extension of others has no table here.
  const url = definitions.own.has(extension?.url ?? '') ? '' : `<${extension?.url}> `;
  const text = `${url}${types.map((it) => `\`${it}\``).join(', ')}`;
  return { fr: `${text}${bound ? ` ${bound.fr}` : ''}`, en: `${text}${bound ? ` ${bound.en}` : ''}` };
}

/** Our invariants, whose human text is «français / English»; R4's own go without saying. */
const rulesOf = (element: ElementDefinition | undefined): readonly Bilingual[] =>
  (element?.constraint ?? [])
    .filter(({ key }) => key.startsWith('psc-'))
    .map(({ human }) => {
      const [fr = '', en = ''] = human.split(' / ');
      return { fr, en };
    });

/** A pattern that names a code leaves nothing to choose; one that names only its system does. */
const holdsCode = (pattern: unknown): boolean =>
  typeof pattern === 'string' || JSON.stringify(pattern).includes('"code"');

const both = (text: string): Bilingual => ({ fr: text, en: text });
const lastPart = (url: string): string => url.split('/').at(-1) ?? url;
const lastOf = (path: string): string => (path.split('.').at(-1) ?? path).replace('[x]', '');
