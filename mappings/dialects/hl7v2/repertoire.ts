/** Charsets of MSH-18 that hold one byte a character, with the WHATWG name under which their upper half (A0–FF) is decoded. */
const ONE_BYTE: Readonly<Record<string, string>> = {
  '8859/1': 'windows-1252',
  '8859/2': 'iso-8859-2',
  '8859/9': 'windows-1254',
  '8859/15': 'iso-8859-15',
};

const UNIVERSAL: ReadonlySet<string> = new Set(['UNICODE', 'UNICODE UTF-8', 'UNICODE UTF-16', 'UNICODE UTF-32']);

const UPPER_HALF = Uint8Array.from({ length: 96 }, (_, nth) => 0xa0 + nth);

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

/** The text in the letters that the charset has: `Nguyễn` is `Nguyen` in 8859/1, and a letter with no likeness there is `?`. Nothing else is touched. */
export function speltIn(charset: string, text: string): Spelt {
  if (UNIVERSAL.has(charset)) return { text, changed: false };
  const upper = new Set(upperHalfOf(charset));
  const has = (character: string): boolean => character <= '\u007f' || upper.has(character);
  if ([...text].every(has)) return { text, changed: false };
  const spelt = [...text.normalize('NFC')].map((character) => (has(character) ? character : likeness(character, has)));
  return { text: spelt.join(''), changed: true };
}

/** An unknown charset, or none said, is ASCII (v2.5.1 §2.15.9.18). */
const upperHalfOf = (charset: string): string => {
  const label = ONE_BYTE[charset];
  return label === undefined ? '' : new TextDecoder(label).decode(UPPER_HALF);
};

function likeness(character: string, has: (one: string) => boolean): string {
  const substitute = SUBSTITUTES[character];
  if (substitute !== undefined) return substitute;
  const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (bare === '' || bare === character) return bare === '' ? '' : '?';
  return [...bare].map((letter) => (has(letter) ? letter : (SUBSTITUTES[letter] ?? '?'))).join('');
}
