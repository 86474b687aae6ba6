import { readFileSync } from 'node:fs';
import { type CsvError, type Info, parse } from 'csv-parse/sync';
import type { Bilingual } from '../../profiles/codes.ts';
import { OperateProblem } from '../gateway-client.ts';

/** A column of a table that a person fills in: its names in both languages, the first of each being the one that is shown. */
export interface Column {
  readonly fr: readonly string[];
  readonly en: readonly string[];
  readonly isRequired?: true;
  readonly what: Bilingual;
}

/** A row by its columns, with the line on which it begins; without cells where it cannot be read. */
export interface TableRow<C extends string> {
  readonly line: number;
  readonly cells?: Readonly<Partial<Record<C, string>>>;
  readonly fault?: Bilingual;
}

/** Reads a UTF-8 text file. Throws OperateProblem when it is not there, or is written otherwise. */
export function readText(path: string, language: keyof Bilingual): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new OperateProblem(WORDS.cannotRead[language].replace('%', path), { cause });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OperateProblem(WORDS.notUtf8[language].replace('%', path), { cause });
  }
}

/**
 * The rows of a CSV text whose first line names its columns; separated by commas, semicolons or tabs, as the first line is. Throws
 * OperateProblem when a column is missing, twice or unknown: what is unknown would be lost in silence, and may be what must not be kept.
 */
export function rowsOf<C extends string>(
  text: string,
  columns: Readonly<Record<C, Column>>,
  language: keyof Bilingual,
): readonly TableRow<C>[] {
  const faults: TableRow<C>[] = [];
  const [head = '', ...lines] = text.split('\n');
  const delimiter = [';', '\t', ','].reduce((most, it) => (countOf(head, it) > countOf(head, most) ? it : most), ',');
  // With `info`, each record comes with where it ends, which the library’s types do not say.
  const records = parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error: CsvError | undefined) => {
      faults.push({ line: Math.min(Number(error?.lines ?? 1), lines.length + 1), fault: WORDS.unreadable });
    },
  }) as unknown as readonly ReadRecord[];
  const [header, ...body] = records;
  if (header === undefined) throw new OperateProblem(WORDS.empty[language]);
  const names = header.record.map((name, index) => columnNamed(name, columns) ?? unknown(index + 1, columns, language));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new OperateProblem(WORDS.twice[language].replace('%', columns[twice][language][0] ?? ''));
  for (const name of keysOf(columns))
    if (columns[name].isRequired === true && !names.includes(name))
      throw new OperateProblem(WORDS.missing[language].replace('%', columns[name][language][0] ?? ''));
  const rows = body.map(({ record, info }): TableRow<C> => {
    const line = info.lines - countOf(record.join(''), '\n');
    if (record.length !== names.length) return { line, fault: WORDS.count };
    const cells: Partial<Record<C, string>> = {};
    for (const [at, name] of names.entries()) if (record[at]) cells[name] = record[at];
    return { line, cells };
  });
  // What follows a quote that is not closed is read as one cell, up to the end: it is told once.
  return [...rows, ...faults.slice(0, 1)].sort((one, other) => one.line - other.line);
}

interface ReadRecord {
  readonly record: readonly string[];
  readonly info: Info;
}

const countOf = (text: string, mark: string): number => text.split(mark).length - 1;

function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table).filter((key): key is K => Object.hasOwn(table, key));
}

function columnNamed<C extends string>(name: string, columns: Readonly<Record<C, Column>>): C | undefined {
  const plain = plainly(name);
  return keysOf(columns).find((key) => [...columns[key].fr, ...columns[key].en].some((it) => plainly(it) === plain));
}

/** `Code postal`, `code_postal` and `CODE-POSTAL` are one name, `prénom` and `prenom` too. */
const plainly = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** By its place alone: where the first line is somebody’s data, its words are not repeated. */
function unknown(index: number, columns: Readonly<Record<string, Column>>, language: keyof Bilingual): never {
  const known = Object.values(columns).map((it) => it[language][0]);
  throw new OperateProblem(WORDS.unknown[language].replace('%', String(index)).replace('%', known.join(', ')));
}

const WORDS = {
  cannotRead: { fr: '% ne peut pas être lu.', en: '% cannot be read.' },
  notUtf8: {
    fr: '% n’est pas en UTF-8 : enregistrez-le comme « CSV UTF-8 ».',
    en: '% is not in UTF-8: save it as "CSV UTF-8".',
  },
  empty: {
    fr: 'Le fichier est vide : sa première ligne nomme les colonnes.',
    en: 'The file is empty: its first line names the columns.',
  },
  unknown: {
    fr: 'La colonne % est inconnue ; la première ligne nomme les colonnes, parmi : %. Retirez-la : rien ne se perd en silence.',
    en: 'Column % is unknown; the first line names the columns, of: %. Take it out: nothing is lost in silence.',
  },
  twice: { fr: 'La colonne « % » y est deux fois.', en: 'The column "%" is there twice.' },
  missing: { fr: 'Il manque la colonne « % ».', en: 'The column "%" is missing.' },
  unreadable: {
    fr: 'guillemets mal fermés ou mal placés : rien n’est lu à partir de cette ligne.',
    en: 'quotes badly closed or badly placed: nothing is read from this line on.',
  },
  count: {
    fr: 'elle n’a pas autant de cases que la première ligne.',
    en: 'it has not as many cells as the first line.',
  },
} as const;
