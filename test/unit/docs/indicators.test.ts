import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { indicatorsPage } from './indicators-page.ts';

test('docs/indicators.md tells the indicators as they are: else run `npm run docs:indicators`', async () => {
  expect(await readFile('docs/indicators.md', 'utf8')).toBe(indicatorsPage());
});
