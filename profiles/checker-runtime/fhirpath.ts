import { isObject, type Json } from './generated-checkers.ts';
import { resolve } from './references.ts';
import type { Walk } from './walk.ts';

/** What compiled FHIRPath calls. Empty is undefined; a collection is an array. */

type Value = unknown;
type List = readonly unknown[];
type Truth = boolean | undefined;

// ── Moving about ──

/** The property of a choice that is there, if any: its value, or an extension in its stead. */
export function choiceOf(of: Json, properties: readonly string[]): string | undefined {
  for (const property of properties)
    if (of[property] !== undefined || of[`_${property}`] !== undefined) return property;
  return undefined;
}

const lengthOfList = (list: Value): number => (Array.isArray(list) ? list.length : 0);

export const longer = (one: Value, other: Value): number => Math.max(lengthOfList(one), lengthOfList(other));

/** null in a list of primitives stands for nothing. */
export const itemAt = (list: Value, place: number): Value =>
  Array.isArray(list) ? (list[place] ?? undefined) : undefined;

/** Children by their FHIR name, where the type is known only now. */
export function childrenNamed(of: Value, name: string): List {
  if (!isObject(of)) return [];
  const plain = of[name] ?? of[`_${name}`];
  if (plain !== undefined) return Array.isArray(plain) ? plain.filter((it) => it !== null) : [plain];
  const choice = Object.keys(of).find((key) => key.startsWith(name) && /^[A-Z]/.test(key.slice(name.length)));
  return choice === undefined ? [] : [of[choice]];
}

/** All children, as FHIR has them: a primitive and the object beside it are one. */
export function allChildren(of: Value): List {
  if (!isObject(of)) return [];
  return Object.entries(of).flatMap(([key, value]) => {
    if (key === 'resourceType' || (key.startsWith('_') && of[key.slice(1)] !== undefined)) return [];
    return Array.isArray(value) ? value.filter((it) => it !== null) : [value];
  });
}

export function descendants(of: Value): List {
  return allChildren(of).flatMap((child) => [child, ...descendants(child)]);
}

/** What references lead to, where it is at hand. */
export function resolvedItems(of: Value, walk: Walk): List {
  const target = isObject(of) ? of.reference : of;
  const found = typeof target === 'string' ? resolve(target, walk) : undefined;
  return found === undefined ? [] : [found];
}

export const onlyOne = (list: List): Value => (list.length === 1 ? list[0] : undefined);

// ── Equality ──

/** Equality of two values of one kind; undefined if one is missing. */
export const same = (one: Value, other: Value): Truth =>
  one === undefined || other === undefined ? undefined : equal(one, other);

export function equalLists(one: List, other: List): Truth {
  if (one.length === 0 || other.length === 0) return undefined;
  return one.length === other.length && one.every((it, index) => equal(it, other[index]));
}

/** Alike whatever the order, and but for case and white space. */
export function equivalent(one: List, other: List): boolean {
  if (one.length !== other.length) return false;
  const left = [...other];
  return one.every((it) => {
    const index = left.findIndex((its) => equal(folded(it), folded(its)));
    if (index !== -1) left.splice(index, 1);
    return index !== -1;
  });
}

const folded = (value: Value): Value =>
  typeof value === 'string' ? value.toLowerCase().trim().replace(/\s+/g, ' ') : value;

function equal(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((it, i) => equal(it, other[i]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => equal(one[key], other[key]));
}

export function isIn(item: List, list: List): Truth {
  const values = item.filter((it) => it !== undefined);
  if (values.length === 0) return undefined;
  return values.every((value) => list.some((it) => equal(it, value)));
}

export const isSubset = (some: List, all: List): boolean => some.every((it) => all.some((its) => equal(it, its)));

export const distinct = (list: List): List =>
  list.filter((it, index) => list.findIndex((its) => equal(it, its)) === index);

export function isDistinct(list: List): boolean {
  if (list.every((it) => typeof it !== 'object')) return new Set(list).size === list.length;
  return distinct(list).length === list.length;
}

export const intersection = (one: List, other: List): List =>
  distinct(one.filter((it) => other.some((its) => equal(it, its))));

export const difference = (one: List, other: List): List => one.filter((it) => !other.some((its) => equal(it, its)));

export const allTrue = (list: List): boolean => list.every((it) => it === true);
export const allFalse = (list: List): boolean => list.every((it) => it === false);
export const anyTrue = (list: List): boolean => list.some((it) => it === true);
export const anyFalse = (list: List): boolean => list.some((it) => it === false);

// ── Order ──

/** `<`, `<=`, `>`, `>=` of numbers, texts, quantities; undefined where they cannot be compared. */
export function ordered(operator: string, one: Value, other: Value): Truth {
  if (typeof one === 'number' && typeof other === 'number') return holds(operator, one - other);
  if (typeof one === 'string' && typeof other === 'string')
    return holds(operator, one < other ? -1 : Number(one > other));
  if (isObject(one) && isObject(other)) return orderedQuantities(operator, one, other);
  return undefined;
}

/** Quantities of one unit; where UCUM codes differ nothing is said against them, as in HL7’s validator. */
function orderedQuantities(operator: string, one: Json, other: Json): Truth {
  if (typeof one.value !== 'number' || typeof other.value !== 'number') return undefined;
  const coded = typeof one.code === 'string' && typeof other.code === 'string';
  if (coded && one.system === other.system && one.code !== other.code) return true;
  const unit = ({ system, code, unit: name }: Json): string =>
    code === undefined ? String(name) : `${system}|${code}`;
  return unit(one) === unit(other) ? holds(operator, one.value - other.value) : undefined;
}

function holds(operator: string, difference: number): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    default:
      return difference >= 0;
  }
}

