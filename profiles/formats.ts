import { daysInMonth, isFhirDate, isFhirDateTime } from './calendar.ts';

const IDENTIFIER = /^[A-Za-z0-9.-]{1,64}$/;
const CARD_SHAPES = [/^[A-Z]{4}\d{8}$/, /^\d{10}([A-Z]{1,2})?$/];

/** Control characters but line feed, carriage return and tabulation; marks that reorder the text around them; noncharacters. */
const FORBIDDEN_IN_TEXT = /[^\P{Cc}\n\r\t]|[\u202A-\u202E\u2066-\u2069]|\p{Noncharacter_Code_Point}/u;
/** Something to read: neither a space nor an invisible format character such as U+200B. */
const READABLE = /[^\s\p{Cf}]/u;

const NAM = /^[A-Z]{4}(\d{2})(\d{2})(\d{2})\d{2}$/;
/** The RAMQ adds 50 to the month of birth on a woman’s or girl’s card. */
const NAM_FEMALE_MONTH = 50;

/** Has the shape of a NAM or of an OHIP number, with or without its separators: such a value may not stand in a URL. */
export function isCardLike(value: string): boolean {
  const bare = value.replaceAll(/[.-]/g, '').toUpperCase();
  return CARD_SHAPES.some((shape) => shape.test(bare));
}

/** 1 to 64 of `A-Za-z0-9.-`, opaque: not shaped like a card number, and not only dots, which a URL would swallow. */
export function isBusinessIdentifier(value: string): boolean {
  return IDENTIFIER.test(value) && !/^\.+$/.test(value) && !isCardLike(value);
}

/** A FHIR string that people can read: well-formed Unicode, not blank, no control, reordering or noncharacter code points. */
export function isText(value: string): boolean {
  return value.isWellFormed() && READABLE.test(value) && !FORBIDDEN_IN_TEXT.test(value);
}

/** A language tag of BCP 47 in its canonical form, so that it is the same after a round trip: `fr`, `fr-CA`, `iu`, not `FRA`. */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}

/** A NAM: 4 letters, then birth date YYMMDD (month + 50 for a girl) and 2 digits. No public source states its check digit. */
export function isNam(value: string): boolean {
  const [matched, year, month, day] = NAM.exec(value) ?? [];
  if (matched === undefined) return false;
  const { monthOfBirth } = namBirth(value);
  // The century is not on the card: 1900 was no leap year, 2000 was, and the other years of both centuries agree.
  const days = daysInMonth(2000 + Number(year), monthOfBirth);
  return month !== undefined && Number(day) >= 1 && Number(day) <= days;
}

interface NamBirth {
  /** Two digits. */
  readonly year: string;
  readonly monthOfBirth: number;
  /** Two digits. */
  readonly day: string;
  readonly female: boolean;
}

/** What a NAM says of its holder: when born, and whether the month carries the female mark. */
export function namBirth(nam: string): NamBirth {
  const [, year = '', month = '', day = ''] = NAM.exec(nam) ?? [];
  const female = Number(month) > NAM_FEMALE_MONTH;
  return { year, monthOfBirth: Number(month) - (female ? NAM_FEMALE_MONTH : 0), day, female };
}

/** Ten digits whose last makes them a multiple of ten by Luhn’s sum (OHIP). */
export function isOhip(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false;
  const sum = [...value].reduce((total, digit, index) => {
    const weighted = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** A FHIR instant: as a dateTime, with its time and offset. */
const isFhirInstant = (value: string): boolean => value.includes('T') && isFhirDateTime(value);

/** Bytes in Base64 (RFC 4648 §4) as everybody writes them: padded, no line break, no stray bit at the end, at least one byte. */
export function isBase64(value: string): boolean {
  if (value === '' || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return false;
  const last = value.slice(-4);
  return Buffer.from(last, 'base64').toString('base64') === last;
}

/** The formats that the schemas name, each a predicate on a string. */
export const FORMATS = {
  'business-identifier': isBusinessIdentifier,
  text: isText,
  'fhir-date': isFhirDate,
  'fhir-dateTime': isFhirDateTime,
  'fhir-instant': isFhirInstant,
  'language-tag': isLanguageTag,
  nam: isNam,
  ohip: isOhip,
  base64: isBase64,
} as const satisfies Readonly<Record<string, (value: string) => boolean>>;

export type FormatName = keyof typeof FORMATS;
