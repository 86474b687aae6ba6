import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const TOP = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, TOP), 'utf8');
const PAGE = read('docs/guarantees.md');

/** The rows of one language's table: the cells of each. */
const tableUnder = (heading: string): readonly (readonly string[])[] => {
  const [, section = ''] = PAGE.split(`\n## ${heading}\n`);
  const [body = ''] = section.split('\n## ');
  return [...body.matchAll(/^\|(.*)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim())).slice(2);
};
const FRENCH = tableUnder('En français');
const ENGLISH = tableUnder('In English');
const NAMED = [...PAGE.matchAll(/^- (T\d+) `([^`]+)` (.+)$/gm)].map(([, name = '', file = '', title = '']) => ({
  name,
  file,
  title,
}));
const cited = (cells: readonly string[]): readonly string[] => cells.at(-1)?.match(/T\d+/g) ?? [];

test('both languages promise the same, shown by the same tests', () => {
  expect(FRENCH.length).toBeGreaterThan(20);
  expect(FRENCH.map(cited)).toEqual(ENGLISH.map(cited));
  for (const cells of [...FRENCH, ...ENGLISH]) expect(cells).toHaveLength(4);
});

test.each([
  ['en français', FRENCH, /aucun ici|pas encore/],
  ['in English', ENGLISH, /none here|not yet/],
] as const)('each promise %s names a test, or says that there is none', (_language, rows, without) => {
  const silent = rows.filter((cells) => cited(cells).length === 0 && !without.test(cells.at(-1) ?? ''));
  expect(silent).toEqual([]);
});

test.each(NAMED.map(({ name, file, title }) => [name, file, title]))('%s is in %s', (_name, file, title) => {
  const titles = [...read(file).matchAll(/\btest(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:(?!\1).)+)\1/g)].map(
    ([, , it]) => it,
  );
  expect(titles).toContain(title);
});

test('every test that is listed is cited, and every one that is cited is listed', () => {
  expect([...new Set(FRENCH.flatMap(cited))].sort()).toEqual(NAMED.map(({ name }) => name).sort());
  expect(new Set(NAMED.map(({ name }) => name)).size).toBe(NAMED.length);
});
