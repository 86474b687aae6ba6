import { expect, test } from '@jest/globals';
import { FORMATS, type FormatName, isCardLike } from '../../../profiles/formats.ts';

const HELD: Readonly<Record<FormatName, readonly string[]>> = {
  'business-identifier': [
    'a',
    '1',
    'ref-2026-0042',
    'A.b-3',
    'x'.repeat(64),
    '123456789',
    'ABCD1234567',
    'enfant-1234567890',
  ],
  text: ['Nguyễn', "d'Arcy-Côté", "Konwatsi'tsiaiénni", 'une ligne\nune autre\ttab\r', 'شهد', '👩‍👧', ' a ', 'O\u0301'],
  'fhir-date': ['2020', '2020-05', '2020-02-29', '2000-02-29', '1900-01-01', '2200-12-31'],
  'fhir-dateTime': [
    '2020',
    '2020-05-17',
    '2026-11-20T14:30:00-05:00',
    '2026-11-20T14:30:00Z',
    '2026-11-20T23:59:59.999+14:00',
    '2026-11-20T00:00:00.000-03:30',
  ],
  'fhir-instant': ['2026-11-20T14:30:00-05:00', '2026-11-20T14:30:00Z', '2026-11-20T23:59:59.999+14:00'],
  'language-tag': ['fr', 'en', 'fr-CA', 'iu', 'ht', 'moe', 'moh', 'zh-Hant', 'sr-Latn-RS'],
  nam: ['TREM20051712', 'TREM20551712', 'TREM00022912', 'TREM99123101'],
  ohip: ['1234567897', '9876543217'],
  base64: ['YQ==', 'YWI=', 'YWJj', '+/+/', 'TGV0dHJl'],
};

const BROKEN: Readonly<Record<FormatName, readonly string[]>> = {
  'business-identifier': [
    '',
    '.',
    '...',
    'a b',
    'é',
    'a/b',
    'a|b',
    'x'.repeat(65),
    'TREM20051712',
    'trem-2005-1712',
    'TREM.2005.1712',
    '1234567897',
    '1234-567-897-AB',
  ],
  text: [
    '',
    ' ',
    '\u00a0\n',
    '\u200b',
    'a\u0000b',
    'a\u0085b',
    '\ud800',
    'a\u202eb',
    'a\u2066b',
    'a\ufffe',
    'a\u{1ffff}',
    'a\ufdd0',
  ],
  'fhir-date': [
    '',
    '20',
    '2020-13',
    '2020-00',
    '2021-02-29',
    '2100-02-29',
    '2020-04-31',
    '1899',
    '2201',
    '2020-5-1',
    '2020-05-17T',
  ],
  'fhir-dateTime': [
    '',
    '2026-11-20T14:30:00',
    '2026-11-20T14:30-05:00',
    '2026-11-20T24:00:00Z',
    '2026-11-20T14:60:00Z',
    '2026-11-20T14:30:60Z',
    '2026-11-20T14:30:00.5Z',
    '2026-11-20T14:30:00-00:00',
    '2026-11-20T14:30:00+14:01',
    '2026-11-20T14:30:00+05:60',
    '2026-11-20t14:30:00z',
    '2026-02-30T14:30:00Z',
    '2026-11T14:30:00Z',
  ],
  'fhir-instant': ['', '2026-11-20', '2026', '2026-11-20T14:30:00', '2026-11-20T14:30-05:00', '2026-02-30T14:30:00Z'],
  'language-tag': ['', 'FR', 'fra', 'fr_CA', 'fr-ca', 'français', 'x', 'i-klingon'],
  nam: [
    '',
    'trem20051712',
    'TREM 2005 1712',
    'TREM20131712',
    'TREM20631712',
    'TREM20003112',
    'TREM21022912',
    'TREM20050012',
    'TRÉM20051712',
  ],
  base64: ['', 'YQ', 'YQ=', 'YR==', 'YWJ=', 'YW Jj', 'YWJj\n', 'YW-_', '====', 'data:,a'],
  ohip: ['', '1234567890', '123456789', '1234-567-897', '1234567897AB'],
};

const each = (values: typeof HELD): [string, string][] =>
  Object.entries(values).flatMap(([format, texts]) => texts.map((text): [string, string] => [format, text]));

const holds = (format: string, text: string): boolean | undefined =>
  Object.entries(FORMATS).find(([name]) => name === format)?.[1](text);

test.each(each(HELD))('%s lets %j through', (format, text) => {
  expect(holds(format, text)).toBe(true);
});

test.each(each(BROKEN))('%s refuses %j', (format, text) => {
  expect(holds(format, text)).toBe(false);
});

test.each(['TREM20051712', 'trem.2005-1712', '1234567897', '1234567890', '1234-567-890-ab'])(
  '%s is shaped like a card',
  (text) => {
    expect(isCardLike(text)).toBe(true);
  },
);

test.each(['ref-2026-0042', 'TREM2005171', '12345678901', 'a1234567897'])('%s is not shaped like a card', (text) => {
  expect(isCardLike(text)).toBe(false);
});
