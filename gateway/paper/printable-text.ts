/** What stands where a character cannot be printed: the reader sees that something is missing. */
export const UNPRINTABLE = '□';

const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
const BLANKS = /[\t\u2000-\u200a\u205f\u3000]/gu;
// Controls and format characters (bidirectional overrides, zero-width, soft hyphen): unseen on paper, or made to mislead.
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}]|\u034f|[\ufe00-\ufe0f]/gu;
// More marks than any living spelling has would climb over the neighbouring lines.
const HEAPED_MARKS = /(\p{M}{3})\p{M}+/gu;
// Lines are set from left to right, word by word: scripts that run the other way would come out in another order.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
// French sets these apart from their word by a space at which no line may break.
const BEFORE_MARK = / (?=[:;?!»])/gu;
const AFTER_GUILLEMET = /(?<=«) /gu;
const PHONE = /(\d{3}\)?) (\d{3}-\d{4})/gu;

/** Text as the page can print it; `covered` says which code points the fonts have. Lines stay, everything else that is not ink goes. */
export function printableText(text: string, covered: ReadonlySet<number>): string {
  const clean = text
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .replace(BLANKS, ' ')
    .replace(UNSEEN, '')
    .replace(HEAPED_MARKS, '$1')
    .replace(/ +/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(BEFORE_MARK, '\u00a0')
    .replace(AFTER_GUILLEMET, '\u00a0')
    // A telephone number broken over two lines is read wrong.
    .replace(PHONE, '$1\u00a0$2')
    .trim();
  return Array.from(clean, (character) => (prints(character, covered) ? character : UNPRINTABLE)).join('');
}

function prints(character: string, covered: ReadonlySet<number>): boolean {
  if (character === '\n') return true;
  const codePoint = character.codePointAt(0);
  return codePoint !== undefined && covered.has(codePoint) && !RIGHT_TO_LEFT.test(character);
}
