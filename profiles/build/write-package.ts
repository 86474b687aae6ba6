import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fhirPackage } from './fhir-package.ts';
import { packageFile } from './fhir-package-names.ts';
import { readCompiled, readVersion } from './read-compiled.ts';

/** Makes our FHIR package of what is checked in, in this folder; returns its path. */
export async function writePackage(folder: string): Promise<string> {
  const version = await readVersion();
  const file = join(folder, packageFile(version));
  await mkdir(folder, { recursive: true });
  await writeFile(file, await fhirPackage(await readCompiled(), version));
  return file;
}
