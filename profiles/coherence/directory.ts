import type { CoherenceRule } from './rule.ts';

/** The ages that a resource takes go from the younger to the older. */
export const agesInOrder: CoherenceRule = ({ eligibility: { ageFrom, ageTo } = {} }) =>
  ageFrom === undefined || ageTo === undefined || ageFrom <= ageTo
    ? []
    : [
        {
          severity: 'error',
          code: 'invariant',
          element: '.eligibility.ageTo',
          text: {
            fr: 'cet âge est plus petit que ageFrom ; corrigez l’un des deux.',
            en: 'this age is below ageFrom; correct one of the two.',
          },
        },
      ];

/** What is open all day has no hours. */
export const allDayOrHours: CoherenceRule = ({ hours = [] }) =>
  hours.flatMap(({ allDay, from, to }, index) =>
    allDay !== true || (from === undefined && to === undefined)
      ? []
      : [
          {
            severity: 'error',
            code: 'invariant',
            element: `.hours[${index}].allDay`,
            text: {
              fr: 'toute la journée, ou de telle heure à telle heure : gardez l’un des deux.',
              en: 'all day, or from one hour to another: keep one of the two.',
            },
          },
        ],
  );

/** A file that is closed keeps no date from which one could guess how it ended. */
export const closedKeepsNoDate: CoherenceRule = ({ closed, expectedOn }) =>
  closed !== true || expectedOn === undefined
    ? []
    : [
        {
          severity: 'error',
          code: 'invariant',
          element: '.expectedOn',
          text: {
            fr: 'un dossier fermé ne garde pas cette date ; enlevez-la.',
            en: 'a closed file does not keep this date; remove it.',
          },
        },
      ];
