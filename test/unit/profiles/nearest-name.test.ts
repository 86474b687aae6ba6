import { expect, test } from '@jest/globals';
import { nearestName } from '../../../profiles/nearest-name.ts';

const KNOWN = ['kinship', 'legalRole', 'birthDate', 'id', 'name', 'members'];

test.each([
  ['kinshp', 'kinship'],
  ['Kinship', 'kinship'],
  ['legal_role', 'legalRole'],
  ['birth-date', 'birthDate'],
  ['membres', 'members'],
])('%s was probably %s', (typed, meant) => {
  expect(nearestName(typed, KNOWN)).toBe(meant);
});

test.each(['surname', 'nom', 'xx', 'coverage', 'k'.repeat(100_000)])('nothing known is close to %.10s', (typed) => {
  expect(nearestName(typed, KNOWN)).toBeUndefined();
});
