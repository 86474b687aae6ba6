import { meaningsOf } from '../../../profiles/code-meanings.ts';
import { CONCEPT_NAMES } from '../../../profiles/concept-names.ts';
import { type Json, type JsonObject, loadSchemas } from '../../../profiles/load-schemas.ts';
import type { Language } from './operation-outcome.ts';

/** Schemas whose root is a component of its own. */
const ROOTS: Readonly<Record<string, string>> = { ...CONCEPT_NAMES, exchange: 'Exchange', change: 'Change' };
/** Schemas that only hold definitions. */
const HOLDERS = ['datatypes', 'lists'];

/** What a format of ours lets through, as nearly as a regular expression can say it, for those who generate code or data from the document. */
const PATTERNS: Readonly<Record<string, string>> = {
  'business-identifier': '^[A-Za-z0-9.-]{1,64}$',
  text: '\\S',
  'fhir-date': '^(19|20|21|22)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$',
  'fhir-dateTime':
    '^(19|20|21|22)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{3})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9]))?)?)?$',
  'fhir-instant':
    '^(19|20|21|22)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{3})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$',
  'language-tag': '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
  nam: '^[A-Z]{4}[0-9]{8}$',
  ohip: '^[0-9]{10}$',
};

const LEFT_OUT = new Set(['$schema', '$id', '$defs', 'title', 'description', 'x-title-en', 'x-description-en']);

/**
 * The JSON Schemas of the concepts as OpenAPI components, titles and descriptions in one language. The alternatives of a discriminated
 * oneOf become components too, since OpenAPI reads a discriminator only between references.
 */
export function openApiSchemas(language: Language): JsonObject {
  const schemas = loadSchemas();
  const definitions = [
    ...Object.entries(ROOTS).flatMap(
      ([file, name]) => [[name, schemas[file]], ...definitionsOf(schemas[file])] as const,
    ),
    ...HOLDERS.flatMap((file) => definitionsOf(schemas[file])),
  ];
  const alternatives: [string, Json][] = [];
  const converted = definitions.map(([name, schema]): [string, Json] => [
    name,
    inOpenApi(schema ?? {}, language, name, alternatives),
  ]);
  return Object.fromEntries([...converted, ...alternatives].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isObject = (node: Json | undefined): node is JsonObject =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

const definitionsOf = (schema: JsonObject | undefined): readonly (readonly [string, Json])[] =>
  isObject(schema?.$defs) ? Object.entries(schema.$defs) : [];

/** `name`: the component that `node` is, for its alternatives; they are added to `alternatives`. */
function inOpenApi(node: Json, language: Language, name: string, alternatives: [string, Json][]): Json {
  if (Array.isArray(node)) return node.map((it) => inOpenApi(it, language, name, alternatives));
  if (!isObject(node)) return node;
  const entries = Object.entries(node).filter(([key]) => !LEFT_OUT.has(key));
  const inner = entries.map(([key, value]): [string, Json] => {
    if (key === 'properties' && isObject(value)) {
      const fields = Object.entries(value).map(([field, it]) => [field, inOpenApi(it, language, name, alternatives)]);
      return [key, Object.fromEntries(fields)];
    }
    if (key === '$ref') return [key, componentRef(String(value))];
    return [key, inOpenApi(value, language, name, alternatives)];
  });
  const schema = { ...words(node, language), ...Object.fromEntries(inner), ...patternOf(node) };
  return 'discriminator' in node ? byReference(schema, name, alternatives) : schema;
}

function words(node: JsonObject, language: Language): JsonObject {
  const french = language === 'fr';
  const title = french ? node.title : (node['x-title-en'] ?? node.title);
  const said = french ? node.description : (node['x-description-en'] ?? node.description);
  const description = [said, codesSaid(node, language)].filter((it) => typeof it === 'string').join(' ');
  return { ...(typeof title === 'string' ? { title } : {}), ...(description === '' ? {} : { description }) };
}

function codesSaid({ enum: codes }: JsonObject, language: Language): string | undefined {
  if (!Array.isArray(codes)) return undefined;
  const meanings = meaningsOf(codes.map(String));
  if (meanings === undefined) return undefined;
  return `${codes.map((code) => `${code} : ${meanings[String(code)]?.[language]}`).join(' ; ')}.`;
}

function patternOf({ format }: JsonObject): JsonObject {
  const pattern = PATTERNS[String(format)];
  return pattern === undefined ? {} : { pattern };
}

/** `datatypes.schema.json#/$defs/Who`, `#/$defs/Loop`, `change.schema.json` → the component. */
function componentRef(ref: string): string {
  const [file = '', pointer] = ref.split('#');
  const component = pointer?.split('/').at(-1) ?? ROOTS[file.replace('.schema.json', '')];
  return `#/components/schemas/${component}`;
}

function byReference(schema: JsonObject, name: string, alternatives: [string, Json][]): JsonObject {
  const { oneOf, discriminator, ...rest } = schema;
  const tag = isObject(discriminator) ? String(discriminator.propertyName) : '';
  const references = (Array.isArray(oneOf) ? oneOf : []).map((alternative) => {
    const kind = kindOf(alternative, tag);
    const component = name + pascal(kind);
    alternatives.push([component, alternative]);
    return { kind, ref: `#/components/schemas/${component}` };
  });
  return {
    ...rest,
    oneOf: references.map(({ ref }) => ({ $ref: ref })),
    discriminator: { propertyName: tag, mapping: Object.fromEntries(references.map(({ kind, ref }) => [kind, ref])) },
  };
}

function kindOf(alternative: Json, tag: string): string {
  const properties = isObject(alternative) ? alternative.properties : undefined;
  const field = isObject(properties) ? properties[tag] : undefined;
  return isObject(field) ? String(field.const) : '';
}

const pascal = (code: string): string =>
  code
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
