import type { Bilingual } from '../codes.ts';

/** What the watch finds about the work; it says nothing of the child, beside whose name it stands: each names the request, the need or the date. */
export const WATCH_FINDINGS = {
  silent: { fr: 'Sans réponse dans le délai convenu', en: 'No answer within the agreed delay' },
  late: { fr: 'Premier service en retard', en: 'First service late' },
  lost: { fr: 'Personne ne tient plus cette demande', en: 'Nobody holds this request any more' },
  contradictory: { fr: 'Deux réponses se contredisent', en: 'Two answers contradict each other' },
  'not-sent': { fr: 'La demande n’est pas encore partie : téléphonez', en: 'The request has not left: telephone' },
  'on-hold': { fr: 'Demande en pause, sans date', en: 'Request on hold, without a date' },
  declined: {
    fr: 'Demande refusée, et rien d’autre n’est proposé',
    en: 'Request declined, and nothing else is proposed',
  },
  'no-outcome': { fr: 'Service rendu, sans résultat noté', en: 'Service given, with no outcome written down' },
  'not-evaluated': {
    fr: 'Prescription sociale terminée, pas encore évaluée',
    en: 'Social prescription ended, not evaluated yet',
  },
  'correction-not-told': {
    fr: 'Corrigé depuis, et pas encore dit au destinataire',
    en: 'Corrected since, and its recipient not told yet',
  },
  'family-not-told': {
    fr: 'La famille ne sait pas encore comment cela a fini',
    en: 'The family does not know yet how it ended',
  },
  'nobody-along': {
    fr: 'Rendez-vous dans deux jours : qui ira avec l’enfant ?',
    en: 'Appointment in two days: who goes along with the child?',
  },
  'need-open': { fr: 'Besoin convenu qui attend quelqu’un', en: 'Agreed need that waits for somebody' },
  'basis-ends': {
    fr: 'Consentement qui prend bientôt fin, pour une demande en cours',
    en: 'Consent that ends soon, for a request under way',
  },
  'sippe-ends': {
    fr: 'Les SIPPE finissent à l’entrée à l’école : qui prend le relais ?',
    en: 'SIPPE ends at school entry: who takes over?',
  },
  'centre-ends': {
    fr: 'Le suivi au centre prend fin à 18 ans : qui prend le relais ?',
    en: 'Care at the centre ends at 18: who takes over?',
  },
  'guardianship-ends': {
    fr: 'Une tutelle ou une délégation prend bientôt fin : qui consentira ?',
    en: 'A guardianship or delegation ends soon: who will consent?',
  },
  'review-due': { fr: 'À relire ensemble', en: 'To be read again together' },
  'meet-young-person': { fr: 'Rencontrer le jeune avant ses 14 ans', en: 'Meet the young person before 14' },
} as const satisfies Readonly<Record<string, Bilingual>>;
