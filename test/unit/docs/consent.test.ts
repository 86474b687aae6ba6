import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { consentTables, withTables } from './consent-page.ts';

const PAGE = readFileSync(new URL('../../../docs/consent.md', import.meta.url), 'utf8');

test('docs/consent.md tables what is decided, in both languages (else: npm run docs:consent)', () => {
  for (const language of ['fr', 'en'] as const) expect(PAGE).toContain(consentTables(language));
  expect(withTables(PAGE)).toBe(PAGE);
});
