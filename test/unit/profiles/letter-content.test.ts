import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkCoherence } from '../../../profiles/check-coherence.ts';
import { LETTER_CONTENT_TYPES } from '../../../profiles/codes/letters.ts';
import { LETTER_MAX_BASE64, LETTER_MAX_BYTES, letterFault } from '../../../profiles/letter-content.ts';
import { loadSchemas } from '../../../profiles/load-schemas.ts';
import { letterFiles } from '../../generators/kept-letters.ts';

const base64 = (bytes: string | readonly number[]) => Buffer.from(bytes as string).toString('base64');

test('a file that is what it says it is can be kept, and under another kind it cannot, but as a text that it happens to be', () => {
  fc.assert(
    fc.property(
      letterFiles,
      fc.constantFrom(...Object.keys(LETTER_CONTENT_TYPES)),
      ({ contentType, content }, other) => {
        expect(letterFault(contentType, content)).toBeUndefined();
        if (other !== contentType && other !== 'text/plain' && contentType !== 'text/plain')
          expect(letterFault(other, content)).toBe('unreadable');
      },
    ),
  );
});

test.each([
  ['a web page', 'text/html', base64('<p>bonjour</p>'), 'kind'],
  ['RTF, which may hold objects', 'application/rtf', base64('{\\rtf1 bonjour}'), 'kind'],
  ['no kind at all', undefined, base64('bonjour'), 'kind'],
  ['a PDF that is a program', 'application/pdf', base64('MZ this program cannot be run'), 'unreadable'],
  ['a text in another charset', 'text/plain', base64([0xe9, 0x74, 0xe9]), 'unreadable'],
  ['a text of nothing', 'text/plain', base64('  \n '), 'unreadable'],
  ['bytes that are no Base64', 'text/plain', 'bonjour !', 'unreadable'],
  ['nothing', 'text/plain', '', 'unreadable'],
  ['one byte too many', 'text/plain', base64('a'.repeat(LETTER_MAX_BYTES + 1)), 'size'],
])('%s is not kept', (_what, contentType, content, fault) => {
  expect(letterFault(contentType, content)).toBe(fault);
});

test('the largest file is kept, and is as long in Base64 as the schema lets it be', () => {
  const largest = base64('a'.repeat(LETTER_MAX_BYTES));
  expect(letterFault('text/plain', largest)).toBeUndefined();
  expect(largest).toHaveLength(LETTER_MAX_BASE64);
  const { letter } = loadSchemas();
  expect(letter).toMatchObject({ properties: { content: { maxLength: LETTER_MAX_BASE64 } } });
});

const aLetter = {
  centre: 'verdun',
  happenedAt: '2026-10-01',
  request: 'ref-1',
  contentType: 'text/plain',
  content: 'YQ==',
};
const faults = (changes: object) =>
  checkCoherence('letter', { ...aLetter, ...changes }).map(({ expression, code }) => [expression, code]);

test('what one partner sent names no recipient; a letter without a child came from somebody; a file may lack only once taken back', () => {
  const child = { id: 'enf-1' };
  expect(faults({ child, recipient: 'clsc' })).toEqual([]);
  expect(faults({ partner: 'hopital' })).toEqual([]);
  expect(faults({ child, partner: 'hopital', recipient: 'clsc' })).toEqual([['Letter.recipient', 'business-rule']]);
  expect(faults({})).toEqual([['Letter.child', 'required']]);
  expect(faults({ child, content: undefined })).toEqual([['Letter.content', 'required']]);
  expect(faults({ child, content: undefined, status: 'entered-in-error' })).toEqual([]);
  expect(faults({ child, contentType: 'application/pdf' })).toEqual([['Letter.content', 'value']]);
});
