import { inBoth } from '../../../texts/in-both.ts';

/** What the life line says. */
export const lifeLineTexts = inBoth({
  fr: {
    title: 'La ligne de vie',
    none: 'Rien n’est encore noté.',
    noneOfThese: 'Rien de noté de ces sortes.',
    legalReferral:
      'Il y a une référence juridique\u00a0; l’enfant ou sa famille permet qu’on le sache, et rien de plus. Pour en parler, voyez la personne pivot.',
    kinds: {
      reading: 'Lecture',
      plan: 'Plan',
      request: 'Demande',
      answer: 'Réponse',
      outcome: 'Résultat',
      contact: 'Rencontre',
      appointment: 'Rendez-vous',
      enrolment: 'Inscription',
      consent: 'Consentement',
      letter: 'Lettre',
      note: 'Note',
      circle: 'Cercle',
    },
    show: 'Montrer',
    learntLate: 'su le {{day}}',
    earlier: 'Montrer ce qui est plus ancien',
    rating: '{{name}}\u00a0: {{rating}} sur 5, {{meaning}}',
    ratedWhen: { before: 'avant', after: 'après' },
  },
  en: {
    title: 'The life line',
    none: 'Nothing is written down yet.',
    noneOfThese: 'Nothing of these kinds is written down.',
    legalReferral:
      'There is a legal referral; the child or the family allows that this be known, and nothing more. To speak of it, see the pivot.',
    kinds: {
      reading: 'Reading',
      plan: 'Plan',
      request: 'Request',
      answer: 'Answer',
      outcome: 'Outcome',
      contact: 'Contact',
      appointment: 'Appointment',
      enrolment: 'Enrolment',
      consent: 'Consent',
      letter: 'Letter',
      note: 'Note',
      circle: 'Circle',
    },
    show: 'Show',
    learntLate: 'known on {{day}}',
    earlier: 'Show what is older',
    rating: '{{name}}: {{rating}} of 5, {{meaning}}',
    ratedWhen: { before: 'before', after: 'after' },
  },
});
