/** The characters that a message says it is written with: MSH-1 and MSH-2 (HL7 v2.5.1 §2.5.4). */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** The recommended ones, in which we write. */
export const DELIMITERS: Delimiters = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' };

/** Raw spelling of the null: what stood there before is to be deleted, which is not the same as nothing said (§2.5.3). */
export const NULL = '""';

const SEQUENCES: Readonly<Record<string, string>> = {
  '|': '\\F\\',
  '^': '\\S\\',
  '&': '\\T\\',
  '~': '\\R\\',
  '\\': '\\E\\',
  '\n': '\\.br\\',
};

/** What may not stand as it is: our delimiters, and control characters, which would end a segment or a frame. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const TO_ESCAPE = /[|^&~\\\u0000-\u0008\u000a-\u001f\u007f]/g;

/** Any text as it may stand in a field (§2.7); `unescaped` gives it back exactly. */
export function escaped(text: string): string {
  // Two quotation marks and nothing else would be read as the null.
  if (text === NULL) return '\\X2222\\';
  return text.replaceAll(TO_ESCAPE, (character) => SEQUENCES[character] ?? `\\X${hexOf(character)}\\`);
}

const hexOf = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');

/** The text of a field without its escape sequences; one that we do not know stands as it came, since dropping it might drop words. */
export function unescaped(raw: string, delimiters: Delimiters = DELIMITERS): string {
  const parts = raw.split(delimiters.escape);
  if (parts.length < 3) return raw;
  let text = parts[0] ?? '';
  let at = 1;
  while (at < parts.length) {
    const body = parts[at] ?? '';
    const meaning = at + 1 < parts.length ? meaningOf(body, delimiters) : undefined;
    if (meaning === undefined) {
      text += delimiters.escape + body;
      at += 1;
    } else {
      text += meaning + (parts[at + 1] ?? '');
      at += 2;
    }
  }
  return text;
}

function meaningOf(body: string, delimiters: Delimiters): string | undefined {
  switch (body) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'T':
      return delimiters.subcomponent;
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    // Highlighting says nothing.
    case 'H':
    case 'N':
      return '';
  }
  if (/^X(?:[0-9A-Fa-f]{2})+$/.test(body)) return textOfBytes(body.slice(1));
  return meaningOfFormat(body);
}

/** Formatting commands (§2.7.6): lines are kept, indents and filling are not. */
function meaningOfFormat(body: string): string | undefined {
  const [, command, count] = /^\.(br|sp|ce|fi|nf|in|ti|sk)([+-]?\d*)$/.exec(body) ?? [];
  if (command === undefined) return undefined;
  if (command === 'br' || command === 'ce') return '\n';
  if (command === 'sp') return '\n'.repeat(Math.min(Math.max(Number(count) || 1, 1), LINES_MAX));
  return command === 'sk' ? ' '.repeat(Math.min(Math.max(Number(count) || 1, 1), LINES_MAX)) : '';
}

/** Nobody leaves more lines blank on purpose. */
const LINES_MAX = 20;

/** UTF-8 if these bytes are that, else one character a byte. */
function textOfBytes(hex: string): string {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
