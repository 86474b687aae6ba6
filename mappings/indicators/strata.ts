import type { Bilingual } from '../../profiles/codes.ts';

/**
 * By what a number is told beside its programme, where the centre’s privacy officer turned that on: the partner asked, or where the child
 * lives. Each indicator has one of them or none: from three tables of the same numbers more can be subtracted than anybody would see.
 */
export const STRATA = {
  partner: { fr: 'Partenaire demandé', en: 'Partner asked' },
  district: {
    fr: 'Secteur (trois premiers caractères du code postal)',
    en: 'District (first three characters of the postal code)',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type StrataBy = keyof typeof STRATA;

export const isStrataBy = (name: string): name is StrataBy => Object.hasOwn(STRATA, name);

export const STRATA_NAMES: readonly StrataBy[] = Object.keys(STRATA).filter(isStrataBy);

/** Everything that has no stratum of its own: what is too small, or would tell what is, and those of whom nothing is said. */
export const OTHERS: Bilingual = { fr: 'Autres, ou non dit', en: 'Others, or not said' };
