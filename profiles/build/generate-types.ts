import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { CONCEPT_NAMES } from '../concept-names.ts';
import { type Json, type JsonObject, loadSchemas } from '../load-schemas.ts';

const TARGET = new URL('../../mappings/domain/concepts.ts', import.meta.url);

/** Titles would become French type names, and conditions have no type: both are left out. */
const LEFT_OUT = new Set([
  'title',
  'x-title-en',
  'x-description-en',
  'if',
  'then',
  'discriminator',
  'examples',
  'default',
  'format',
  '$id',
  '$schema',
]);

function typed(node: Json): Json {
  if (Array.isArray(node)) return node.map(typed);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).flatMap(([key, value]): [string, Json][] => {
    if (key === 'properties')
      return [[key, Object.fromEntries(Object.entries(value ?? {}).map(([name, it]) => [name, typed(it)]))]];
    if (key === '$ref') return [[key, String(value).replace('datatypes.schema.json#/$defs/', '#/definitions/')]];
    return LEFT_OUT.has(key) || (key === 'description' && '$ref' in node) ? [] : [[key, typed(value)]];
  });
  // The discriminated alternatives carry the type; a bare "object" beside them would widen it.
  return Object.fromEntries(
    'oneOf' in node ? entries.filter(([key]) => key !== 'type' && key !== 'required') : entries,
  );
}

/** The TypeScript text of `mappings/domain/concepts.ts`, made from the JSON Schemas. */
export async function conceptTypes(): Promise<string> {
  const schemas = loadSchemas();
  const definitions: JsonObject = Object.fromEntries([
    ...Object.entries(schemas.datatypes?.$defs ?? {}).map(([name, schema]) => [name, typed(schema)]),
    ...Object.entries(CONCEPT_NAMES)
      // FHIR’s own types say what a Task is.
      .filter(([file]) => file !== 'partner-task')
      .map(([file, name]) => [name, typed(schemas[file] ?? {})]),
  ]);
  const root = {
    definitions,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys(definitions).map((name) => [name, { $ref: `#/definitions/${name}` }])),
  } as JSONSchema;
  const text = await compile(root, 'Unused', {
    bannerComment: '/** Generated from profiles/schemas by `npm run types`: change the schemas, not this file. */',
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
    strictIndexSignatures: true,
  });
  return text
    .replace(/export interface Unused \{[\s\S]*?\n\}\n/, '')
    .replace(/^ *\/\*\*\n(?: *\* @(?:min|max)Items \d+\n)+ *\*\/\n/gm, '')
    .replace(/^( +)([a-zA-Z]+\??):(?=[ \n])/gm, '$1readonly $2:')
    .replace(/([A-Za-z]+)\[\]/g, 'readonly $1[]');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TARGET, await conceptTypes());
