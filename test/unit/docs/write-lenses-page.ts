import { readFileSync, writeFileSync } from 'node:fs';
import { withLensTables } from './lenses-page.ts';

// Run by `npm run docs:lenses` after a lens has changed; a test says when it was forgotten.
const PAGE = new URL('../../../docs/lenses.md', import.meta.url);
writeFileSync(PAGE, withLensTables(readFileSync(PAGE, 'utf8')));
