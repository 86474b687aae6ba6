import { inBoth } from '../../texts/in-both.ts';
import { circleTexts } from './circle/circle-texts.ts';
import { lifeLineTexts } from './life-line/life-line-texts.ts';
import { needsTexts } from './needs/needs-texts.ts';
import { planTexts } from './plan/plan-texts.ts';
import { extractTexts } from './received/extract-texts.ts';
import { refusalsTexts } from './refusals/refusals-texts.ts';
import { tiesTexts } from './ties/ties-texts.ts';

/** What is said of one child. A child may be looking: strengths come first, and nothing labels a family. */
export const childTexts = inBoth({
  fr: {
    find: 'Un enfant',
    tab: 'L’enfant',
    unnamed: 'l’enfant',
    strengths: 'Ce qui va bien',
    birth: 'Naissance\u00a0: {{day}}',
    back: 'Retour à l’enfant',
    newRequest: 'Nouvelle demande',
    circle: circleTexts.fr,
    needs: needsTexts.fr,
    lifeLine: lifeLineTexts.fr,
    plan: planTexts.fr,
    extract: extractTexts.fr,
    refusals: refusalsTexts.fr,
    ties: tiesTexts.fr,
    received: {
      link: 'Qui a reçu quoi',
      title: 'Qui a reçu quoi',
      why: 'Du registre du centre, le plus récent d’abord. Ouvrir cette page s’y inscrit.',
      given: 'Ce qui a été communiqué',
      read: 'Ce qui a été lu',
      noneGiven: 'Rien n’a été communiqué dans ces lignes.',
      noneRead: 'Rien n’a été lu dans ces lignes.',
      more: 'Montrer ce qui est plus ancien',
    },
  },
  en: {
    find: 'A child',
    tab: 'The child',
    unnamed: 'the child',
    strengths: 'What goes well',
    birth: 'Birth: {{day}}',
    back: 'Back to the child',
    newRequest: 'New request',
    circle: circleTexts.en,
    needs: needsTexts.en,
    lifeLine: lifeLineTexts.en,
    plan: planTexts.en,
    extract: extractTexts.en,
    refusals: refusalsTexts.en,
    ties: tiesTexts.en,
    received: {
      link: 'Who received what',
      title: 'Who received what',
      why: 'From the centre’s register, the most recent first. To open this page stands in it.',
      given: 'What was disclosed',
      read: 'What was read',
      noneGiven: 'Nothing was disclosed in these lines.',
      noneRead: 'Nothing was read in these lines.',
      more: 'Show what is older',
    },
  },
});
