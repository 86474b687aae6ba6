import type { Indicator } from './indicator.ts';

const ANSWERS: Pick<Indicator, 'counted' | 'byProgramme' | 'strata' | 'who'> = {
  counted: 'answers',
  byProgramme: true,
  strata: 'partner',
  who: {
    fr: 'Demandes parties chez un partenaire dont le délai de réponse convenu (cinq jours ouvrables sans entente) a pris fin dans le trimestre ; sauf celles que la famille ou le centre a retirées avant une réponse.',
    en: 'Requests that left for a partner whose agreed time to answer (five working days without one) ended in the quarter; but those that the family or the centre withdrew before an answer.',
  },
};

const SERVICES: Pick<Indicator, 'counted' | 'byProgramme' | 'strata' | 'who'> = {
  counted: 'first-services',
  byProgramme: true,
  strata: 'partner',
  who: {
    fr: 'Demandes acceptées dont le délai jusqu’au premier service a pris fin dans le trimestre : celui de la priorité donnée par le CLSC, sinon le délai habituel du partenaire ; sans l’un ni l’autre, elle n’est pas comptée ; ni celle qui a été retirée avant.',
    en: 'Accepted requests whose time to the first service ended in the quarter: that of the priority given by the CLSC, else the partner’s usual delay; with neither it is not counted; nor is one that was withdrawn before.',
  },
};

