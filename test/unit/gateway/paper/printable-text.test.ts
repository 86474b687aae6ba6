import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { fontCoverage } from '../../../../gateway/paper/font-coverage.ts';
import { printableText } from '../../../../gateway/paper/printable-text.ts';

const resolve = createRequire(import.meta.url).resolve;
const covered = fontCoverage(readFileSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf')));

test('the font is known to have what the centres write, and not to have what it lacks', () => {
  const has = (text: string): boolean => Array.from(text).every((letter) => covered.has(letter.codePointAt(0) ?? -1));
  expect(has('ÀÉÈÊËÎÏÔÙÛÜÇŒ àéèêëîïôùûüçœ «»’–— ễ ạ Đ ł ş ᐃ □ …')).toBe(true);
  expect(has('中')).toBe(false);
  expect(has('\ue123')).toBe(false);
});

test.each([
  ['composes accents, so that they are one glyph', 'e\u0301', 'é'],
  ['keeps line feeds, whatever their kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['keeps one empty line at most', 'a\n\n\n\nb', 'a\n\nb'],
  ['drops controls and unseen characters', 'a\u0000\u001b\u200b\u00ad\ufeffb', 'ab'],
  ['drops what would turn the reading direction', '\u202eabc\u202c \u2067d\u2069', 'abc d'],
  ['makes one space of many, tabs included', '  a \t  b ', 'a b'],
  ['keeps a telephone number whole', 'au 514 555-0123', 'au 514\u00a0555-0123'],
  ['keeps a colon with its word', 'Langue : cri ; « oui »', 'Langue\u00a0: cri\u00a0; «\u00a0oui\u00a0»'],
  ['limits heaped marks', `x${'\u0335'.repeat(50)}`, `x${'\u0335'.repeat(3)}`],
  ['shows a box for what the font lacks', '王 é', '□ é'],
  ['shows a box for half of a surrogate pair', 'a\ud800b', 'a□b'],
  ['shows a box for letters that run from right to left', 'עב', '□□'],
])('%s', (_, text, printed) => {
  expect(printableText(text, covered)).toBe(printed);
});

test('a font without a character map is refused', () => {
  expect(() => fontCoverage(Buffer.alloc(64))).toThrow('the font has no cmap table');
});
