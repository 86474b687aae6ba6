import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FACADE_PAGE, pageMostOf } from '../../../profiles/facade-offer.ts';
import { facadeTable } from './facade-table.ts';

const page = readFileSync(new URL('../../../docs/fhir-api.md', import.meta.url), 'utf8');

test('the page names each type, parameter and include that the facade knows, and no other', () => {
  const [, table] = /^(\| \| paramètres[\s\S]*)$/m.exec(page) ?? [];
  expect(table?.trim()).toBe(facadeTable());
});

test('the page says how much a page holds', () => {
  const { usual, most } = FACADE_PAGE;
  const documents = pageMostOf('DocumentReference');
  expect(page).toContain(`\`_count\` (${usual}, ${most} au plus ; ${documents} documents)`);
  expect(page).toContain(`\`_count\` (${usual}, ${most} at most; ${documents} documents)`);
});
