import type { Issue, Mapped } from '../../domain/mapped.ts';
import { BYTE_TABLES, CHARSETS, type Charset, charsetNamed } from './charset-tables.ts';

/** A message as text, and the character set that it came in. */
export interface DecodedMessage {
  readonly text: string;
  readonly charset: Charset;
}

/**
 * Bytes of one HL7 v2 message as text, by the character set that MSH-18 names. Where MSH-18 is empty it is ASCII, as HL7 has it
 * (v2.5.1 §2.15.9.18), unless what is known of the sender says otherwise (`whenEmpty`). Refused: a set that is unknown, bytes that the
 * set does not have, a message in code units of another size than it says, control characters. Nothing is replaced, nothing guessed.
 */
export function decoded(bytes: Uint8Array, whenEmpty: Charset = 'ASCII'): Mapped<DecodedMessage> {
  const wide = wideFormOf(bytes);
  if (wide === 'utf-32') return refused(UNKNOWN_CHARSET);
  const wideText = wide === undefined ? undefined : unicodeText(bytes, wide);
  if (wide !== undefined && wideText === undefined) return refused(notIn('UNICODE UTF-16'));
  const header = firstSegmentOf(bytes);
  if (!header.startsWith('MSH')) return refused(NO_HEADER);

  const name = charsetNameIn(header);
  const charset = name === '' ? whenEmpty : charsetNamed(name);
  if (charset === undefined) return refused(UNKNOWN_CHARSET);
  if ((charset === 'UNICODE UTF-16') !== (wide !== undefined)) return refused(notIn(charset));
  const text = wideText ?? narrowText(bytes, charset);
  if (text === undefined) return refused(name === '' && charset === 'ASCII' ? NOT_NAMED : notIn(charset));
  if (CONTROLS.test(text)) return refused(controlIn(text));
  return hasSecondHeader(text) ? refused(TWO_MESSAGES) : { ok: true, value: { text, charset } };
}

/**
 * A message's text as bytes of a character set, for the wire. Refused where the set lacks a character: to spell
 * it otherwise, and to say so, is for whoever writes the message. UTF-16 is big-endian (RFC 2781 §4.3), and refused where its bytes hold the end of an MLLP block.
 */
export function encoded(text: string, charset: Charset): Mapped<Uint8Array> {
  const bytes = text.isWellFormed() ? bytesOf(text, charset) : undefined;
  return bytes === undefined ? refused(notWritable(charset)) : { ok: true, value: bytes };
}

type Wide = 'utf-16be' | 'utf-16le';

/** How a message in code units of two or four bytes begins: with a mark, or with the M of MSH. */
const WIDE_STARTS: readonly { readonly form: Wide | 'utf-32'; readonly start: readonly number[] }[] = [
  { form: 'utf-32', start: [0x00, 0x00] },
  { form: 'utf-32', start: [0xff, 0xfe, 0x00, 0x00] },
  { form: 'utf-32', start: [0x4d, 0x00, 0x00, 0x00] },
  { form: 'utf-16be', start: [0xfe, 0xff] },
  { form: 'utf-16be', start: [0x00, 0x4d] },
  { form: 'utf-16le', start: [0xff, 0xfe] },
  { form: 'utf-16le', start: [0x4d, 0x00] },
];

/** Whether a message is written in code units of more than one byte, as its first four bytes tell. */
export const wideFormOf = (bytes: Uint8Array): Wide | 'utf-32' | undefined =>
  WIDE_STARTS.find(({ start }) => start.every((byte, index) => bytes[index] === byte))?.form;

const HEADER_BYTES_MAX = 4_096;

/** The first segment, whatever the message is written in: what is ASCII in it, and that is all that an MSH needs, is right. */
export function firstSegmentOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEADER_BYTES_MAX);
  const wide = wideFormOf(head);
  const text =
    wide === 'utf-16be' || wide === 'utf-16le'
      ? new TextDecoder(wide).decode(head)
      : String.fromCharCode(...head).replace(/^\u00ef\u00bb\u00bf/, '');
  return text.split(/[\r\n]/, 1)[0] ?? '';
}

const CHARSET_FIELD = 17;

/** MSH-18; of several sets the first is the one of the message, the others only come after escapes, which we refuse as controls. */
function charsetNameIn(header: string): string {
  const fields = header.split(header.charAt(3));
  const [repetition = '~'] = [fields[1]?.charAt(1)].filter((it) => it !== '');
  return (fields[CHARSET_FIELD] ?? '').split(repetition)[0]?.trim() ?? '';
}

/** What was broken off and what was sent after it, in one frame: in a text of a field the separators would be escaped. */
const hasSecondHeader = (text: string): boolean => text.indexOf(text.slice(0, 'MSH|^~'.length), 1) !== -1;

