/** The subject and the text of a plain message (RFC 5322, 2045, 2047), as a mail program would show them. */
export function mailText(raw: Buffer): { readonly subject: string; readonly text: string } {
  const whole = raw.toString('latin1').replaceAll('\r\n', '\n');
  const end = whole.indexOf('\n\n');
  const headers = whole.slice(0, end).replaceAll(/\n[ \t]+/g, ' ');
  const body = whole.slice(end + 2);
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1] ?? '';
  return {
    subject: header('Subject')
      // Between two encoded words, white space is none.
      .replaceAll(/\?=\s+=\?/g, '?==?')
      .replaceAll(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_whole, how: string, words: string) =>
        how.toUpperCase() === 'B' ? fromBase64(words) : fromQuoted(words.replaceAll('_', ' ')),
      ),
    text: DECODERS[header('Content-Transfer-Encoding').trim().toLowerCase()]?.(body) ?? utf8(body),
  };
}

const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');
const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
const fromQuoted = (text: string): string =>
  utf8(
    text
      .replaceAll(/=\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

const DECODERS: Readonly<Record<string, (body: string) => string>> = {
  base64: fromBase64,
  'quoted-printable': fromQuoted,
};
