import type { CoherenceRule } from './rule.ts';

/** Who hands over and who takes over belong to a hand-over; a hand-over that names neither is told so. */
export const handOverSaid: CoherenceRule = ({ kind, handOver }) => {
  if (kind !== 'hand-over' && handOver !== undefined) {
    return [
      {
        severity: 'error',
        code: 'invariant',
        element: '.handOver',
        text: {
          fr: 'seul un passage du relais en a un ; écrivez kind: "hand-over", ou enlevez ce champ.',
          en: 'only a hand-over has one; write kind: "hand-over", or leave this field out.',
        },
      },
    ];
  }
  if (kind !== 'hand-over' || handOver !== undefined) return [];
  return [
    {
      severity: 'warning',
      code: 'business-rule',
      element: '.handOver',
      text: {
        fr: 'qui passe le relais, et à qui ? Ajoutez from et to dès que possible.',
        en: 'who hands over, and to whom? Add from and to as soon as you can.',
      },
    },
  ];
};

/** A reason why it did not take place belongs to what was cancelled. */
export const reasonOfCancellation: CoherenceRule = ({ status, statusReason }) =>
  status === 'cancelled' || statusReason === undefined
    ? []
    : [
        {
          severity: 'error',
          code: 'invariant',
          element: '.statusReason',
          text: {
            fr: 'ce champ dit pourquoi il n’a pas eu lieu ; écrivez status: "cancelled", ou enlevez-le.',
            en: 'this field says why it did not take place; write status: "cancelled", or leave it out.',
          },
        },
      ];
