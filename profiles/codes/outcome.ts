import type { Bilingual } from '../codes.ts';

type CodeTable = Readonly<Record<string, Bilingual>>;

/** What is looked at together. */
export const OUTCOME_PANELS = {
  'protective-factors': { fr: 'Facteurs de protection, ensemble', en: 'Protective factors, together' },
} as const satisfies CodeTable;

/** About whom an outcome is told: the child, or a group that is never named. */
export const OUTCOME_SUBJECTS = {
  child: { fr: 'L’enfant', en: 'The child' },
  family: { fr: 'La famille', en: 'The family' },
  community: { fr: 'La communauté', en: 'The community' },
} as const satisfies CodeTable;
