import { expect, test } from '@jest/globals';
import { fieldPath, isFieldName } from '../../../profiles/field-path.ts';

test('indices and names become FHIRPath', () => {
  expect(fieldPath(['members', 2, 'kinship'])).toBe('members[2].kinship');
  expect(fieldPath([0, 'a-b'])).toBe('[0].`a-b`');
  expect(fieldPath([])).toBe('');
});

test('a name that looks like a person or a card ends the path', () => {
  expect(fieldPath(['child', 'Marie Tremblay', 'x'])).toBe('child');
  expect(fieldPath(['child', 'TREM20051712'])).toBe('child');
});

test.each(['TREM20051712', 'Marie Tremblay', 'é', '', 'a.b', 'x'.repeat(65)])('%j is not said back', (name) => {
  expect(isFieldName(name)).toBe(false);
});
