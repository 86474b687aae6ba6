import type { CoherenceRule } from './rule.ts';

/** Once it is known which child of the centre it is, what the sender said of the child is gone: the child's own record tells. */
export const oneChildOrWhatIsSaid: CoherenceRule = ({ child, childSaid }) =>
  child === undefined || childSaid === undefined
    ? []
    : [
        {
          severity: 'error',
          code: 'business-rule',
          element: '.childSaid',
          text: {
            fr: 'l’enfant est reconnu : ce que l’expéditeur en disait ne se garde plus.',
            en: 'the child is recognized: what the sender said of them is kept no longer.',
          },
        },
      ];