function unicodeText(bytes: Uint8Array, encoding: Wide | 'utf-8'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By number, into one piece of memory: a file of megabytes as letters one by one would keep everybody waiting. */
function narrowText(bytes: Uint8Array, charset: Charset): string | undefined {
  if (charset === 'UNICODE UTF-8') return unicodeText(bytes, 'utf-8');
  const codes = BYTE_TABLES.get(charset)?.characters.map((character) => character?.charCodeAt(0)) ?? [];
  const units = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const code = codes[bytes[at] ?? 0];
    if (code === undefined) return undefined;
    units[at] = code;
  }
  return Buffer.from(units.buffer).toString('utf16le');
}

function bytesOf(text: string, charset: Charset): Uint8Array | undefined {
  if (charset === 'UNICODE UTF-8') return new TextEncoder().encode(text);
  if (charset === 'UNICODE UTF-16') return utf16(text);
  const table = BYTE_TABLES.get(charset);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = table?.bytes.get(text.charAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

function utf16(text: string): Uint8Array | undefined {
  const bytes = Uint8Array.from({ length: text.length * 2 }, (_, index) => {
    const unit = text.charCodeAt(index >> 1);
    return index % 2 === 0 ? unit >> 8 : unit & 0xff;
  });
  return bytes.some((byte, index) => byte === 0x1c && bytes[index + 1] === 0x0d) ? undefined : bytes;
}

/** What no message holds as such (MLLP: bytes above 0x1F and CR); line feeds and tabs are seen all the same, and harmless. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Says where, by segment and its place in the message; what stands around it is nobody's business. */
function controlIn(text: string): Issue {
  const before = text.slice(0, text.search(CONTROLS)).split(/\r\n?|\n/);
  const segment = `${before.at(-1)?.slice(0, 3) ?? ''} (${before.length})`;
  return {
    severity: 'error',
    code: 'value',
    expression: before.at(-1)?.slice(0, 3) ?? 'MSH',
    text: {
      fr: `Segment ${segment} : un caractère de commande y est. Ôtez-le, ou écrivez-le avec une séquence d’échappement (\\X..\\).`,
      en: `Segment ${segment}: it holds a control character. Remove it, or write it as an escape sequence (\\X..\\).`,
    },
  };
}

const refused = (issue: Issue): { readonly ok: false; readonly issues: readonly Issue[] } => ({
  ok: false,
  issues: [issue],
});

const NO_HEADER: Issue = {
  severity: 'error',
  code: 'structure',
  expression: 'MSH',
  text: {
    fr: 'Le message ne commence pas par un segment MSH.',
    en: 'The message does not begin with an MSH segment.',
  },
};

const TWO_MESSAGES: Issue = {
  severity: 'error',
  code: 'structure',
  expression: 'MSH',
  text: {
    fr: 'Il y a deux en-têtes MSH dans un même message. Envoyez un message par bloc.',
    en: 'There are two MSH headers in one message. Send one message in each block.',
  },
};

const UNKNOWN_CHARSET: Issue = {
  severity: 'error',
  code: 'code-invalid',
  expression: 'MSH-18',
  text: {
    fr: `MSH-18 nomme un jeu de caractères que nous ne lisons pas. Écrivez l’un de : ${CHARSETS.join(', ')}.`,
    en: `MSH-18 names a character set that we do not read. Write one of: ${CHARSETS.join(', ')}.`,
  },
};

const NOT_NAMED: Issue = {
  severity: 'error',
  code: 'value',
  expression: 'MSH-18',
  text: {
    fr: 'MSH-18 est vide, ce qui veut dire ASCII, et le message a des caractères accentués. Nommez-y le jeu de caractères, ou faites-le inscrire au registre de la passerelle.',
    en: 'MSH-18 is empty, which means ASCII, and the message has accented characters. Name the character set there, or have it entered in the gateway’s registry.',
  },
};

const notIn = (charset: Charset): Issue => ({
  severity: 'error',
  code: 'value',
  expression: 'MSH-18',
  text: {
    fr: `Le message n’est pas écrit en ${charset}, que MSH-18 ou le registre annonce. Corrigez l’un ou l’autre.`,
    en: `The message is not written in ${charset}, which MSH-18 or the registry says. Correct one or the other.`,
  },
});

const notWritable = (charset: Charset): Issue => ({
  severity: 'error',
  code: 'value',
  expression: 'MSH-18',
  text: {
    fr: `Le message a des caractères que ${charset} n’a pas.`,
    en: `The message has characters that ${charset} does not have.`,
  },
});
