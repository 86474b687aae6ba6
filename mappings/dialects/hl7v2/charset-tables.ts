/** Character sets of MSH-18 that we read and write: HL7 table 0211. */
export const CHARSETS = ['ASCII', '8859/1', '8859/2', '8859/9', '8859/15', 'UNICODE UTF-8', 'UNICODE UTF-16'] as const;

export type Charset = (typeof CHARSETS)[number];

/** A character set of one byte a character, both ways. */
export interface ByteTable {
  /** The character of each byte; undefined where the set has none. */
  readonly characters: readonly (string | undefined)[];
  readonly bytes: ReadonlyMap<string, number>;
}

const SPELLINGS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^(?:ISO[ -]?)?8859[/-](\d{1,2})$/, (part) => `8859/${part}`],
  [/^(?:UNICODE[ -]?)?UTF-?(8|16)$/, (bits) => `UNICODE UTF-${bits}`],
  [/^(?:US-)?(ASCII)$/, (name) => name],
];

/** The set that MSH-18 names, in the spellings that systems are seen to use; undefined for one that we do not know. */
export function charsetNamed(name: string): Charset | undefined {
  const upper = name.trim().toUpperCase();
  const [spelling] = SPELLINGS.flatMap(([pattern, spell]) => {
    const [, found] = pattern.exec(upper) ?? [];
    return found === undefined ? [] : [spell(found)];
  });
  return CHARSETS.find((charset) => charset === spelling);
}

const ASCII_LENGTH = 0x80;
const UPPER_START = 0xa0;

/**
 * ISO 8859 has no characters at 0x80–0x9F. Whoever says 8859/1 or 8859/9 there means what Windows has (’ and œ for two), as every browser
 * reads it: it is read so, and never written. Written out here, since Node's versions do not agree on it.
 */
const WINDOWS = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0\0\0\0‘’“”•–—˜™š›œ\0\0Ÿ';
const NOTHING = '\0'.repeat(UPPER_START - ASCII_LENGTH);

/** The sets of one byte a character. */
export const BYTE_TABLES: ReadonlyMap<Charset, ByteTable> = new Map([
  ['ASCII', tableOf(NOTHING, '')],
  ['8859/1', tableOf(WINDOWS, upperHalfOf('iso-8859-1'))],
  ['8859/2', tableOf(NOTHING, upperHalfOf('iso-8859-2'))],
  ['8859/9', tableOf(WINDOWS, upperHalfOf('iso-8859-9'))],
  ['8859/15', tableOf(NOTHING, upperHalfOf('iso-8859-15'))],
]);

function upperHalfOf(label: string): string {
  const upper = Uint8Array.from({ length: 0x100 - UPPER_START }, (_, index) => UPPER_START + index);
  return new TextDecoder(label).decode(upper);
}

function tableOf(middle: string, upper: string): ByteTable {
  const ascii = Array.from({ length: ASCII_LENGTH }, (_, code) => String.fromCharCode(code));
  const characters = [
    ...ascii,
    ...Array.from(middle, (character) => (character === '\0' ? undefined : character)),
    ...upper,
  ];
  const written = characters.flatMap((character, byte) =>
    character === undefined || (byte >= ASCII_LENGTH && byte < UPPER_START) ? [] : [[character, byte] as const],
  );
  return { characters, bytes: new Map(written) };
}
