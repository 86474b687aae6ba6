import type { CONSENT_REGIMES, DISCLOSURE_GROUNDS, LegalProvision } from './codes/consent.ts';

/** What each law knows: the provisions of each ground. One that a law does not know cannot be recorded under it. */
export const GROUNDS_BY_REGIME = {
  'qc-lrsss': { emergency: ['lrsss-74'], order: ['lrsss-other-bases'], duty: ['lrsss-other-bases'] },
  'qc-private': { emergency: ['p-39.1-18', 'p-39.1-18.1'], order: ['p-39.1-18'], duty: ['p-39.1-18'] },
  'on-phipa': { emergency: ['phipa-40'], order: ['phipa-41'], duty: ['phipa-43'] },
  'on-cyfsa-x': { emergency: ['cyfsa-292'], order: ['cyfsa-292'], duty: ['cyfsa-292'] },
} as const satisfies Readonly<
  Record<keyof typeof CONSENT_REGIMES, Readonly<Record<keyof typeof DISCLOSURE_GROUNDS, readonly LegalProvision[]>>>
>;
