import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { REFERRAL_TABLE } from '../../../../mappings/domain/referral-table.ts';
import { stateTable } from '../../../builders/state-table.ts';

const page = readFileSync(new URL('../../../../mappings/README.md', import.meta.url), 'utf8');

test('the page of the mappings shows the state machine as it is', () => {
  expect(page).toContain(stateTable());
});

test('every word of the table is explained below it', () => {
  const cells = new Set(Object.values(REFERRAL_TABLE).flatMap((row) => Object.values(row)));
  const words = new Set([...cells].map((cell) => cell.replace(/^([→⇢]) .*/, '$1 x')));
  for (const word of words) expect(page).toContain(`| \`${word}\` |`);
});
