import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { LISTED_KINDS } from '../../../gateway/access/access-schema.ts';
import { HAND_OVER_COLUMNS } from '../../../operate/administration/leave/successors.ts';
import { LOAD_COLUMNS } from '../../../operate/administration/load/columns.ts';
import { operateCommand } from '../../../operate/operate-command.ts';

const page = await readFile(new URL('../../../docs/administration.md', import.meta.url), 'utf8');
const [, french = '', english = ''] = page.split(/^## (?:En français|In English)$/m);
const TEXTS = [
  ['fr', french],
  ['en', english],
] as const;
const words = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

test.each(TEXTS)('the columns of a table of children are told as they are (%s)', (language, text) => {
  const rows = [...text.matchAll(/^\| `.*\|$/gm)].map(([line]) => line.split('|').map((cell) => cell.trim()));
  expect(rows.map(([, names, required, what]) => [words(names), required !== '', what])).toEqual(
    Object.values(LOAD_COLUMNS).map((column) => [[...column[language]], 'isRequired' in column, column.what[language]]),
  );
  for (const column of Object.values(HAND_OVER_COLUMNS)) expect(text).toContain(`\`${column[language][0]}\``);
});

test.each(TEXTS)('every command that it shows is there, with the options that it shows (%s)', (_language, text) => {
  const shown = [...text.matchAll(/^npm run operate -- (.*)$/gm)].map(([, line = '']) => line.replace(/\s+#.*$/, ''));
  expect(shown.length).toBeGreaterThan(8);
  for (const line of shown) {
    let command: Command | undefined = operateCommand({ env: {}, say: () => undefined });
    const names = line.split(' --')[0]?.split(' ') ?? [];
    for (const name of names) command = command?.commands.find((it) => it.name() === name) ?? command;
    const known = command?.options.map(({ long }) => long) ?? [];
    for (const [option] of line.matchAll(/--[a-z-]+/g))
      expect([line, known]).toEqual([line, expect.arrayContaining([option])]);
  }
});

test('what may be closed to whoever is not listed is told', () => {
  for (const [, text] of TEXTS) expect(text).toContain(`listedOnly: [${LISTED_KINDS.join(', ')}]`);
});
