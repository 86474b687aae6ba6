import type { Bilingual } from '../codes.ts';

/** What the watch finds about the work; it says nothing of the child. */
export const WATCH_FINDINGS = {
  silent: { fr: 'Sans réponse dans le délai convenu', en: 'No answer within the agreed delay' },
  late: { fr: 'Premier service en retard', en: 'First service late' },
  lost: { fr: 'Personne ne tient plus cette demande', en: 'Nobody holds this request any more' },
  contradictory: { fr: 'Deux réponses se contredisent', en: 'Two answers contradict each other' },
  'not-sent': { fr: 'Pas encore partie : téléphonez', en: 'It has not left: telephone' },
  'review-due': { fr: 'À relire ensemble', en: 'To be read again together' },
  'meet-young-person': { fr: 'Rencontrer le jeune avant ses 14 ans', en: 'Meet the young person before 14' },
} as const satisfies Readonly<Record<string, Bilingual>>;
