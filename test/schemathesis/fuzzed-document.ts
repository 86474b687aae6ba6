import { FUZZED_CENTRE, FUZZED_PARTNERS, fuzzedPartner } from './fuzzed-registry.ts';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

/** What a field of that name may say here: as its schema, and instead of what an example says. */
const KNOWN: Readonly<Record<string, { readonly schema: JsonObject; readonly said: (example: string) => string }>> = {
  centre: { schema: { const: FUZZED_CENTRE }, said: () => FUZZED_CENTRE },
  recipient: { schema: { enum: FUZZED_PARTNERS }, said: fuzzedPartner },
  partner: { schema: { enum: FUZZED_PARTNERS }, said: fuzzedPartner },
};

/**
 * The document as this one caller may use it: `centre` is the one that its token names, `recipient` and `partner` are in the registry, in the
 * schemas and in every example. Others are refused at the door (403, 422), and nothing behind it would be tried.
 */
export function fuzzedDocument(document: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(document).map(([key, value]): [string, Json] => {
      const known = KNOWN[key];
      if (known !== undefined && typeof value === 'string') return [key, known.said(value)];
      if (known !== undefined && isIdentifierSchema(value)) return [key, { ...value, ...known.schema }];
      return [key, fuzzedValue(value)];
    }),
  );
}

const fuzzedValue = (value: Json): Json => {
  if (isArray(value)) return value.map(fuzzedValue);
  return isObject(value) ? fuzzedDocument(value) : value;
};

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIdentifierSchema = (value: Json): value is JsonObject =>
  isObject(value) && value.$ref === '#/components/schemas/BusinessIdentifier';
