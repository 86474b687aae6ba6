import type { Bilingual } from './codes.ts';
import { type FormatName, isCardLike } from './formats.ts';

/** What each format of the schemas asks for. */
export const FORMAT_TEXTS = {
  'business-identifier': {
    fr: 'de 1 à 64 caractères parmi A-Z, a-z, 0-9, le point et le trait d’union, pas seulement des points.',
    en: '1 to 64 characters among A-Z, a-z, 0-9, dot and hyphen, not only dots.',
  },
  text: {
    fr: 'un texte qui se lit : ni blanc, ni caractère de contrôle (sauf saut de ligne et tabulation), ni marque qui change le sens d’écriture, ni Unicode mal formé.',
    en: 'a text that can be read: not blank, no control character (but line breaks and tabs), no mark that reorders writing, no malformed Unicode.',
  },
  'fhir-date': {
    fr: 'une date qui existe, de 1900 à 2200 : AAAA, AAAA-MM ou AAAA-MM-JJ, par exemple 2020-05-17.',
    en: 'a date that exists, from 1900 to 2200: YYYY, YYYY-MM or YYYY-MM-DD, for example 2020-05-17.',
  },
  'fhir-dateTime': {
    fr: 'une date qui existe, de 1900 à 2200, seule ou avec l’heure, les secondes et le décalage, par exemple 2026-11-20 ou 2026-11-20T14:30:00-05:00.',
    en: 'a date that exists, from 1900 to 2200, alone or with time, seconds and offset, for example 2026-11-20 or 2026-11-20T14:30:00-05:00.',
  },
  'fhir-instant': {
    fr: 'une date qui existe, de 1900 à 2200, avec l’heure, les secondes et le décalage, par exemple 2026-11-20T14:30:00-05:00.',
    en: 'a date that exists, from 1900 to 2200, with time, seconds and offset, for example 2026-11-20T14:30:00-05:00.',
  },
  'language-tag': {
    fr: 'une étiquette de langue BCP 47 sous sa forme canonique, par exemple fr, en, fr-CA, iu, ht.',
    en: 'a BCP 47 language tag in canonical form, for example fr, en, fr-CA, iu, ht.',
  },
  nam: {
    fr: 'quatre lettres majuscules et huit chiffres sans espace, dont une date de naissance qui existe (mois + 50 pour une fille).',
    en: 'four capital letters and eight digits without spaces, with a birth date that exists (month + 50 for a girl).',
  },
  ohip: {
    fr: 'dix chiffres sans espace ni trait d’union, dont le dernier est la clé (Luhn) ; la version va dans versionCode.',
    en: 'ten digits without spaces or hyphens, the last being the check digit (Luhn); the version goes in versionCode.',
  },
  base64: {
    fr: 'des octets en Base64 (RFC 4648), sans saut de ligne, complétés par « = ».',
    en: 'bytes in Base64 (RFC 4648), without line breaks, padded with "=".',
  },
} as const satisfies Record<FormatName, Bilingual>;

const CARD_LIKE: Bilingual = {
  fr: 'cette valeur a la forme d’un numéro de carte santé, qui ne peut pas figurer dans une adresse web ; donnez un identifiant interne.',
  en: 'this value is shaped like a health card number, which may not stand in a web address; give an internal identifier.',
};

/** What was expected of a value that does not have the format. */
export function formatText(format: string, value: unknown): Bilingual {
  if (format === 'business-identifier' && typeof value === 'string' && isCardLike(value)) return CARD_LIKE;
  const rule = Object.entries(FORMAT_TEXTS).find(([name]) => name === format)?.[1];
  return rule === undefined
    ? { fr: `il faut le format ${format}.`, en: `must have the format ${format}.` }
    : { fr: `il faut ${rule.fr}`, en: `must be ${rule.en}` };
}
