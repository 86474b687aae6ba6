import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { checkersText } from '../../../../profiles/build/checker/checkers-text.ts';
import { readDefinitions } from '../../../../profiles/build/checker/fhir-definitions.ts';

const generated = (file: string): string =>
  readFileSync(new URL(`../../../../profiles/generated/${file}`, import.meta.url), 'utf8');

test('the generated checkers are those of the definitions: `npm run checker` would change nothing', () => {
  const { base, own } = checkersText(readDefinitions());
  // Not toBe: a difference of megabytes is nothing to print.
  expect(base === generated('base-checkers.js')).toBe(true);
  expect(own === generated('own-checkers.js')).toBe(true);
});
