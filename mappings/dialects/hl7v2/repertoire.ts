import { BYTE_TABLES, charsetNamed } from './charset-tables.ts';

/** What stands for a mark or ligature where a charset has none of it. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
};

/** A text that a charset can spell, and whether it had to be spelt otherwise. */
export interface Spelt {
  readonly text: string;
  readonly changed: boolean;
}

/**
 * The text in the letters that the charset of MSH-18 has: `Nguyễn` is `Nguyen` in 8859/1, and a letter with no likeness there is `?`. Nothing else is touched.
 * An unknown charset, or none said, is ASCII (v2.5.1 §2.15.9.18).
 */
export function speltIn(charset: string, text: string): Spelt {
  const table = BYTE_TABLES.get(charsetNamed(charset) ?? 'ASCII');
  if (table === undefined) return { text, changed: false };
  const has = (character: string): boolean => table.bytes.has(character);
  if ([...text].every(has)) return { text, changed: false };
  const spelt = [...text.normalize('NFC')].map((character) => (has(character) ? character : likeness(character, has)));
  return { text: spelt.join(''), changed: true };
}

function likeness(character: string, has: (one: string) => boolean): string {
  const substitute = SUBSTITUTES[character];
  if (substitute !== undefined) return substitute;
  const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (bare === '' || bare === character) return bare === '' ? '' : '?';
  return [...bare].map((letter) => (has(letter) ? letter : (SUBSTITUTES[letter] ?? '?'))).join('');
}
