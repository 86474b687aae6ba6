import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decoded, encoded } from '../../../../../mappings/dialects/hl7v2/charset.ts';
import {
  BYTE_TABLES,
  CHARSETS,
  type Charset,
  charsetNamed,
} from '../../../../../mappings/dialects/hl7v2/charset-tables.ts';

const message = (charset: string, words = 'Nguyen'): string =>
  `MSH|^~\\&|A|B|C|D|20260303||REF^I12|1|P|2.5.1||||||${charset}\rPID|||1||${words}\r`;
const bytesIn = (charset: Charset, text: string): Uint8Array => {
  const bytes = encoded(text, charset);
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.issues));
  return bytes.value;
};
const issuesOf = (bytes: Uint8Array, whenEmpty?: Charset) => {
  const read = decoded(bytes, whenEmpty);
  return read.ok ? [] : read.issues;
};
const byteByByte = (text: string): Buffer => Buffer.from(text, 'latin1');

test.each([
  ['ASCII', 'Tremblay'],
  ['8859/1', 'Éloïse Côté'],
  ['8859/2', 'Wałęsa Dvořák'],
  ['8859/9', 'Yılmaz Ağaoğlu'],
  ['8859/15', 'Lœuillet 5 €'],
  ['UNICODE UTF-8', 'Nguyễn Đỗ عمر ᓄᓇᕗᑦ'],
  ['UNICODE UTF-16', 'Nguyễn Đỗ عمر ᓄᓇᕗᑦ'],
] as const)('a message that says %s is read in it', (charset, words) => {
  const text = message(charset, words);
  expect(decoded(bytesIn(charset, text))).toEqual({ ok: true, value: { text, charset } });
});

test('UTF-16 is read in either byte order, with a mark or without', () => {
  const text = message('UNICODE UTF-16', 'Nguyễn');
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  const mark = Buffer.from('\ufeff', 'utf16le');
  for (const bytes of [little, big, Buffer.concat([mark, little]), Buffer.concat([Buffer.from(mark).swap16(), big])])
    expect(decoded(bytes)).toEqual({ ok: true, value: { text, charset: 'UNICODE UTF-16' } });
});

test('a mark at the beginning of UTF-8 is no part of the message', () => {
  const text = message('UNICODE UTF-8', 'Nguyễn');
  expect(decoded(Buffer.from(`\ufeff${text}`))).toEqual({ ok: true, value: { text, charset: 'UNICODE UTF-8' } });
});

test('an empty MSH-18 means ASCII: accents are refused with what to do, unless the registry names the set of this partner', () => {
  const plain = message('');
  expect(decoded(byteByByte(plain))).toEqual({ ok: true, value: { text: plain, charset: 'ASCII' } });
  const accented = message('', 'Éloïse');
  expect(issuesOf(byteByByte(accented))).toEqual([
    expect.objectContaining({
      expression: 'MSH-18',
      text: expect.objectContaining({ en: expect.stringContaining('empty') }),
    }),
  ]);
  expect(decoded(byteByByte(accented), '8859/1')).toEqual({ ok: true, value: { text: accented, charset: '8859/1' } });
  expect(decoded(Buffer.from(accented), 'UNICODE UTF-8')).toMatchObject({ ok: true, value: { text: accented } });
});

test('a message without MSH-18 at all is as one that leaves it empty', () => {
  expect(decoded(byteByByte('MSH|^~\\&|A\rPID|1\r'))).toMatchObject({ ok: true, value: { charset: 'ASCII' } });
});

test('what the message says counts for more than what the registry says', () => {
  const text = message('UNICODE UTF-8', 'Nguyễn');
  expect(decoded(Buffer.from(text), '8859/1')).toMatchObject({ ok: true, value: { text } });
});

test.each(['8859/5', 'GB 18030-2000', 'ISO IR87', 'UNICODE UTF-32', 'UNICODE', 'éé', '8859/99'])(
  'a character set that we do not know (%s) is refused by name of the field, never guessed',
  (name) => {
    expect(issuesOf(Buffer.from(message(name)))).toEqual([
      expect.objectContaining({ code: 'code-invalid', expression: 'MSH-18' }),
    ]);
  },
);

test.each([
  ['ISO-8859-1', '8859/1'],
  ['iso 8859/15', '8859/15'],
  ['UTF-8', 'UNICODE UTF-8'],
  ['unicode utf-8', 'UNICODE UTF-8'],
  ['UTF8', 'UNICODE UTF-8'],
  [' ASCII ', 'ASCII'],
  ['8859/1', '8859/1'],
])('%s is seen for %s', (name, charset) => {
  expect(charsetNamed(name)).toBe(charset);
});

