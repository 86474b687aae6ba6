import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { watchPage } from './watch-page.ts';

test('docs/watch.md tells the rules as they are: else run `npm run docs:watch`', async () => {
  expect(await readFile('docs/watch.md', 'utf8')).toBe(watchPage());
});
