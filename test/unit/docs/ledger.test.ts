import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { DAY_STATES } from '../../../mappings/ledger/need-ledger.ts';
import { STORIES } from '../mappings/ledger/stories.ts';

const WORDS = {
  paused: 'en pause / paused',
  served: 'servi / served',
  waiting: 'en attente / waiting',
  asked: 'demandé / asked',
  unknown: 'inconnu / unknown',
  open: 'ouvert / open',
} as const;

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

test('the examples of docs/ledger.md are the told situations, with the days that the tests hold', async () => {
  const page = await readFile('docs/ledger.md', 'utf8');
  const table = [
    row(['situation', ...DAY_STATES.map((state) => WORDS[state])]),
    row(['---', ...DAY_STATES.map(() => '---:')]),
    ...STORIES.map(({ told, days }) =>
      row([`${told.fr} / ${told.en}`, ...DAY_STATES.map((state) => days[state] ?? '')]),
    ),
  ];
  expect(page.slice(page.indexOf('| situation')).trim().split('\n')).toEqual(table);
});
