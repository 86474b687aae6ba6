import type { Bilingual } from '../../profiles/codes.ts';

/**
 * On which basis a person decides that somebody may not know that information about a child exists: one of these and no free words, so that
 * nothing of a youth-protection report has a place. No lawyer has confirmed them (docs/existence-refusals.md).
 */
export const REFUSAL_BASES = {
  'youth-protection-director': {
    fr: 'moins de 14 ans, un directeur de la protection de la jeunesse l’a déterminé (LRSSS, art. 23)',
    en: 'below 14, a director of youth protection has determined so (LRSSS, s. 23)',
  },
  'fourteen-consulted': {
    fr: '14 ans et plus, le jeune a été consulté (LRSSS, art. 24)',
    en: '14 or more, the young person was consulted (LRSSS, s. 24)',
  },
  'serious-harm': {
    fr: 'risque de préjudice grave (LPRPS de l’Ontario, art. 52 (1) e) (i) ; ailleurs, à confirmer)',
    en: 'risk of serious harm (Ontario, PHIPA, s. 52 (1) (e) (i); elsewhere, to be confirmed)',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type RefusalBasis = keyof typeof REFUSAL_BASES;
