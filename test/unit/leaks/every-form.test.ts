import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { everyForm } from '../../leaks/every-form.ts';

const WORD = 'À zq01234qé & <b> | ^';
const FOUND = 'zq01234qe';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const everyCharacter = (write: (code: number) => string) =>
  [...WORD].map((it) => write(it.codePointAt(0) ?? 0)).join('');

test.each([
  ['as it is', WORD],
  ['in capitals, its accents apart', WORD.toUpperCase().normalize('NFD')],
  ['as JSON writes it', JSON.stringify(WORD)],
  ['as JSON may write it', everyCharacter((code) => `\\u${code.toString(16).padStart(4, '0')}`)],
  ['as XML may write it', everyCharacter((code) => `&#${code};`)],
  ['as HTML may write it', everyCharacter((code) => `&#x${code.toString(16)};`)],
  ['in an address', `?q=${encodeURIComponent(WORD)}`],
  ['each byte in an address', `/${Buffer.from(WORD).toString('hex').replace(/../g, '%$&')}`],
  ['as HL7 v2 escapes it', `\\X${Buffer.from(WORD).toString('hex')}\\`],
  ['in a mail', 'zq01=\r\n234q=C3=A9'],
  ['in base64', base64(WORD)],
  [
    'in base64 for addresses, cut from what stands before it',
    `abc/${Buffer.from(`${WORD}??>>`).toString('base64url')}`,
  ],
  ['in a file in a file', base64(`<file>${base64(JSON.stringify({ data: base64(WORD) }))}</file>`)],
  ['in an address in a file', base64(encodeURIComponent(WORD))],
])('a word is found %s', (_how, bytes) => {
  expect(everyForm(bytes)).toContain(FOUND);
});

test('wherever base64 begins and whatever stands around it, what it hides is found', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), fc.nat(5), (before, after, shift) => {
      expect(everyForm(`${before} ${'A'.repeat(shift)}${base64(`say: ${WORD} and so on`)}${after}`)).toContain(FOUND);
    }),
  );
});

test('what is not there is not found, in any bytes', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (bytes) => expect(everyForm(bytes)).not.toMatch(/zq\d{5}qe/)));
});
