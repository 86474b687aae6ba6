import type { Bilingual } from '../../profiles/codes.ts';

/** Why emergency access is opened: one of these and no free words, so that nothing of the child stands in the audit. */
export const GLASS_REASONS = {
  'life-or-health': {
    fr: 'La vie ou la santé de l’enfant est en danger maintenant',
    en: 'The child’s life or health is in danger now',
  },
  safety: { fr: 'La sécurité de l’enfant est en danger maintenant', en: 'The child’s safety is in danger now' },
  'nobody-reachable': {
    fr: 'Un soin ne peut attendre, et personne qui peut consentir n’est joint',
    en: 'Care cannot wait, and nobody who may consent can be reached',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type GlassReason = keyof typeof GLASS_REASONS;

/** What the second person says of it. */
export const GLASS_VERDICTS = {
  justified: { fr: 'C’était justifié', en: 'It was justified' },
  unjustified: { fr: 'Ce n’était pas justifié', en: 'It was not justified' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type GlassVerdict = keyof typeof GLASS_VERDICTS;
