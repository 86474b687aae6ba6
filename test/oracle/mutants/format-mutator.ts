import { type Mutator, replaced } from './mutant.ts';

/** For each primitive type, what is wrong for it, or just right: both verdicts must agree on either. */
const WRITINGS: Readonly<Record<string, readonly (readonly [what: string, value: unknown])[]>> = {
  boolean: [['a word', 'oui']],
  integer: [
    ['with a fraction', 1.5],
    ['beyond 32 bits', 2_147_483_648],
    ['negative', -3],
    ['zero', 0],
  ],
  positiveInt: [
    ['zero', 0],
    ['negative', -1],
    ['with a fraction', 1.5],
    ['beyond 32 bits', 2_147_483_648],
  ],
  unsignedInt: [
    ['negative', -1],
    ['with a fraction', 0.5],
    ['zero', 0],
  ],
  decimal: [
    ['negative', -1.25],
    ['very small', 1e-7],
    ['very large', 1e21],
  ],
  date: [
    ['the thirtieth of February', '2020-02-30'],
    ['month thirteen', '2020-13-01'],
    ['month zero', '2020-00-10'],
    ['without zeros', '2020-1-5'],
    ['without dashes', '20200105'],
    ['with slashes', '2020/01/05'],
    ['with a time', '2020-01-05T10:00:00Z'],
    ['two digits of a year', '20'],
    ['the year zero', '0000'],
    ['a blank after', '2020-01-05 '],
    ['day first', '05-01-2020'],
    ['a leap day that was none', '2019-02-29'],
    ['a leap day', '2020-02-29'],
    ['a year', '2020'],
    ['a month', '2020-07'],
    ['long ago', '1600-01-01'],
    ['in words', 'le 5 janvier'],
  ],
  dateTime: [
    ['without a zone', '2020-01-05T10:00:00'],
    ['without seconds', '2020-01-05T10:00Z'],
    ['hour twenty-five', '2020-01-05T25:00:00Z'],
    ['hour twenty-four', '2020-01-05T24:00:00Z'],
    ['minute sixty', '2020-01-05T10:60:00Z'],
    ['a leap second', '2020-06-30T23:59:60Z'],
    ['a zone fifteen hours off', '2020-01-05T10:00:00+15:00'],
    ['a zone without a colon', '2020-01-05T10:00:00+0500'],
    ['a zone in letters', '2020-01-05T10:00:00EST'],
    ['a blank between', '2020-01-05 10:00:00Z'],
    ['nine digits of a second', '2020-01-05T10:00:00.123456789Z'],
    ['a fraction without digits', '2020-01-05T10:00:00.Z'],
    ['the thirty-first of June', '2020-06-31'],
    ['the thirty-first of June at ten', '2020-06-31T10:00:00Z'],
    ['lower case', '2020-01-05t10:00:00z'],
    ['a day', '2020-01-05'],
    ['a year', '2020'],
    ['in words', 'demain'],
  ],
  instant: [
    ['a day', '2020-01-05'],
    ['without a zone', '2020-01-05T10:00:00'],
    ['without seconds', '2020-01-05T10:00Z'],
    ['with milliseconds', '2020-01-05T10:00:00.123Z'],
    ['the thirtieth of February', '2020-02-30T10:00:00Z'],
    ['in words', 'maintenant'],
  ],
  time: [
    ['hour twenty-four', '24:00:00'],
    ['without seconds', '10:00'],
    ['with a zone', '10:00:00Z'],
    ['a fraction', '10:00:00.5'],
    ['in words', 'midi'],
  ],
  id: [
    ['sixty-four characters', 'a'.repeat(64)],
    ['sixty-five characters', 'a'.repeat(65)],
    ['an underscore', 'a_b'],
    ['a blank', 'a b'],
    ['an accent', 'é'],
    ['a slash', 'a/b'],
  ],
  code: [
    ['a blank before', ' active'],
    ['a blank after', 'active '],
    ['two blanks inside', 'a  b'],
    ['a tab inside', 'a\tb'],
    ['a line inside', 'a\nb'],
    ['a code of nobody', 'zzz'],
    ['capitals', 'ACTIVE'],
  ],
  uri: [
    ['blanks inside', 'un deux'],
    ['blanks in an address', 'https://elsewhere.example/un deux'],
    ['a blank after', 'https://elsewhere.example/x '],
    ['an oid of letters', 'urn:oid:abc'],
    ['an oid with a zero before', 'urn:oid:1.02.3'],
    ['an oid', 'urn:oid:2.16.124.10'],
    ['a uuid of words', 'urn:uuid:pas-un-uuid'],
    ['a uuid in capitals', 'urn:uuid:6F0C6C1E-3D0A-4C8E-9A52-7A1F6F6D2B11'],
    ['a uuid', 'urn:uuid:6f0c6c1e-3d0a-4c8e-9a52-7a1f6f6d2b11'],
    ['a word', 'word'],
    ['a scheme alone', 'https://'],
    ['an accent', 'https://elsewhere.example/é'],
    ['angle brackets', 'https://elsewhere.example/<x>'],
  ],
  base64Binary: [
    ['exclamation marks', '!!!!'],
    ['too short', 'YWJ'],
    ['padded', 'YQ=='],
    ['padding inside', 'YQ==YQ=='],
    ['a blank inside', 'YWJj ZA=='],
    ['url-safe letters', 'a-_b'],
  ],
  string: [
    ['a blank before', ' words'],
    ['a blank after', 'words '],
    ['a control character', 'a\u0001b'],
    ['a bell', 'a\u0007b'],
    ['a line inside', 'one\ntwo'],
    ['a no-break space alone', '\u00a0'],
    ['a form of markup', '<b>words</b>'],
    ['a script', '<script>alert(1)</script>'],
    ['a lone surrogate', 'a\ud800b'],
  ],
};

const SAME_AS: Readonly<Record<string, string>> = {
  url: 'uri',
  canonical: 'uri',
  oid: 'uri',
  uuid: 'uri',
  markdown: 'string',
};

/** Writes a primitive otherwise. */
export const format: Mutator = (place) => {
  const { of, element, owner } = place;
  if (of === 'list' || owner === undefined) return [];
  const writings = WRITINGS[SAME_AS[element.type] ?? element.type] ?? [];
  return writings.map(([what, value]) => replaced(`${element.type}: ${what}`, place, value));
};
