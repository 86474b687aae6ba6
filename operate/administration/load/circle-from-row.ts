import { present, several } from '../../../mappings/concepts/present.ts';
import type { LoadColumn } from './columns.ts';

type Cells = Readonly<Partial<Record<LoadColumn, string>>>;

/** `cercle-` and the child: the same at every load, so that loading again makes no second circle. */
export const circleIdFor = (child: string): string => `cercle-${child}`;

/** A care circle as it is to be sent, from a row of the table; not checked yet: a word that we do not know stays as it is, and is told. */
export function circleFromRow(cells: Cells, centre: string): Readonly<Record<string, unknown>> {
  const { child = '', since, pivot, pivotName, circle } = cells;
  const { nam, ohip, ohipVersion, city, postalCode } = cells;
  const cards = [
    ...(nam === undefined ? [] : [{ kind: 'nam', number: bare(nam) }]),
    ...(ohip === undefined ? [] : [present({ kind: 'ohip', number: bare(ohip), versionCode: ohipVersion })]),
  ];
  const address = present({ city, postalCode });
  return present({
    id: circle ?? circleIdFor(child),
    version: 1,
    centre,
    happenedAt: since,
    child: present({
      id: child,
      name: present({ text: cells.name, family: cells.family, given: several(wordsOf(cells.given)) }),
      birthDate: cells.birthDate,
      gender: translated(cells.gender, GENDERS),
      cards: several(cards),
      languages: several(wordsOf(cells.languages)),
      interpreterRequired: translated(cells.interpreter, YES_OR_NO),
      address: Object.keys(address).length === 0 ? undefined : address,
    }),
    members:
      pivot === undefined || pivotName === undefined
        ? undefined
        : [{ kind: 'professional', id: pivot, name: pivotName }],
    pivot,
  });
}

const wordsOf = (text = ''): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Cards are often written with spaces or hyphens. */
const bare = (number: string): string => number.replaceAll(/[\s-]/g, '').toUpperCase();

const GENDERS = new Map([
  ...['female', 'féminin', 'feminin', 'f', 'fille', 'girl'].map((word) => [word, 'female'] as const),
  ...['male', 'masculin', 'm', 'garçon', 'garcon', 'boy'].map((word) => [word, 'male'] as const),
  ...['other', 'autre'].map((word) => [word, 'other'] as const),
  ...['unknown', 'inconnu', 'inconnue'].map((word) => [word, 'unknown'] as const),
]);
const YES_OR_NO = new Map([
  ...['oui', 'yes', 'o', 'y'].map((word) => [word, true] as const),
  ...['non', 'no', 'n'].map((word) => [word, false] as const),
]);

const translated = <V>(word: string | undefined, table: ReadonlyMap<string, V>): V | string | undefined =>
  word === undefined ? undefined : (table.get(word.toLowerCase()) ?? word);
