import type { Bilingual } from '../codes.ts';

/** What the watch finds about the work; it says nothing of the child. */
export const WATCH_FINDINGS = {
  silent: { fr: 'Sans réponse dans le délai convenu', en: 'No answer within the agreed delay' },
  late: { fr: 'Premier service en retard', en: 'First service late' },
  lost: { fr: 'Personne ne tient plus cette demande', en: 'Nobody holds this request any more' },
  contradictory: { fr: 'Deux réponses se contredisent', en: 'Two answers contradict each other' },
  'not-sent': { fr: 'Pas encore partie : téléphonez', en: 'It has not left: telephone' },
  'on-hold': { fr: 'En pause, sans date', en: 'On hold, without a date' },
  declined: { fr: 'Refusée, et rien d’autre n’est proposé', en: 'Declined, and nothing else is proposed' },
  'no-outcome': { fr: 'Service rendu, sans résultat noté', en: 'Service given, with no outcome written down' },
  'not-evaluated': { fr: 'Prescrite et faite, pas encore évaluée', en: 'Prescribed and done, not evaluated yet' },
  'family-not-told': {
    fr: 'La famille ne sait pas encore comment cela a fini',
    en: 'The family does not know yet how it ended',
  },
  'nobody-along': {
    fr: 'Rendez-vous dans deux jours, et personne pour y aller avec l’enfant',
    en: 'Appointment in two days, and nobody to go along with the child',
  },
  'need-open': { fr: 'Besoin convenu que personne ne porte', en: 'Agreed need that nobody holds' },
  'basis-ends': {
    fr: 'Consentement qui prend bientôt fin, pour une demande en cours',
    en: 'Consent that ends soon, for a request under way',
  },
  'sippe-ends': {
    fr: 'Les SIPPE finissent à l’entrée à l’école : qui prend le relais ?',
    en: 'SIPPE ends at school entry: who takes over?',
  },
  'centre-ends': {
    fr: 'Le centre finit à 18 ans : qui prend le relais ?',
    en: 'The centre ends at 18: who takes over?',
  },
  'guardianship-ends': {
    fr: 'Une tutelle ou une délégation prend bientôt fin : qui consentira ?',
    en: 'A guardianship or delegation ends soon: who will consent?',
  },
  'review-due': { fr: 'À relire ensemble', en: 'To be read again together' },
  'meet-young-person': { fr: 'Rencontrer le jeune avant ses 14 ans', en: 'Meet the young person before 14' },
} as const satisfies Readonly<Record<string, Bilingual>>;
