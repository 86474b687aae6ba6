import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { LENSES, type Lens } from '../../../mappings/lenses/lenses.ts';
import { lensTables, withLensTables } from './lenses-page.ts';

const PAGE = readFileSync(new URL('../../../docs/lenses.md', import.meta.url), 'utf8');

test('docs/lenses.md tables what each kind of partner may see, in both languages (else: npm run docs:lenses)', () => {
  for (const language of ['fr', 'en'] as const) expect(PAGE).toContain(lensTables(language));
  expect(withLensTables(PAGE)).toBe(PAGE);
});

test('each extension that a lens shows is named there in words, not by its address', () => {
  for (const { extensions } of Object.values<Lens>(LENSES))
    for (const url of extensions) expect(PAGE).not.toContain(url);
});
