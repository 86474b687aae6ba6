import { LETTER_CONTENT_TYPES, type LetterContentType } from './codes/letters.ts';
import { isBase64 } from './formats.ts';

/** The largest file of a letter, in bytes: some ten scanned pages. The doors leave room for one, and the schema and the profile say the same. */
export const LETTER_MAX_BYTES = 2_000_000;

/** The same in Base64, as it stands in JSON and in HL7 v2. */
export const LETTER_MAX_BASE64 = 4 * Math.ceil(LETTER_MAX_BYTES / 3);

/** Why a file is not kept as a letter: its kind, its size, or that it is not what it says it is. */
export type LetterFault = 'kind' | 'size' | 'unreadable';

/** How each kind begins; a text has no beginning of its own. */
const BEGINNINGS: Readonly<Record<LetterContentType, readonly (readonly number[])[]>> = {
  'application/pdf': [[0x25, 0x50, 0x44, 0x46, 0x2d]],
  'text/plain': [],
  'image/jpeg': [[0xff, 0xd8, 0xff]],
  'image/png': [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  'image/tiff': [
    [0x49, 0x49, 0x2a, 0x00],
    [0x4d, 0x4d, 0x00, 0x2a],
  ],
};

export const isLetterContentType = (type: string | undefined): type is LetterContentType =>
  type !== undefined && Object.hasOwn(LETTER_CONTENT_TYPES, type);

/** What is wrong with a file as a letter; undefined when it can be kept. Its first bytes must be those of its kind; a text must be UTF-8. */
export function letterFault(contentType: string | undefined, base64: string): LetterFault | undefined {
  if (!isLetterContentType(contentType)) return 'kind';
  if (base64.length > LETTER_MAX_BASE64) return 'size';
  if (!isBase64(base64)) return 'unreadable';
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > LETTER_MAX_BYTES) return 'size';
  return isOfKind(contentType, bytes) ? undefined : 'unreadable';
}

function isOfKind(contentType: LetterContentType, bytes: Buffer): boolean {
  if (contentType === 'text/plain') return isPlainText(bytes);
  return BEGINNINGS[contentType].some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}

/** UTF-8 with something in it, and no NUL, which no text has. */
function isPlainText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim() !== '';
  } catch {
    return false;
  }
}
