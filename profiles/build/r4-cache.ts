import { access, copyFile, link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { R4_PACKAGE } from './places.ts';

const CONFORMANCE = /^(?:StructureDefinition|ValueSet|CodeSystem)-.*\.json$/;

/**
 * Lays R4's own definitions where SUSHI looks for its packages, below `home`, so that it asks no registry. The published package
 * `hl7.fhir.r4.examples` holds what `hl7.fhir.r4.core` holds; only the name in its package.json differs.
 */
export async function layR4Cache(home: string): Promise<void> {
  const folder = join(home, '.fhir', 'packages', 'hl7.fhir.r4.core#4.0.1');
  if (await exists(folder)) return;
  const beside = `${folder}.${process.pid}`;
  const content = join(beside, 'package');
  await mkdir(content, { recursive: true });
  const files = (await readdir(R4_PACKAGE)).filter((file) => CONFORMANCE.test(file));
  // SUSHI follows no symbolic links; where hard ones cannot be had, copies do.
  for (const file of files) {
    const [from, to] = [join(R4_PACKAGE, file), join(content, file)];
    await link(from, to).catch(() => copyFile(from, to));
  }
  await writeFile(
    join(content, 'package.json'),
    JSON.stringify({
      name: 'hl7.fhir.r4.core',
      version: '4.0.1',
      fhirVersions: ['4.0.1'],
      type: 'Core',
      canonical: 'http://hl7.org/fhir',
    }),
  );
  // Another build may have laid it meanwhile: the first one stands.
  await rename(beside, folder).catch(() => rm(beside, { recursive: true, force: true }));
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
