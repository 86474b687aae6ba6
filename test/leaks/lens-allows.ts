import type { Label, Purpose } from '../../mappings/consent/bases.ts';
import { EXTENSIONS } from '../../mappings/domain/systems.ts';
import {
  type ChildElement,
  LENSES,
  type Lens,
  type LetterElement,
  type Narrowing,
  type RequestElement,
  type Shown,
} from '../../mappings/lenses/lenses.ts';
import type { LabelsPut } from './labels-put.ts';
import type { Look, Place, RequestAsked } from './places.ts';

const CHILD: Readonly<Record<ChildElement, Place>> = {
  name: 'child: name',
  'given-name': 'child: given name',
  'birth-date': 'child: birth date, or what is made of it',
  'year-of-birth': 'child: birth date, or what is made of it',
  age: 'child: birth date, or what is made of it',
  gender: 'child: gender',
  languages: 'child: languages',
  'health-card': 'child: cards',
};
const REQUEST: Readonly<Record<RequestElement, Place>> = {
  status: 'request: status',
  intent: 'request: intent',
  category: 'request: kind, programme',
  code: 'request: what',
  priority: 'request: urgency',
  authoredOn: 'request: when',
  occurrenceDateTime: 'request: date that binds',
  reasonCode: 'request: reason',
};
const LETTER: Readonly<Record<LetterElement, Place>> = {
  type: 'letter: what',
  description: 'letter: title',
  content: 'letter: file',
};
const EXTENSION: Readonly<Record<string, Place>> = {
  [EXTENSIONS.safeContact]: 'request: safe contact',
  [EXTENSIONS.conflictCheckName]: 'request: names for the conflict check',
  [EXTENSIONS.serviceLanguage]: 'request: language of the service',
  [EXTENSIONS.rightConcerned]: 'request: rights',
  [EXTENSIONS.childWishes]: 'request: child’s wishes',
  [EXTENSIONS.facts]: 'request: facts',
};
const PURPOSES: Readonly<Record<RequestAsked, Purpose>> = {
  'service-referral': 'care',
  'social-prescription': 'community-support',
  'legal-referral': 'rights-support',
};

/**
 * What the table of lenses says may leave, read as data and by nothing that filters: undefined for nothing. A list of a row of the table passes
 * what each row that bears on the case names, a row without that list leaves it whole.
 */
export function lensAllows(look: Look, asked: RequestAsked, labels: LabelsPut): ReadonlySet<Place> | undefined {
  const lens: Lens = LENSES[look];
  const bearing = rowsOf(lens, [...labels.request, ...labels.file]);
  // A legal referral is restricted by itself (fhir.md §2).
  const rows = [
    lens.purposes[PURPOSES[asked]],
    ...bearing,
    ...(asked === 'legal-referral' ? [lens.labels.restricted] : []),
  ];
  if (rows.includes('nothing')) return undefined;
  const letterRows = [...rows, ...rowsOf(lens, labels.letter)];
  return new Set([
    'task',
    ...passing(lens.child, rows, 'child').map((it) => CHILD[it]),
    ...passing(lens.request, rows, 'request').map((it) => REQUEST[it]),
    ...passing(lens.extensions, rows, 'extensions').map((it) => EXTENSION[it] ?? unknown(it)),
    ...passing(lens.letters, letterRows, 'letters').map((it) => LETTER[it]),
  ]);
}

const rowsOf = ({ labels }: Lens, put: readonly string[]): readonly Narrowing[] =>
  put.map((it): Label => (it === 'asked-alone' ? 'asked-alone' : 'restricted')).map((it) => labels[it]);

function passing<T extends string>(all: readonly T[], rows: readonly Narrowing[], list: keyof Shown): readonly T[] {
  return all.filter((name) =>
    rows.every((row) => {
      if (typeof row === 'string') return row === 'whole';
      const named: readonly string[] | undefined = row[list];
      return named === undefined || named.includes(name);
    }),
  );
}

function unknown(url: string): never {
  throw new Error(`a lens shows ${url}, of which places.ts does not know where it is`);
}