test.each([
  ['ASCII', Buffer.from(message('ASCII', 'Éloïse'))],
  ['8859/2', Buffer.from(message('8859/2', 'a\u0080'), 'latin1')],
  ['UNICODE UTF-8', byteByByte(message('UNICODE UTF-8', 'Éloïse'))],
  ['UNICODE UTF-8', Buffer.from(message('UNICODE UTF-8', 'é')).subarray(0, -2)],
  ['UNICODE UTF-16', Buffer.from(message('UNICODE UTF-16'))],
  ['8859/1', Buffer.from(message('8859/1'), 'utf16le')],
  ['UNICODE UTF-16', Buffer.from(`${message('UNICODE UTF-16')}\ud800`, 'utf16le')],
  ['UNICODE UTF-16', Buffer.from(message('UNICODE UTF-16'), 'utf16le').subarray(0, -1)],
] as const)('a message that is not in the set that it names (%s) is refused', (_charset, bytes) => {
  expect(issuesOf(bytes)).toEqual([expect.objectContaining({ severity: 'error', expression: 'MSH-18' })]);
});

test('UTF-32 and what is no message at all are refused', () => {
  const wide = Buffer.from(
    message('UNICODE UTF-32')
      .split('')
      .flatMap((it) => [0, 0, 0, it.charCodeAt(0)]),
  );
  expect(issuesOf(wide)).toEqual([expect.objectContaining({ expression: 'MSH-18' })]);
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('GET / HTTP/1.1'),
    Buffer.from('PID|1\rMSH|'),
    Buffer.from([0xfe, 0xff]),
  ])
    expect(issuesOf(bytes)).toEqual([expect.objectContaining({ code: 'structure', expression: 'MSH' })]);
});

test('in 8859/1 the bytes that only Windows has are read as Windows has them, and never written', () => {
  const text = message('8859/1', 'l’œuvre');
  const windows = byteByByte(text.replace('’', '\x92').replace('œ', '\x9c'));
  expect(decoded(windows)).toEqual({ ok: true, value: { text, charset: '8859/1' } });
  expect(encoded(text, '8859/1').ok).toBe(false);
  expect(issuesOf(byteByByte(message('8859/1', 'a\x81')))).not.toEqual([]);
});

test.each(['\x0b', '\x1b$B', '\x00', '\x1c', '\x7f', '\u0085'])(
  'a control character is refused, with the segment where it stands and nothing of what stands there',
  (control) => {
    const [issue] = issuesOf(Buffer.from(message('UNICODE UTF-8', `Secret${control}Name`)));
    expect(issue).toMatchObject({ expression: 'PID', text: { en: expect.stringContaining('PID (2)') } });
    expect(JSON.stringify(issue)).not.toContain('Secret');
  },
);

test('two messages glued together in one frame are refused', () => {
  const text = message('UNICODE UTF-8');
  expect(issuesOf(Buffer.from(text.slice(0, 70) + text))).toEqual([
    expect.objectContaining({
      code: 'structure',
      text: expect.objectContaining({ en: expect.stringContaining('two MSH') }),
    }),
  ]);
});

test('separators of its own do not hide MSH-18', () => {
  const text = 'MSH#*!\\&#A#B#C#D#20260303##REF*I12#1#P#2.5.1######8859/1!UNICODE UTF-8\rPID###1##Côté\r';
  expect(decoded(byteByByte(text))).toEqual({ ok: true, value: { text, charset: '8859/1' } });
});

test.each(CHARSETS)('what is written in %s is read the same, or refused before it leaves', (charset) => {
  const characters = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...(BYTE_TABLES.get(charset)?.bytes.keys() ?? 'éễ漢字“ഞ')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  );
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 40 }), (list) => {
      const text = message(charset, list.join('').replaceAll(/[\p{Cc}\ufeff]/gu, ''));
      const bytes = encoded(text, charset);
      if (!bytes.ok) return;
      expect(decoded(bytes.value)).toEqual({ ok: true, value: { text, charset } });
    }),
    { numRuns: 300 },
  );
});

test('whatever the bytes, there is a verdict', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(...CHARSETS, 'junk'), (bytes, name) => {
      const read = decoded(Buffer.concat([Buffer.from(message(name)), bytes]));
      if (!read.ok) expect(read.issues.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('UTF-16 whose bytes would end an MLLP block is not written', () => {
  expect(encoded(message('UNICODE UTF-16', '\u201c\u0d1e'), 'UNICODE UTF-16').ok).toBe(false);
});
