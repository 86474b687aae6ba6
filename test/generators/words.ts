import fc from 'fast-check';
import { isBusinessIdentifier, isText } from '../../profiles/formats.ts';
import { record } from './record.ts';

const SAYINGS = [
  'Dormir chez mamie sans avoir peur',
  'I want to play the cello like my cousin',
  'Il a dit : « je veux rester ici »',
  'moins de 3 fois < 5 & plus de 1',
  "L'enfant d'à côté  l'attend",
  '  avec des blancs autour ',
  'a\u00adb\u00a0: ?',
  '<b>gras</b> &amp;',
  'ᐃᓄᒃᑎᑐᑦ',
  'xin chào, gia đình',
  'مرحبا',
  '100 % / 50 $ \\ "guillemets" | barre',
  '👩‍👧‍👦 ensemble',
] as const;
const LINES = [
  'Première ligne\nDeuxième ligne',
  '\r\nà la Windows\r\n',
  'Un paragraphe.\n\nUn autre, avec\ttabulation.',
] as const;

// Built once: making an arbitrary of graphemes costs more than drawing from it.
const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const short = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...SAYINGS) }, { weight: 1, arbitrary: anyText });
const long = fc.oneof({ weight: 9, arbitrary: short }, { weight: 1, arbitrary: fc.constantFrom(...LINES) });

/** Text of at most `max` code points as people write it: any script, blanks anywhere, never only blanks. */
export const words = (max: number): fc.Arbitrary<string> =>
  (max < 1000 ? short : long).map((text) => [...text].slice(0, max).join('')).filter(isText);

const FAMILY_NAMES = [
  'Nguyễn',
  "d'Arcy-Côté",
  "Konwatsi'tsiaiénni",
  'Tremblay',
  'Ó Súilleabháin',
  'Li',
  'Al-Hassan',
  'de la Cruz y Vega',
] as const;
const GIVEN_NAMES = ['Thị Hương', 'Zoé', 'Jean-François', "N'Diaye", 'Ève', 'Kaya', 'X Æ'] as const;

const familyNames = fc.oneof(fc.constantFrom(...FAMILY_NAMES), words(100));
const givenNames = fc.oneof(fc.constantFrom(...GIVEN_NAMES), words(100));

/** A person's name: in one piece, one word, without given name, or in full. */
export const personNames = fc.oneof(
  record({ text: fc.oneof(fc.constantFrom("Konwatsi'tsiaiénni", 'Sukarno', 'bébé Tremblay'), words(200)) }),
  record({ family: familyNames }),
  record({ given: fc.array(givenNames, { minLength: 1, maxLength: 3 }) }),
  record(
    { text: words(200), family: familyNames, given: fc.array(givenNames, { minLength: 1, maxLength: 3 }) },
    { requiredKeys: ['family'] },
  ),
);

/** Languages that centres hear, as BCP 47 tags. */
export const languages = fc.constantFrom(
  'fr',
  'en',
  'fr-CA',
  'en-CA',
  'es',
  'ht',
  'ar',
  'vi',
  'iu',
  'zh-Hans',
  'pt-BR',
  'moh',
  'atj',
  'moe',
  'cr',
  'uk',
);

const idEnds = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,20}$/);

/** A business identifier: opaque, and never in the shape of a health card. */
export const businessIds = (prefix: string): fc.Arbitrary<string> =>
  idEnds.map((end) => `${prefix}-${end}`).filter(isBusinessIdentifier);

/** Ids of professionals and organizations, few enough that one comes back in several places. */
export const directoryIds = (prefix: string): fc.Arbitrary<string> =>
  fc.oneof(fc.constantFrom(`${prefix}-1`, `${prefix}-2`), businessIds(prefix));

/** A list of at least one, at most `max`. */
export const some = <T>(item: fc.Arbitrary<T>, max: number): fc.Arbitrary<T[]> =>
  fc.array(item, { minLength: 1, maxLength: max });
