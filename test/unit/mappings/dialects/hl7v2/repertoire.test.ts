import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encoded } from '../../../../../mappings/dialects/hl7v2/charset.ts';
import { CHARSETS } from '../../../../../mappings/dialects/hl7v2/charset-tables.ts';
import { speltIn } from '../../../../../mappings/dialects/hl7v2/repertoire.ts';
import { words } from '../../../../generators/words.ts';
import '../../../../bounded-properties.ts';

const NARROW = CHARSETS.filter((charset) => !charset.startsWith('UNICODE'));

test.each([
  ['8859/1', 'Nguyễn, L’été — « Œuvre »', "Nguyen, L'été - « OEuvre »"],
  ['8859/15', 'cœur à 5 €', 'cœur à 5 €'],
  ['ASCII', 'Zoé Łukasz', 'Zoe Lukasz'],
  ['', 'Zoé', 'Zoe'],
  ['8859/1', 'ᐃᓄᒃ', '???'],
  ['8859/1', 'Zoe\u0301', 'Zoé'],
])('in %s, %s is written %s', (charset, text, spelt) => {
  expect(speltIn(charset, text)).toEqual({ text: spelt, changed: spelt !== text });
});

test('every text can be written in every charset once it is spelt in it, and one that could be before is not touched', () => {
  fc.assert(
    fc.property(words(200), fc.constantFrom(...NARROW), (text, charset) => {
      const spelt = speltIn(charset, text);
      expect(encoded(spelt.text, charset).ok).toBe(true);
      if (encoded(text, charset).ok) expect(spelt).toEqual({ text, changed: false });
    }),
  );
});

test('in Unicode nothing is changed', () => {
  fc.assert(
    fc.property(words(200), (text) => {
      expect(speltIn('UNICODE UTF-8', text)).toEqual({ text, changed: false });
    }),
  );
});
