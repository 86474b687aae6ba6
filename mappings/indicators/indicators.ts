import { PROTECTIVE_FACTORS } from '../../profiles/codes.ts';
import { CONTINUITY_INDICATORS } from './continuity-indicators.ts';
import type { Indicator } from './indicator.ts';
import { REQUEST_INDICATORS } from './request-indicators.ts';

const FACTORS: readonly Indicator[] = Object.entries(PROTECTIVE_FACTORS).map(([factor, { fr, en }]) => ({
  name: `change-${factor}`,
  title: { fr: `Changement : ${fr.toLowerCase()}`, en: `Change: ${en.toLowerCase()}` },
  counted: `change-${factor}`,
  by: 'mean',
  of: 'change',
  unit: 'points',
  better: 'increase',
  byProgramme: false,
  who: {
    fr: 'Prescriptions sociales pour lesquelles ce facteur a été coté chez l’enfant avant, et coté après pour la première fois dans le trimestre.',
    en: 'Social prescriptions for which this factor was rated in the child before, and rated afterwards for the first time in the quarter.',
  },
  what: {
    fr: 'Moyenne des cotes d’après moins moyenne des cotes d’avant.',
    en: 'Mean of the ratings afterwards minus mean of the ratings before.',
  },
  why: {
    fr: 'Les mêmes échelles avant et après. Ce n’est pas un essai : rien ne dit que la prescription en est la cause.',
    en: 'The same scales before and after. This is no trial: nothing says that the prescription caused it.',
  },
}));

/** Every indicator, in the order in which people read them. */
export const INDICATORS: readonly Indicator[] = [...REQUEST_INDICATORS, ...CONTINUITY_INDICATORS, ...FACTORS];
