import type { Bilingual } from '../../../profiles/codes.ts';
import { OperateProblem } from '../../gateway-client.ts';
import { type Column, readText, rowsOf } from '../read-table.ts';
import type { Successor } from './handed-over.ts';

/** Who takes over which child. */
export type SuccessorOf = (child: string) => Successor | undefined;

type ColumnName = 'child' | 'successor' | 'name';

export const HAND_OVER_COLUMNS = {
  child: {
    fr: ['enfant'],
    en: ['child'],
    isRequired: true,
    what: { fr: 'identifiant de l’enfant au centre', en: 'the child’s identifier at the centre' },
  },
  successor: {
    fr: ['relève'],
    en: ['successor'],
    isRequired: true,
    what: { fr: 'identifiant de la personne qui prend la relève', en: 'identifier of the person who takes over' },
  },
  name: {
    fr: ['nom de la relève', 'nom'],
    en: ['successor name', 'name'],
    what: {
      fr: 'son nom, si le répertoire ne la connaît pas',
      en: 'their name, where the directory does not know them',
    },
  },
} as const satisfies Readonly<Record<ColumnName, Column>>;

/** From a table of children (CSV), then whoever takes all the others. Throws OperateProblem when a row cannot be read or a child stands twice. */
export function successorsFrom(
  { file, others }: { readonly file?: string; readonly others?: Successor },
  language: keyof Bilingual,
): SuccessorOf {
  const byChild = new Map<string, Successor>();
  for (const { line, cells, fault } of file === undefined
    ? []
    : rowsOf(readText(file, language), HAND_OVER_COLUMNS, language)) {
    const { child, successor, name } = cells ?? {};
    if (fault !== undefined || child === undefined || successor === undefined || byChild.has(child))
      throw new OperateProblem(BAD_ROW[language].replace('%', String(line)));
    byChild.set(child, { id: successor, ...(name !== undefined && { name }) });
  }
  return (child) => byChild.get(child) ?? others;
}

const BAD_ROW: Bilingual = {
  fr: 'Ligne % : un enfant et sa relève, chaque enfant une fois.',
  en: 'Line %: a child and a successor, each child once.',
};