/** Indicators of requests at their recipients. */
export const REQUEST_INDICATORS: readonly Indicator[] = [
  {
    ...ANSWERS,
    name: 'answered-in-time',
    title: { fr: 'Réponse dans le délai convenu', en: 'Answered within the agreed time' },
    by: 'share',
    of: 'inTime',
    unit: 'share',
    better: 'increase',
    what: {
      fr: 'Une réponse est venue au plus tard ce jour-là ; un accusé de réception n’en est pas une.',
      en: 'An answer came on that day at the latest; an acknowledgement is none.',
    },
    why: {
      fr: 'Le délai est convenu avec chaque partenaire (registre, delays.answerWorkingDays), compté en jours ouvrables de la province ; pour une école, en jours de classe.',
      en: 'The time is agreed with each partner (registry, delays.answerWorkingDays), counted in working days of the province; for a school, in school days.',
    },
  },
  {
    ...ANSWERS,
    name: 'days-to-answer',
    title: { fr: 'Jours jusqu’à la première réponse', en: 'Days to the first answer' },
    by: 'median',
    of: 'days',
    unit: 'days',
    better: 'decrease',
    what: {
      fr: 'Jours du départ à la première réponse. Sans réponse encore : plus long que toutes celles qui en ont une.',
      en: 'Days from when it left to the first answer. Not answered yet: longer than all that are.',
    },
    why: {
      fr: 'Une médiane des seules réponses venues ferait paraître courte une attente qui dure.',
      en: 'A median of the answers that came alone would make a wait that lasts look short.',
    },
  },
  {
    ...SERVICES,
    name: 'served-in-time',
    title: { fr: 'Premier service dans le délai', en: 'First service in time' },
    by: 'share',
    of: 'inTime',
    unit: 'share',
    better: 'increase',
    what: {
      fr: 'L’enfant a été rencontré au plus tard ce jour-là : contact, rendez-vous venu, début du service ou du programme.',
      en: 'The child was met on that day at the latest: a contact, an appointment that was kept, the start of the service or programme.',
    },
    why: {
      fr: 'P1 : 2 jours, P2 : 10, P3 : 30, P4 : 90, de l’acceptation au premier service en présence de la personne (MSSS, cadre de référence, 7.03 et 7.04).',
      en: 'P1: 2 days, P2: 10, P3: 30, P4: 90, from the acceptance to the first service in the person’s presence (MSSS, cadre de référence, 7.03 and 7.04).',
    },
  },
  {
    ...SERVICES,
    name: 'days-to-first-service',
    title: { fr: 'Jours de l’acceptation au premier service', en: 'Days from the acceptance to the first service' },
    by: 'median',
    of: 'days',
    unit: 'days',
    better: 'decrease',
    what: {
      fr: 'Jours de l’acceptation (ou de l’inscription sur une liste) au premier contact. Sans contact encore : plus long que tous les autres.',
      en: 'Days from the acceptance (or the waiting list) to the first contact. No contact yet: longer than all others.',
    },
    why: { fr: 'Comme pour la première réponse.', en: 'As for the first answer.' },
  },
  {
    name: 'days-to-completion',
    title: { fr: 'Jours jusqu’à la fin du service', en: 'Days to completion' },
    counted: 'completions',
    by: 'median',
    of: 'days',
    unit: 'days',
    byProgramme: true,
    strata: 'partner',
    who: {
      fr: 'Demandes dont le service s’est terminé dans le trimestre, et dont le départ est noté.',
      en: 'Requests whose service was completed in the quarter, and whose departure is written down.',
    },
    what: { fr: 'Jours du départ à la fin.', en: 'Days from when it left to completion.' },
    why: {
      fr: 'Un suivi qui dure n’est ni bon ni mauvais : aucun sens n’est dit meilleur.',
      en: 'A service that lasts is neither good nor bad: no direction is said to be better.',
    },
  },
  {
    name: 'loops-closed',
    title: { fr: 'Boucles fermées', en: 'Loops closed' },
    counted: 'endings',
    by: 'share',
    of: 'told',
    unit: 'share',
    better: 'increase',
    byProgramme: true,
    strata: 'partner',
    who: {
      fr: 'Demandes que leur destinataire a terminées, refusées ou manquées, dont la fin est sue depuis cinq jours ouvrables dans le trimestre ; sauf celles pour lesquelles quelqu’un d’autre a été demandé. Ce que la famille a choisi de finir est fermé aussitôt et n’est pas compté.',
      en: 'Requests that their recipient completed, declined or failed, whose end has been known for five working days in the quarter; but those for which somebody else was asked. What the family chose to end is closed at once and is not counted.',
    },
    what: {
      fr: 'Il est écrit que l’enfant ou le parent sait comment cela a fini.',
      en: 'It is written that the child or the parent knows how it ended.',
    },
    why: {
      fr: 'Une boucle est fermée quand la famille le sait, pas quand un système le sait.',
      en: 'A loop is closed when the family knows, not when a system does.',
    },
  },
  {
    name: 're-routed',
    title: { fr: 'Refusées, puis demandées ailleurs', en: 'Declined, then asked elsewhere' },
    counted: 'declines',
    by: 'share',
    of: 'again',
    unit: 'share',
    better: 'increase',
    byProgramme: true,
    strata: 'partner',
    who: {
      fr: 'Demandes qu’un partenaire a refusées trente jours avant un jour du trimestre. Ce que la famille refuse est son droit et n’est pas compté.',
      en: 'Requests that a partner declined thirty days before a day of the quarter. What the family refuses is its right and is not counted.',
    },
    what: {
      fr: 'Dans ces trente jours, quelqu’un d’autre a été demandé pour la même demande ou le même but.',
      en: 'Within those thirty days somebody else was asked for the same request or the same goal.',
    },
    why: {
      fr: 'Un refus par un partenaire n’est une impasse que si rien ne suit.',
      en: 'A partner’s refusal is a dead end only if nothing follows.',
    },
  },
  {
    name: 'evaluated',
    title: { fr: 'Prescriptions sociales évaluées', en: 'Social prescriptions evaluated' },
    counted: 'prescriptions',
    by: 'share',
    of: 'evaluated',
    unit: 'share',
    better: 'increase',
    byProgramme: false,
    who: {
      fr: 'Prescriptions sociales terminées trente jours avant un jour du trimestre.',
      en: 'Social prescriptions completed thirty days before a day of the quarter.',
    },
    what: {
      fr: 'Dans ces trente jours, un facteur de protection a été coté après.',
      en: 'Within those thirty days a protective factor was rated afterwards.',
    },
    why: {
      fr: 'Le même délai que la vigie (docs/watch.md).',
      en: 'The same delay as the watch (docs/watch.md).',
    },
  },
];
