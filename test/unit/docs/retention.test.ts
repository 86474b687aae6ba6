import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { retentionTables } from './retention-page.ts';

const PAGE = readFileSync(new URL('../../../docs/retention.md', import.meta.url), 'utf8');
const [FRENCH = '', ENGLISH = ''] = PAGE.split('\n## English\n');

describe.each([
  ['fr', FRENCH],
  ['en', ENGLISH],
] as const)('docs/retention.md (%s)', (language, text) => {
  test('its tables say what the code does: terms, sources, kinds, and what stands against a destruction', () => {
    for (const table of retentionTables(language)) expect(text).toContain(table);
  });
});

test('no term is said to be confirmed by a lawyer, since none is', () => {
  for (const language of ['fr', 'en'] as const)
    for (const row of retentionTables(language)[0]?.split('\n').slice(2) ?? []) expect(row).toMatch(/\| (non|no) \|$/);
});
