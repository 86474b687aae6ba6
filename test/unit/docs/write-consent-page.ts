import { readFileSync, writeFileSync } from 'node:fs';
import { withTables } from './consent-page.ts';

// Run by `npm run docs:consent` after the cases or the laws have changed; a test says when it was forgotten.
const PAGE = new URL('../../../docs/consent.md', import.meta.url);
writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')));
