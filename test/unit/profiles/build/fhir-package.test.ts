import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { extract } from 'tar';
import { fhirPackage } from '../../../../profiles/build/fhir-package.ts';
import { readCompiled, readVersion } from '../../../../profiles/build/read-compiled.ts';
import type { Compiled } from '../../../../profiles/build/run-sushi.ts';
import { CANONICAL } from '../../../../profiles/canonical.ts';

const compiled = await readCompiled();
const version = await readVersion();
const ours = await unpacked(await fhirPackage(compiled, version));

/** Path in the archive → its JSON. */
async function unpacked(tgz: Buffer): Promise<ReadonlyMap<string, Json>> {
  const cwd = await mkdtemp(join(tmpdir(), 'passerelle-unpacked-'));
  await writeFile(join(cwd, 'psc.tgz'), tgz);
  await extract({ cwd, file: join(cwd, 'psc.tgz') });
  const files = (await readdir(cwd, { recursive: true })).filter((path) => path.endsWith('.json'));
  const all = new Map(files.map((path) => [path, JSON.parse(readFileSync(join(cwd, path), 'utf8'))]));
  await rm(cwd, { recursive: true });
  return all;
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of each file is what the tests assert
type Json = any;

/** The profile that an example follows; a definition follows none. */
const follows = ({ meta }: Json): string | undefined => meta?.profile?.[0];

test('the manifest says what a FHIR package must say of itself', () => {
  expect(ours.get('package/package.json')).toMatchObject({
    name: 'ca.passerelle.psc',
    version,
    type: 'IG',
    canonical: CANONICAL,
    fhirVersions: ['4.0.1'],
    dependencies: { 'hl7.fhir.r4.core': '4.0.1' },
  });
});

test('definitions stand in package/, examples in package/example/, each of them once and as it was compiled', () => {
  const resources = [...ours].filter(([path]) => !path.endsWith('/package.json') && !path.endsWith('/.index.json'));
  const guide = 'package/ImplementationGuide-ca.passerelle.psc.json';
  const placed = new Map(
    resources.filter(([path]) => path !== guide).map(([path, json]) => [path.split('/').at(-1), json]),
  );
  expect(placed).toEqual(new Map([...compiled].map(([file, text]) => [file, JSON.parse(text)])));
  for (const [path, resource] of resources)
    expect({ path, example: follows(resource) !== undefined }).toEqual({
      path,
      example: path.startsWith('package/example/'),
    });
});

test.each(['package', 'package/example'])(
  'the index of %s names every resource of it, with what finds it',
  (folder) => {
    const index = ours.get(`${folder}/.index.json`);
    expect(index['index-version']).toBe(2);
    const files = [...ours.keys()].filter(
      (path) => path.startsWith(`${folder}/`) && path.split('/').length === folder.split('/').length + 1,
    );
    const indexed = index.files.map(({ filename }: Json) => `${folder}/${filename}`);
    expect([...indexed, `${folder}/.index.json`].sort()).toEqual(
      files.filter((path) => path !== 'package/package.json').sort(),
    );
    for (const { filename, ...told } of index.files) expect(ours.get(`${folder}/${filename}`)).toMatchObject(told);
  },
);

test('the ImplementationGuide lists every other resource, and says of an example which profile it is of', () => {
  const guide = ours.get('package/ImplementationGuide-ca.passerelle.psc.json');
  expect(guide).toMatchObject({
    packageId: 'ca.passerelle.psc',
    version,
    fhirVersion: ['4.0.1'],
    url: `${CANONICAL}/ImplementationGuide/ca.passerelle.psc`,
  });
  const listed = new Map(
    guide.definition.resource.map((row: Json) => [row.reference.reference, row.exampleCanonical ?? row.exampleBoolean]),
  );
  for (const text of compiled.values()) {
    const resource = JSON.parse(text);
    expect(listed.get(`${resource.resourceType}/${resource.id}`)).toBe(follows(resource) ?? false);
  }
});

test('the same definitions give the same bytes, in whatever order they come', async () => {
  const few: Compiled = new Map([...compiled].slice(0, 5));
  const reversed: Compiled = new Map([...few].reverse());
  expect((await fhirPackage(reversed, '1.2.3')).equals(await fhirPackage(few, '1.2.3'))).toBe(true);
  expect((await fhirPackage(few, '1.2.4')).equals(await fhirPackage(few, '1.2.3'))).toBe(false);
});
