import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMPILED_FOLDER, PACKAGE_JSON } from './places.ts';
import type { Compiled } from './run-sushi.ts';

/** The definitions and examples as they are checked in. */
export async function readCompiled(): Promise<Compiled> {
  const files = (await readdir(COMPILED_FOLDER)).filter((file) => file.endsWith('.json')).sort();
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(COMPILED_FOLDER, file), 'utf8')] as const)),
  );
}

/** The version of our FHIR package. */
export async function readVersion(): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(PACKAGE_JSON, 'utf8'));
  return version;
}
