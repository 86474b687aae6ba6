import type { CoherenceRule } from './rule.ts';

/** Of an inbound referral a person says one thing: which child, a new one, or not for the centre. */
export const oneOfThree: CoherenceRule = ({ child, newChild, notForUs }) =>
  [child, newChild, notForUs].filter((it) => it !== undefined).length === 1
    ? []
    : [
        {
          severity: 'error',
          code: 'business-rule',
          element: '.child',
          text: {
            fr: 'dites exactement un de child, newChild ou notForUs.',
            en: 'say exactly one of child, newChild or notForUs.',
          },
        },
      ];

/** Words are kept or dropped; only what is kept has words. */
export const keptOrDropped: CoherenceRule = ({ keep, drop, words }) =>
  (keep === undefined) === (drop === undefined) || (drop === true && words !== undefined)
    ? [
        {
          severity: 'error',
          code: 'business-rule',
          element: '.keep',
          text: {
            fr: 'dites keep ou drop, l’un des deux ; des mots (words) seulement avec keep.',
            en: 'say keep or drop, one of the two; words only with keep.',
          },
        },
      ]
    : [];
