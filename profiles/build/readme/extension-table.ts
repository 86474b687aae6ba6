import type { Bilingual } from '../../codes.ts';
import { bindingNote } from './binding-note.ts';
import { englishOf } from './english-of.ts';
import { patternText } from './pattern-text.ts';
import type { ReadingContext } from './reading-table.ts';

/** A part of an extension, or its one value. */
export interface ExtensionPart {
  /** Absent: the value of the extension itself. */
  readonly name: string | undefined;
  readonly min: number;
  readonly max: string;
  readonly type: string;
  readonly said: Bilingual;
  readonly notes: readonly Bilingual[];
}

/** What an extension of ours holds. */
export function extensionParts(
  { snapshot }: fhir4.StructureDefinition,
  { words }: ReadingContext,
): readonly ExtensionPart[] {
  const elements = snapshot?.element ?? [];
  const parts = elements.filter(
    ({ path, sliceName, max }) => path === 'Extension.extension' && sliceName && max !== '0',
  );
  const value = elements.find(({ id }) => id === 'Extension.value[x]');
  if (parts.length === 0) return value === undefined ? [] : [partOf(undefined, value, value, [])];
  return parts.map((part) => {
    const below = elements.filter(({ id }) => id?.startsWith(`${part.id}.`));
    const held = below.find(({ id, max }) => id === `${part.id}.value[x]` && max !== '0');
    return partOf(part.sliceName, part, held, below);
  });

  function partOf(
    name: string | undefined,
    element: fhir4.ElementDefinition,
    held: fhir4.ElementDefinition | undefined,
    below: readonly fhir4.ElementDefinition[],
  ): ExtensionPart {
    const { min = 0, max = '1', short = '', _short } = element;
    const english = englishOf(_short);
    const bound = held?.binding && bindingNote(held.binding, held.type ?? [], words);
    const pattern = held && patternText(held);
    const nested = below.filter(({ path, sliceName }) => path === 'Extension.extension.extension' && sliceName);
    return {
      name,
      min,
      max,
      type: held === undefined ? nested.map(({ sliceName }) => sliceName).join(', ') : valueTypes(held),
      said: english === undefined ? { fr: '', en: '' } : { fr: short, en: english },
      notes: [
        ...(pattern === undefined ? [] : [{ fr: `= ${pattern}`, en: `= ${pattern}` }]),
        ...(bound === undefined ? [] : [bound]),
        ...[element, held, ...below].flatMap((it) => ownRules(it)),
      ],
    };
  }
}

function ownRules(element: fhir4.ElementDefinition | undefined): readonly Bilingual[] {
  const rules = (element?.constraint ?? []).filter(({ key }) => key.startsWith('psc-'));
  return rules.map(({ human }) => {
    const [fr = '', en = ''] = human.split(' / ');
    return { fr, en };
  });
}

const valueTypes = ({ type = [] }: fhir4.ElementDefinition): string =>
  type
    .map(({ code, targetProfile = [] }) => {
      const targets = targetProfile.map((url) => url.split('/').at(-1)).join(' | ');
      return `value${code.slice(0, 1).toUpperCase()}${code.slice(1)}${targets === '' ? '' : ` (${targets})`}`;
    })
    .join(' | ');
