import { DELIMITERS, escaped } from './syntax.ts';

/** Part of a message that stands as it is: made by the functions below only, so that no text of anybody's can put a delimiter into it. */
export interface Encoded {
  readonly encoded: string;
}

/** A text is escaped; what is encoded stands. */
export type Writable = string | Encoded | undefined;

const encode = (part: Writable): string =>
  part === undefined ? '' : typeof part === 'string' ? escaped(part) : part.encoded;

function joined(parts: readonly Writable[], delimiter: string): Encoded {
  const texts = parts.map(encode);
  return { encoded: texts.slice(0, texts.findLastIndex((text) => text !== '') + 1).join(delimiter) };
}

/** A field, or one repetition of it, from its components. */
export const components = (...parts: readonly Writable[]): Encoded => joined(parts, DELIMITERS.component);

/** A component from its subcomponents. */
export const subcomponents = (...parts: readonly Writable[]): Encoded => joined(parts, DELIMITERS.subcomponent);

/** A field from its repetitions. */
export const repetitions = (parts: readonly Writable[]): Encoded => joined(parts, DELIMITERS.repetition);

/** A segment from its fields by their numbers, as the standard counts them: of MSH, 1 and 2 are the delimiters themselves. */
export function segment(name: string, fields: Readonly<Record<number, Writable>>): string {
  const last = Math.max(0, ...Object.keys(fields).map(Number));
  const head = name === 'MSH' ? `MSH${DELIMITERS.field}${ENCODING_CHARACTERS}` : name;
  const first = name === 'MSH' ? 3 : 1;
  const texts = Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => encode(fields[first + nth]));
  const said = texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  return [head, ...said].join(DELIMITERS.field);
}

const ENCODING_CHARACTERS = `${DELIMITERS.component}${DELIMITERS.repetition}${DELIMITERS.escape}${DELIMITERS.subcomponent}`;

/** A message: every segment ends in CR (§2.5.2). */
export const messageOf = (segments: readonly string[]): string => segments.map((one) => `${one}\r`).join('');
