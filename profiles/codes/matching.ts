import type { Bilingual } from '../codes.ts';

/** Why a child of the centre may be the one that a sender speaks of, and what speaks against it. */
export const MATCH_REASONS = {
  'same-card': { fr: 'Même carte', en: 'Same card' },
  'same-birth-date': { fr: 'Même date de naissance', en: 'Same birth date' },
  'same-name': { fr: 'Même nom', en: 'Same name' },
  'same-family-name': { fr: 'Même nom de famille', en: 'Same family name' },
  'same-given-name': { fr: 'Même prénom', en: 'Same given name' },
  'other-card': { fr: 'Autre carte', en: 'Another card' },
  'other-birth-date': { fr: 'Autre date de naissance', en: 'Another birth date' },
  'other-name': { fr: 'Autre nom', en: 'Another name' },
} as const satisfies Readonly<Record<string, Bilingual>>;
