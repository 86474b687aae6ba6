import { expect, test } from '@jest/globals';
import { textTable } from '../../../../sandbox/families/text-table.ts';

test('columns are as wide as their widest cell, whatever accents are made of', () => {
  const apart = 'Nguyễn'.normalize('NFD');
  expect(
    textTable([
      ['nom', 'état'],
      [apart, 'reçue'],
      ['Nguyễn', 'ok'],
    ]),
  ).toEqual(['nom     état', '──────  ─────', `${apart}  reçue`, 'Nguyễn  ok']);
});
