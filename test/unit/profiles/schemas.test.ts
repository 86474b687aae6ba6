import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { FORMATS } from '../../../profiles/formats.ts';
import { type Json, loadSchemas } from '../../../profiles/load-schemas.ts';

/** The registry is the gateway’s own file, and has formats of its own. */
const { registry: _registry, ...schemas } = loadSchemas();
/** Elements of FHIR have FHIR’s names. */
const { 'partner-task': _task, ...ours } = schemas;

test.each(Object.keys(schemas))('the schema %s compiles in strict mode', (name) => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, discriminator: true, formats: FORMATS });
  ajv.addVocabulary(['x-title-en', 'x-description-en']);
  const { [name]: own, ...others } = schemas;
  ajv.addSchema(Object.values(others));
  expect(() => ajv.compile(own ?? {})).not.toThrow();
});

test.each(Object.entries(ours))('every field of %s has a title in French and in English', (_name, schema) => {
  expect(untitled(schema, '')).toEqual([]);
});

/** Fields whose title is missing in a language, their own or that of what they refer to. */
function untitled(node: Json, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((it, index) => untitled(it, `${path}[${index}]`));
  return Object.entries(node).flatMap(([key, value]: [string, Json]) => {
    const below = untitled(value, `${path}.${key}`);
    if (key !== 'properties' && key !== '$defs') return below;
    // Conditions repeat a field that stands, with its title, beside them.
    if (/\.(?:if|else)$/.test(path)) return below;
    const fields = Object.entries(value ?? {}).filter(
      ([, field]) => !isTitled(field) && !('$ref' in field) && !('const' in field),
    );
    return [...fields.map(([name]) => `${path}.${name}`), ...below];
  });
}

const isTitled = (field: object): boolean => 'title' in field && 'x-title-en' in field;

test('a text in one language has its other language', () => {
  const lopsided = JSON.stringify(ours, (_key, node: unknown) =>
    typeof node === 'object' &&
    node !== null &&
    !Array.isArray(node) &&
    'description' in node !== 'x-description-en' in node
      ? { LOPSIDED: node }
      : node,
  );
  expect(lopsided).not.toContain('LOPSIDED');
});
