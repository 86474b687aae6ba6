import { contentHash } from '../../../gateway/lanes/content-hash.ts';
import type { CareCircle } from '../../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import { CONCEPT_PLURALS } from '../../../profiles/concept-names.ts';
import { isBusinessIdentifier } from '../../../profiles/formats.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { rowsOf } from '../read-table.ts';
import { circleFromRow } from './circle-from-row.ts';
import { LOAD_COLUMNS } from './columns.ts';

export type LoadedConcept = keyof typeof CONCEPT_PLURALS;

/** One line of the file, as the gateway would have to take it. */
export interface LoadLine {
  readonly line: number;
  /** By which it is told to a person; undefined where it may be something else than an identifier. */
  readonly child?: string;
  readonly faults: readonly LoadFault[];
  /** Where there is no fault. */
  readonly concept?: LoadedConcept;
  readonly id?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Of concept and content: the same line is the same act, whenever and from wherever it is sent. */
  readonly key?: string;
  /** The child as a circle says it. */
  readonly says?: CareCircle['child'];
}

export interface LoadFault {
  readonly field: string;
  readonly text: Bilingual;
}

export interface ReadLinesDeps {
  readonly centre: string;
  readonly check: (concept: LoadedConcept, body: unknown) => readonly Issue[];
  readonly language: keyof Bilingual;
}

/** Each line of an NDJSON file of concepts, or of a table of children (CSV), with what is wrong with it. Throws OperateProblem for a table whose columns are wrong. */
export function readLines(text: string, isTable: boolean, deps: ReadLinesDeps): readonly LoadLine[] {
  const lines = isTable ? tableLines(text, deps) : jsonLines(text, deps);
  const first = new Map<string, number>();
  return lines.map((line) => {
    if (line.id === undefined || line.concept === undefined) return line;
    const name = `${line.concept} ${line.id}`;
    const before = first.get(name);
    first.set(name, before ?? line.line);
    return before === undefined ? line : faulty(line.line, line.child, [{ field: 'id', text: idTwice(before) }]);
  });
}

const tableLines = (text: string, deps: ReadLinesDeps): readonly LoadLine[] =>
  rowsOf(text, LOAD_COLUMNS, deps.language).map(({ line, cells, fault }) =>
    cells === undefined
      ? faulty(line, undefined, [{ field: '', text: fault ?? WORDS.noJson }])
      : lineFrom(line, 'care-circle', circleFromRow(cells, deps.centre), deps),
  );

const jsonLines = (text: string, deps: ReadLinesDeps): readonly LoadLine[] =>
  text.split('\n').flatMap((row, index): readonly LoadLine[] => {
    const line = index + 1;
    if (row.trim() === '') return [];
    const read = objectIn(row.replace(/^\uFEFF/, ''));
    if (read === undefined) return [faulty(line, undefined, [{ field: '', text: WORDS.noJson }])];
    const { concept = 'care-circle', ...body } = read;
    if (!isConcept(concept)) return [faulty(line, undefined, [{ field: 'concept', text: WORDS.noConcept }])];
    return [lineFrom(line, concept, { version: 1, centre: deps.centre, ...body }, deps)];
  });

function lineFrom(
  line: number,
  concept: LoadedConcept,
  body: Readonly<Record<string, unknown>>,
  { centre, check }: ReadLinesDeps,
): LoadLine {
  const child = idIn(body.child);
  const issues = check(concept, body).filter(({ severity }) => severity === 'error');
  const id = typeof body.id === 'string' ? body.id : undefined;
  const faults = [
    ...issues.map(({ expression = '', text }) => ({ field: expression, text })),
    ...(id === undefined ? [{ field: 'id', text: WORDS.noId }] : []),
    ...(body.centre === centre ? [] : [{ field: 'centre', text: WORDS.otherCentre }]),
  ];
  if (faults.length > 0 || id === undefined) return faulty(line, child, faults);
  return {
    line,
    ...(child !== undefined && { child }),
    faults,
    concept,
    id,
    body,
    key: `load-${contentHash({ concept, body })}`,
    // The checker has just said that this is a circle.
    ...(concept === 'care-circle' && { says: body.child as CareCircle['child'] }),
  };
}

const faulty = (line: number, child: string | undefined, faults: readonly LoadFault[]): LoadLine => ({
  line,
  ...(child !== undefined && { child }),
  faults,
});

/** Only what has the shape of an identifier is repeated to a person: a card number has not. */
function idIn(child: unknown): string | undefined {
  const id: unknown = typeof child === 'object' && child !== null && 'id' in child ? child.id : undefined;
  return typeof id === 'string' && isBusinessIdentifier(id) ? id : undefined;
}

const isConcept = (name: unknown): name is LoadedConcept =>
  typeof name === 'string' && Object.hasOwn(CONCEPT_PLURALS, name);

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const idTwice = (line: number): Bilingual => ({
  fr: `le même identifiant est déjà à la ligne ${line}.`,
  en: `the same identifier stands at line ${line} already.`,
});

const WORDS = {
  noJson: { fr: 'ce n’est pas un objet JSON.', en: 'it is no JSON object.' },
  noConcept: {
    fr: `ce concept ne se charge pas ; ceux qui se chargent : ${Object.keys(CONCEPT_PLURALS).join(', ')}.`,
    en: `this concept cannot be loaded; those that can: ${Object.keys(CONCEPT_PLURALS).join(', ')}.`,
  },
  noId: {
    fr: 'donnez « id » : sans lui, charger deux fois ferait un double.',
    en: 'give "id": without it, loading twice would make a duplicate.',
  },
  otherCentre: { fr: 'ce n’est pas le centre de --centre.', en: 'it is not the centre of --centre.' },
} as const satisfies Readonly<Record<string, Bilingual>>;
