import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMPILED_FOLDER, R4_PACKAGE } from '../../../../profiles/build/places.ts';
import { checkResource } from '../../../../profiles/check-resource.ts';

const SIZE_MAX = 20_000;

/** Examples of R4’s and of ours, of every type. */
const examples = [R4_PACKAGE, COMPILED_FOLDER].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /^[A-Z]\w+-.*\.json$/.test(file) && !/^(?:SearchParameter|ValueSet|CodeSystem)-/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .filter((text) => text.length < SIZE_MAX)
    .map((text): unknown => JSON.parse(text)),
);

const junk = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    '#',
    0,
    -1,
    1e300,
    true,
    [],
    {},
    [null],
    [[]],
    [{}],
    { resourceType: 'Patient' },
    { url: 5 },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

test('whatever is put anywhere in a resource, the check answers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 4 }),
      (example, edits) => {
        const resource = structuredClone(example);
        for (const [place, value] of edits) put(resource, place, structuredClone(value));
        expect(Array.isArray(checkResource(resource))).toBe(true);
      },
    ),
    { numRuns: 3_000, seed: 1 },
  );
});

test.each([500, 100_000])('what lies %d levels deep is refused, not followed to the end of the stack', (levels) => {
  let extension: object = { url: 'https://x.y/z', valueString: 'a' };
  for (let level = 0; level < levels; level += 1) extension = { url: 'https://x.y/z', extension: [extension] };
  const deep = { resourceType: 'Patient', id: 'a', extension: [extension] };
  const entry = { fullUrl: 'https://x.y/Patient/a', resource: deep };
  const noUrl = { request: { method: 'POST', url: 'Patient' }, resource: { ...deep, nothingKnown: extension } };
  const resources = [
    deep,
    { ...deep, contained: [deep] },
    { resourceType: 'Bundle', type: 'collection', entry: [entry] },
    { resourceType: 'Bundle', type: 'transaction', entry: [noUrl] },
  ];
  for (const resource of resources) {
    expect(checkResource(resource).map(({ code }) => code)).toContain('too-costly');
    expect(checkResource({ ...resource, nothingKnown: extension })).not.toEqual([]);
  }
});

test('bytes in Base64 are taken as such however many there are, and in lines; one sign more, less or other is told', () => {
  const faultsOf = (data: string) =>
    checkResource({ resourceType: 'Binary', contentType: 'application/pdf', data }).map(({ expression }) => expression);
  fc.assert(
    fc.property(
      // As many as the largest body of a partner, and as an answer of a partner that is read.
      fc.constantFrom(1, 2, 3, 100, 4_900_000),
      fc.constantFrom('', '\n', '\r\n'),
      fc.constantFrom('=', '-', 'A', 'AA', 'AAA', '===='),
      (size, between, more) => {
        const base64 = Buffer.alloc(size, 7).toString('base64');
        const half = base64.length / 2;
        expect(faultsOf(`${base64.slice(0, half)}${between}${base64.slice(half)}`)).toEqual([]);
        expect(faultsOf(base64.slice(1))).toEqual(['Binary.data']);
        expect(faultsOf(`${more}${base64}`)).toEqual(['Binary.data']);
      },
    ),
    { numRuns: 60 },
  );
});

/** Replaces one of all values, by its number. */
function put(of: unknown, place: number, value: unknown): void {
  const all: [Record<string, unknown>, string][] = [];
  collect(of);
  const [holder, key] = all[place % Math.max(all.length, 1)] ?? [];
  if (holder !== undefined && key !== undefined) holder[key] = value;

  function collect(it: unknown): void {
    if (typeof it !== 'object' || it === null) return;
    for (const [name, child] of Object.entries(it)) {
      all.push([it as Record<string, unknown>, name]);
      collect(child);
    }
  }
}
