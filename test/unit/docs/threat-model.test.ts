import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const TOP = new URL('../../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/threat-model.md', TOP), 'utf8');
const [, FRENCH = '', ENGLISH = ''] = PAGE.split(/\n## (?:En français|In English)\n/);
const testsIn = (text: string): readonly string[] => text.match(/(?<=`)test\/[\w/.-]+(?=`)/g) ?? [];

test('both languages name the same tests in the same order, and each is there', () => {
  expect(testsIn(FRENCH).length).toBeGreaterThan(15);
  expect(testsIn(ENGLISH)).toEqual(testsIn(FRENCH));
  for (const path of testsIn(FRENCH)) expect([path, existsSync(new URL(path, TOP))]).toEqual([path, true]);
});

test('each flow says what is feared, what is done, and what is left', () => {
  for (const text of [FRENCH, ENGLISH]) {
    const rows = [...text.matchAll(/^\| \*\*(.+?)\*\* \|(.*)\|$/gm)].map(([, , cells = '']) => cells.split(' | '));
    expect(rows).toHaveLength(12);
    for (const cells of rows) expect(cells.filter((cell) => cell.trim() !== '')).toHaveLength(3);
  }
});
