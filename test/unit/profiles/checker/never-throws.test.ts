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