export function orderedTimes(operator: string, one: Value, other: Value): Truth {
  const difference = timeDifference(one, other);
  return difference === undefined ? undefined : holds(operator, difference);
}

export function equalTimes(one: Value, other: Value): Truth {
  if (one === undefined || other === undefined) return undefined;
  if (one === other) return true;
  const difference = timeDifference(one, other);
  return difference === undefined ? undefined : difference === 0;
}

const FULL_DATE_LENGTH = 10;
const MINUTE_MS = 60_000;
const PARTS = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d):(\d\d):(\d\d(?:\.\d+)?))?/;
const OFFSET = /(?:Z|([+-])(\d\d):(\d\d))$/;

/** Negative, 0 or positive; undefined where what both say is equal and one says more. */
function timeDifference(one: Value, other: Value): number | undefined {
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  if (one.length === other.length && one.length <= FULL_DATE_LENGTH) return one < other ? -1 : Number(one > other);
  const [a, b] = [timeParts(one), timeParts(other)];
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length === b.length ? 0 : undefined;
}

/** Year, month, day, hour, minute, second; in UTC where the time has an offset. */
function timeParts(text: string): readonly number[] {
  if (text.length > FULL_DATE_LENGTH && OFFSET.test(text)) {
    const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
    const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    const utc = new Date(Date.parse(`${text.slice(0, 16)}:00Z`) - offset * MINUTE_MS);
    const seconds = Number(/T\d\d:\d\d:(\d\d(?:\.\d+)?)/.exec(text)?.[1]);
    return [
      utc.getUTCFullYear(),
      utc.getUTCMonth() + 1,
      utc.getUTCDate(),
      utc.getUTCHours(),
      utc.getUTCMinutes(),
      seconds,
    ];
  }
  return (PARTS.exec(text) ?? [])
    .slice(1)
    .filter((it) => it !== undefined)
    .map(Number);
}

// ── Texts and numbers ──

const text = (value: Value): string | undefined => (typeof value === 'string' ? value : undefined);

export const startsWith = (value: Value, start: Value): Truth => text(value)?.startsWith(String(start));
export const endsWith = (value: Value, end: Value): Truth => text(value)?.endsWith(String(end));
export const includes = (value: Value, part: Value): Truth => text(value)?.includes(String(part));
export const upper = (value: Value): Value => text(value)?.toUpperCase();
export const lower = (value: Value): Value => text(value)?.toLowerCase();
export const trim = (value: Value): Value => text(value)?.trim();
export const lengthOf = (value: Value): Value => text(value)?.length;
export const indexOf = (value: Value, part: Value): Value => text(value)?.indexOf(String(part));
export const replace = (value: Value, part: Value, by: Value): Value =>
  text(value)?.replaceAll(String(part), () => String(by));
export const splitText = (value: Value, separator: Value): List => text(value)?.split(String(separator)) ?? [];

export function substring(value: Value, start: Value, length?: Value): Value {
  const whole = text(value);
  if (whole === undefined || typeof start !== 'number' || start < 0 || start >= whole.length) return undefined;
  return whole.slice(start, typeof length === 'number' ? start + length : undefined);
}

/** A pattern of FHIRPath, which may be found anywhere in a text. */
export const pattern = (source: string): RegExp => new RegExp(source, 's');

export const matchesPattern = (value: Value, it: RegExp): Truth =>
  typeof value === 'string' ? it.test(value) : undefined;
export const matches = (value: Value, source: Value): Truth => matchesPattern(value, pattern(String(source)));
export const matchesFull = (value: Value, source: Value): Truth => matchesPattern(value, pattern(`^(?:${source})$`));
export const replaceMatches = (value: Value, source: Value, by: Value): Value =>
  text(value)?.replace(new RegExp(String(source), 'gs'), () => String(by));

/** `&`: empty is an empty text. */
export const joined = (one: Value, other: Value): string => `${one ?? ''}${other ?? ''}`;

export function plus(one: Value, other: Value): Value {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  return typeof one === 'string' && typeof other === 'string' ? one + other : undefined;
}

export function arithmetic(operator: string, one: Value, other: Value): Value {
  if (typeof one !== 'number' || typeof other !== 'number') return undefined;
  if (operator === '-') return one - other;
  if (operator === '*') return one * other;
  if (other === 0) return undefined;
  if (operator === '/') return one / other;
  return operator === 'div' ? Math.trunc(one / other) : one % other;
}

export const toText = (value: Value): Value =>
  value === undefined || (typeof value === 'object' && value !== null) ? undefined : String(value);

export function toInteger(value: Value): Value {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : undefined;
}

export function toDecimal(value: Value): Value {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}
