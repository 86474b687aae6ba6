import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkersText } from './checker/checkers-text.ts';
import { readDefinitions } from './checker/fhir-definitions.ts';

const GENERATED = new URL('../generated/', import.meta.url);

/** Writes `profiles/generated`: the checkers of R4’s definitions and of ours as SUSHI left them in `profiles/compiled`. */
export function generateChecker(): void {
  const { base, own } = checkersText(readDefinitions());
  mkdirSync(GENERATED, { recursive: true });
  writeFileSync(new URL('base-checkers.js', GENERATED), base);
  writeFileSync(new URL('own-checkers.js', GENERATED), own);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateChecker();
