import { type Check, isObject, type Json } from './generated-checkers.ts';
import { ALONE, type Walk } from './walk.ts';

/** Says whether a value is one of a primitive type. */
export type Test = (value: unknown) => boolean;

/** A child that does not repeat. */
export function one(value: unknown, name: string, check: Check, walk: Walk): void {
  if (walk.enter(name, ALONE)) check(value, walk);
  walk.leave();
}

/** A child that repeats; returns how many there are. */
export function list(values: unknown, name: string, check: Check, walk: Walk): number {
  if (!isList(values, name, walk)) return 1;
  for (let i = 0; i < values.length; i += 1) {
    if (walk.enter(name, i)) check(values[i], walk);
    walk.leave();
  }
  return values.length;
}

/** Whether it is a list with something in it; says so if it is not. */
export function isList(values: unknown, name: string, walk: Walk): values is readonly unknown[] {
  if (!Array.isArray(values)) walk.misshapen('list', '', name);
  else if (values.length === 0) walk.misshapen('emptyList', '', name);
  else return true;
  return false;
}

/** A primitive that does not have its type: says whether it is not even the kind of JSON value, or only not well formed. */
export function wrong(value: unknown, type: string, name: string, walk: Walk, place: number = ALONE): void {
  const blank = typeof value === 'string' && value !== '' && value.trim() === '';
  if (blank && TEXTS.has(type)) walk.report('blank', '', name, place);
  else walk.misshapen(whatIsWrong(value, type), type, name, place);
}

/** Like `wrong`, the walk being at the element. */
export const wrongHere = (value: unknown, type: string, walk: Walk): void =>
  walk.misshapen(whatIsWrong(value, type), type);

function whatIsWrong(value: unknown, type: string): 'noNull' | 'single' | 'format' | 'primitive' {
  if (value === null) return 'noNull';
  if (Array.isArray(value)) return 'single';
  return typeof value === JSON_KINDS[type] ? 'format' : 'primitive';
}

const TEXTS = new Set(['string', 'markdown']);

const JSON_KINDS: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  integer: 'number',
  unsignedInt: 'number',
  positiveInt: 'number',
  decimal: 'number',
  date: 'string',
  dateTime: 'string',
  instant: 'string',
  time: 'string',
  string: 'string',
  markdown: 'string',
  code: 'string',
  id: 'string',
  uri: 'string',
  url: 'string',
  canonical: 'string',
  oid: 'string',
  uuid: 'string',
  base64Binary: 'string',
  xhtml: 'string',
};

/** A list of primitives and the list beside it: each place has a value, or an object in its stead. Returns how many there are. */
export function primitives(
  values: unknown,
  companions: unknown,
  name: string,
  type: string,
  test: Test,
  companionCheck: Check,
  walk: Walk,
): number {
  if (values !== undefined && !isList(values, name, walk)) return 1;
  if (companions !== undefined && !isList(companions, `_${name}`, walk)) return 1;
  const count = Math.max(values?.length ?? 0, companions?.length ?? 0);
  for (let i = 0; i < count; i += 1) {
    const companion = companions?.[i] ?? undefined;
    const value = values?.[i] ?? undefined;
    if (companion !== undefined) {
      if (walk.enter(name, i)) companionCheck(companion, walk);
      walk.leave();
    }
    if (value !== undefined ? !test(value) : companion === undefined) wrong(values?.[i] ?? null, type, name, walk, i);
  }
  return count;
}

/** Like `Check`, of a primitive: `companion` is the object beside it. */
type PrimitiveCheck = (value: unknown, walk: Walk, companion: unknown) => void;

/** A primitive of which more is asked than its type. */
export function onePrimitive(
  value: unknown,
  companion: unknown,
  name: string,
  check: PrimitiveCheck,
  walk: Walk,
): void {
  if (walk.enter(name, ALONE)) check(value, walk, companion);
  walk.leave();
}

/** Like `primitives`, where more is asked of each. */
export function checkedPrimitives(
  values: unknown,
  companions: unknown,
  name: string,
  check: PrimitiveCheck,
  companionCheck: Check,
  walk: Walk,
): number {
  if (values !== undefined && !isList(values, name, walk)) return 1;
  if (companions !== undefined && !isList(companions, `_${name}`, walk)) return 1;
  const count = Math.max(values?.length ?? 0, companions?.length ?? 0);
  for (let i = 0; i < count; i += 1) {
    const companion = companions?.[i] ?? undefined;
    const value = values?.[i] ?? undefined;
    if (walk.enter(name, i)) {
      if (value === undefined && companion === undefined) walk.misshapen('noNull');
      else check(value, walk, companion);
      if (companion !== undefined) companionCheck(companion, walk);
    }
    walk.leave();
  }
  return count;
}

/** The object expected here, or what is wrong with it. */
export function object(value: unknown, walk: Walk): value is Json {
  if (isObject(value)) return true;
  if (value === null) walk.misshapen('noNull');
  else walk.misshapen(Array.isArray(value) ? 'single' : 'object');
  return false;
}

/** The id of an element: a text, once in a resource. */
export function elementId(value: unknown, element: Json, walk: Walk): void {
  if (typeof value !== 'string' || value === '') {
    wrong(value, 'string', 'id', walk);
    return;
  }
  walk.ids ??= new Map();
  const other = walk.ids.get(value);
  if (other !== undefined && other !== element) walk.report('duplicateId', '', 'id');
  walk.ids.set(value, element);
}
