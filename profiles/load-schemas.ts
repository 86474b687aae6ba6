import { readdirSync, readFileSync } from 'node:fs';

const SCHEMAS = new URL('./schemas/', import.meta.url);
const ENDING = '.schema.json';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Every JSON Schema of `profiles/schemas/` under its name (`care-circle`, `datatypes`), read when called. */
export function loadSchemas(): Readonly<Record<string, JsonObject>> {
  const files = readdirSync(SCHEMAS).filter((file) => file.endsWith(ENDING));
  return Object.fromEntries(
    files
      .sort()
      .map((file) => [file.slice(0, -ENDING.length), JSON.parse(readFileSync(new URL(file, SCHEMAS), 'utf8'))]),
  );
}
