import type { Bilingual } from '../../profiles/codes.ts';
import type { Findings } from './findings.ts';

type CodeTable = Readonly<Record<string, Bilingual>>;

/** A code of a table, and the CodeSystem in which it stands. */
export interface Coded<T extends CodeTable> {
  readonly system: string;
  readonly table: T;
}

/** Coding of a code of ours, with its French display. */
export function codingOf<T extends CodeTable>(
  { system, table }: Coded<T>,
  code: Extract<keyof T, string>,
): fhir4.Coding {
  return { system, code, display: table[code]?.fr ?? code };
}

/** The code with which an element is coded in this system: undefined if it has none, a reason if it is not in our table. */
export function codeFrom<T extends CodeTable>(
  { system, table }: Coded<T>,
  codings: readonly fhir4.Coding[] | undefined,
  expression: string,
  found: Findings,
): Extract<keyof T, string> | undefined {
  return wordFrom(table, codings?.find((coding) => coding.system === system)?.code, expression, found);
}

/** The same for a bare `code`: one of the table's keys, absent, or a reason. */
export function wordFrom<T extends object>(
  table: T,
  code: string | undefined,
  expression: string,
  found: Findings,
): Extract<keyof T, string> | undefined {
  return code === undefined || isKeyOf(table, code) ? code : unknownCode(code, expression, found);
}

/** The first coding in this system whose code stands in this table, where several tables share the system. */
export function codeAmong<T extends CodeTable>(
  { system, table }: Coded<T>,
  codings: readonly fhir4.Coding[],
): Extract<keyof T, string> | undefined {
  for (const coding of codings) {
    if (coding.system === system && coding.code !== undefined && isKeyOf(table, coding.code)) return coding.code;
  }
  return undefined;
}

/** Every coding of some concepts, in their order. */
export const codingsOf = (concepts: readonly fhir4.CodeableConcept[] | undefined): readonly fhir4.Coding[] =>
  concepts?.flatMap(({ coding }) => coding ?? []) ?? [];

/** Two-way table between our words and FHIR's; each FHIR code stands for one word only. */
export interface CodeMap<D extends string, F extends string> {
  readonly toFhir: (word: D) => F;
  readonly toDomain: (code: string | undefined, expression: string, found: Findings) => D | undefined;
}

/** Makes the two-way table from the one-way one. */
export function codeMap<D extends string, F extends string>(table: Readonly<Record<D, F>>): CodeMap<D, F> {
  const words = Object.keys(table).filter((word) => isKeyOf(table, word));
  return {
    toFhir: (word) => table[word],
    toDomain(code, expression, found) {
      if (code === undefined) return undefined;
      return words.find((word) => table[word] === code) ?? unknownCode(code, expression, found);
    },
  };
}

function isKeyOf<T extends object>(table: T, code: string): code is Extract<keyof T, string> {
  return Object.hasOwn(table, code);
}

function unknownCode(code: string, expression: string, found: Findings): undefined {
  return found.report('value', expression, {
    fr: `${expression} : le code « ${code} » n’a pas de sens pour nous.`,
    en: `${expression}: the code "${code}" has no meaning for us.`,
  });
}
