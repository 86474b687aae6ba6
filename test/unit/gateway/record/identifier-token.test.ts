import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identifierToken } from '../../../../gateway/record/identifier-token.ts';
import { isBusinessIdentifier } from '../../../../profiles/formats.ts';

test('an identifier that the door accepts is looked for as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9.-]{1,64}$/).filter(isBusinessIdentifier), (value) => {
      expect(identifierToken('urn:s', value)).toBe(`urn:s|${value}`);
    }),
  );
});

test.each([
  ['nothing', ''],
  ['a second identifier after a comma', 'x,https://fhir.passerelle.example/NamingSystem/child/vanier|enf-1'],
  ['a comma alone', ','],
  ['a system of its own', 'urn:t|1'],
  ['an escape', 'a\\,b'],
  ['a dollar', 'a$b'],
  ['a blank', 'a b'],
  ['a line feed', 'a\n'],
  ['more than any identifier', 'a'.repeat(201)],
])('%s is looked for nowhere: not found', (_what, value) => {
  expect(() => identifierToken('urn:s', value)).toThrow(expect.objectContaining({ kind: 'notFound' }) as never);
});
