import { readdirSync, readFileSync } from 'node:fs';
import type { ConceptName } from './concept-names.ts';
import type { Json } from './load-schemas.ts';

const EXAMPLES = new URL('./examples/', import.meta.url);

/** The invented examples of a concept under their file’s name, read when called. */
export function conceptExamples(concept: ConceptName): Readonly<Record<string, Json>> {
  const folder = new URL(`${concept}/`, EXAMPLES);
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
  );
}
