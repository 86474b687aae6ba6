import type { Row } from './reading-table.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * A valid example of a profile cut down to what its table says must be there. Where a rule asks for more than that, down to where no
 * line of the table can be taken away any more.
 */
export function minimalExample(
  example: JsonObject,
  rows: readonly Row[],
  isValid: (resource: JsonObject) => boolean,
): JsonObject {
  const asked = withRows(
    example,
    rows.filter(({ mandatory }) => mandatory),
  );
  if (isValid(asked)) return asked;
  // Here a list keeps all its entries: a rule may be about several of them.
  let left = rows.map((row) => ({ ...row, picks: row.picks ?? everyEntry, min: ENTRIES_MAX }));
  for (const { path } of left.filter(({ mandatory }) => !mandatory).reverse()) {
    const fewer = left.filter((row) => row.path !== path && !row.path.startsWith(`${path}.`));
    if (isValid(withRows(example, fewer))) left = fewer;
  }
  return withRows(example, left);
}

const ENTRIES_MAX = 100;
const everyEntry = (): boolean => true;

function withRows(example: JsonObject, rows: readonly Row[]): JsonObject {
  const { meta, ...elements } = cut(example, rows, '');
  return {
    resourceType: example.resourceType ?? '',
    meta: { ...(profileOf(example) ?? {}), ...(isObject(meta) ? meta : {}) },
    ...elements,
  };
}

/** The parts of an object that mandatory rows below `prefix` name; a slice is the entries that the table names so. */
function cut(object: JsonObject, rows: readonly Row[], prefix: string): JsonObject {
  const here = rows.filter(({ path }) => path.startsWith(prefix) && !path.slice(prefix.length).includes('.'));
  const sliced = new Set(here.filter(({ picks }) => picks !== undefined).map(({ path }) => listOf(path)));
  const parts = here.flatMap((row) => {
    // The slices are the entries of the list.
    if (row.picks === undefined && sliced.has(row.path)) return [];
    const name = row.path.slice(prefix.length);
    const property = name.endsWith('[x]') ? choiceIn(object, name.slice(0, -3)) : name.replace(/\[.*\]$/, '');
    const value = object[property];
    return value === undefined ? [] : [[property, kept(value, row, rows)] as const];
  });
  const merged = new Map<string, Json>();
  for (const [property, value] of parts) merged.set(property, together(merged.get(property), value));
  return Object.fromEntries(merged);
}

function kept(value: Json, row: Row, rows: readonly Row[]): Json {
  // What is asked of every entry of a list is asked of a slice too.
  const inside = rows.flatMap((it) => moved(it, listOf(row.path), row.path));
  const below = inside.some(({ path }) => path.startsWith(`${row.path}.`));
  const one = (it: Json): Json => (below && isObject(it) ? cut(it, inside, `${row.path}.`) : withoutServerIds(it));
  if (!Array.isArray(value)) return one(value);
  const entries = row.picks === undefined ? value.slice(0, 1) : value.filter(row.picks).slice(0, Math.max(row.min, 1));
  return entries.map(one);
}

const listOf = (path: string): string => path.replace(/\[[^[\]]*\]$/, '[]');

const moved = (row: Row, from: string, to: string): readonly Row[] =>
  row.path.startsWith(`${from}.`) ? [{ ...row, path: `${to}${row.path.slice(from.length)}` }] : [row];

/** `reference` is the address on one server; the number beside it names the same thing everywhere. */
function withoutServerIds(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutServerIds);
  if (!isObject(value)) return value;
  const named = 'identifier' in value || 'display' in value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, it]) => (named && key === 'reference' ? [] : [[key, withoutServerIds(it)]])),
  );
}

/** Two slices of one list. */
function together(before: Json | undefined, value: Json): Json {
  if (!Array.isArray(before) || !Array.isArray(value)) return value;
  const known = new Set(before.map((it) => JSON.stringify(it)));
  return [...before, ...value.filter((it) => !known.has(JSON.stringify(it)))];
}

const choiceIn = (object: JsonObject, name: string): string =>
  Object.keys(object).find((key) => key.startsWith(name) && /^[A-Z]/.test(key.slice(name.length))) ?? name;

const profileOf = ({ meta }: JsonObject): JsonObject | undefined =>
  isObject(meta) && meta.profile !== undefined ? { profile: meta.profile } : undefined;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
