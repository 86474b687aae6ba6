import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { create } from 'tar';
import { CANONICAL } from '../canonical.ts';
import { FHIR_VERSION, PACKAGE_NAME } from './fhir-package-names.ts';
import { implementationGuide } from './implementation-guide.ts';
import { isDefinition, type PackagedResource } from './packaged-resource.ts';
import type { Compiled } from './run-sushi.ts';

/** A fixed day, so that the same definitions give the same bytes. */
const EPOCH = new Date(0);

/**
 * The FHIR package of these definitions and examples (https://hl7.org/fhir/packages.html): a gzipped tar with `package/package.json`,
 * an index, the definitions and, below `package/example`, the examples. The same input gives the same bytes.
 */
export function fhirPackage(compiled: Compiled, version: string): Promise<Buffer> {
  const sorted: Compiled = new Map([...compiled].sort(([a], [b]) => (a < b ? -1 : 1)));
  const guide = implementationGuide(sorted, version);
  const all: Compiled = new Map([...sorted, [`ImplementationGuide-${PACKAGE_NAME}.json`, json(guide)]]);
  const definitions = only(all, isDefinition);
  const examples = only(all, (resource) => !isDefinition(resource));
  return tarball([
    ['package/package.json', json(manifest(version))],
    ['package/.index.json', json(index(definitions))],
    ...below('package', definitions),
    ['package/example/.index.json', json(index(examples))],
    ...below('package/example', examples),
  ]);
}

const manifest = (version: string) => ({
  name: PACKAGE_NAME,
  version,
  'tools-version': 3,
  type: 'IG',
  canonical: CANONICAL,
  url: CANONICAL,
  title: 'Passerelle — pédiatrie sociale en communauté / community social pediatrics',
  description:
    'Profils, extensions, terminologies et exemples de la passerelle. / Profiles, extensions, terminologies and examples of the gateway.',
  author: 'Passerelle',
  license: 'Apache-2.0',
  fhirVersions: [FHIR_VERSION],
  dependencies: { 'hl7.fhir.r4.core': FHIR_VERSION },
  directories: { lib: 'package', example: 'example' },
});

/** What a reader of the package looks up without opening each file. */
const INDEXED = ['id', 'url', 'version', 'kind', 'type', 'supplements', 'content', 'valueSet', 'derivation'] as const;

const index = (files: Compiled) => ({
  'index-version': 2,
  files: [...files].map(([filename, text]) => {
    const resource: PackagedResource = JSON.parse(text);
    const told = INDEXED.flatMap((key) => (typeof resource[key] === 'string' ? [[key, resource[key]]] : []));
    return { filename, resourceType: resource.resourceType, ...Object.fromEntries(told) };
  }),
});

const only = (files: Compiled, wanted: (resource: PackagedResource) => boolean): Compiled =>
  new Map([...files].filter(([, text]) => wanted(JSON.parse(text))));

const below = (folder: string, files: Compiled): readonly (readonly [string, string])[] =>
  [...files].map(([file, text]) => [`${folder}/${file}`, text]);

async function tarball(files: readonly (readonly [string, string])[]): Promise<Buffer> {
  const cwd = await mkdtemp(join(tmpdir(), 'passerelle-package-'));
  try {
    for (const [name, text] of files) {
      await mkdir(dirname(join(cwd, name)), { recursive: true });
      await writeFile(join(cwd, name), text);
    }
    const names = files.map(([name]) => name);
    const chunks: Buffer[] = [];
    // Portable: nothing of this machine or of its users goes in.
    for await (const chunk of create({ cwd, gzip: { level: 9 }, portable: true, mtime: EPOCH }, names))
      chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;
