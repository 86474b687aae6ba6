import { daysInMonth } from '../calendar.ts';

/** R4’s primitive types in JSON. Each takes anything and never throws. */

const INTEGER_MAX = 2_147_483_647;
const STRING_MAX = 1_048_576;
const ID_MAX = 64;
const OID = /^urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:\S/;
const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
const TIME_OF_DAY = /^T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/;
/** No group is repeated: on some megabytes such a pattern runs out of stack. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const FULL_DATE_LENGTH = 10;
const SPACE = 0x20;
const DASH = 0x2d;
const DOT = 0x2e;

export const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

export const isInteger = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value <= INTEGER_MAX && value >= -INTEGER_MAX - 1;

export const isUnsignedInt = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= INTEGER_MAX;

export const isPositiveInt = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= INTEGER_MAX;

export const isDecimal = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

export const isString = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= STRING_MAX;

/** No white space at the ends, single spaces inside and no other white space, as HL7's validator has it. */
export function isCode(value: unknown): boolean {
  if (typeof value !== 'string' || value.length === 0) return false;
  let afterSpace = true;
  for (let i = 0; i < value.length; i += 1) {
    const at = value.charCodeAt(i);
    const space = at === SPACE;
    if (at < SPACE || (space && afterSpace)) return false;
    afterSpace = space;
  }
  return !afterSpace;
}

export function isId(value: unknown): boolean {
  if (typeof value !== 'string' || value.length === 0 || value.length > ID_MAX) return false;
  for (let i = 0; i < value.length; i += 1) {
    const at = value.charCodeAt(i);
    if (!isLetterOrDigit(at) && at !== DASH && at !== DOT) return false;
  }
  return true;
}

const isLetterOrDigit = (at: number): boolean =>
  (at >= 0x61 && at <= 0x7a) || (at >= 0x41 && at <= 0x5a) || (at >= 0x30 && at <= 0x39);

/** No white space; what it says to be (urn:uuid:, urn:oid:) it is. */
export function isUri(value: unknown): boolean {
  if (typeof value !== 'string' || value.length === 0) return false;
  for (let i = 0; i < value.length; i += 1) if (value.charCodeAt(i) <= SPACE) return false;
  const at = value.charCodeAt(0);
  if (at === 0x75 /* u */) return isUrn(value);
  return at !== 0x6f /* o */ || !value.startsWith('oid:');
}

function isUrn(value: string): boolean {
  if (value.startsWith('urn:uuid:')) return UUID.test(value.slice(9).split('#')[0] ?? '');
  if (value.startsWith('urn:oid:')) return isOid(value);
  return !value.startsWith('uuid:');
}

/** An address with its scheme. */
export const isAbsoluteUri = (value: unknown): value is string => typeof value === 'string' && ABSOLUTE.test(value);

export const isCanonical = (value: unknown): boolean =>
  typeof value === 'string' &&
  (value.startsWith('#') || ABSOLUTE.test(value)) &&
  isUri(value.startsWith('urn:uuid:') ? value.split('|')[0] : value);

/** Roots shorter than four characters are never a namespace of somebody’s own, save below 1.3. */
export const isOid = (value: unknown): boolean =>
  typeof value === 'string' && OID.test(value) && (value.lastIndexOf('.') >= 12 || value.startsWith('urn:oid:1.3'));

export const isUuid = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith('urn:uuid:') && UUID.test(value.slice(9));

export function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > FULL_DATE_LENGTH) return false;
  const [matched, year, month, day] = DATE.exec(value) ?? [];
  if (matched === undefined || year === '0000') return false;
  return day === undefined || Number(day) <= 28 || Number(day) <= daysInMonth(Number(year), Number(month));
}

export const isDateTime = (value: unknown): boolean =>
  typeof value === 'string' && (value.length <= FULL_DATE_LENGTH ? isDate(value) : isInstant(value));

export const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length > FULL_DATE_LENGTH &&
  TIME_OF_DAY.test(value.slice(FULL_DATE_LENGTH)) &&
  isDate(value.slice(0, FULL_DATE_LENGTH));

export const isTime = (value: unknown): boolean => typeof value === 'string' && TIME.test(value);

export function isBase64Binary(value: unknown): boolean {
  if (typeof value !== 'string' || value.length === 0) return false;
  const bare = /\s/.test(value) ? value.replace(/\s/g, '') : value;
  return bare.length % 4 === 0 && BASE64.test(bare);
}
