import { namBirth } from '../formats.ts';
import type { CoherenceRule, Finding } from './rule.ts';

/** The pivot is one of the members; a circle without one is told so (fhir.md §2). */
export const pivotIsMember: CoherenceRule = ({ pivot, members = [] }) => {
  if (pivot === undefined) {
    return [
      warning('.pivot', {
        fr: 'personne ne tient le fil ; nommez le pivot dès que possible.',
        en: 'nobody holds the thread; name the pivot as soon as you can.',
      }),
    ];
  }
  if (members.some(({ id }) => id === pivot)) return [];
  return [
    {
      severity: 'error',
      code: 'invariant',
      element: '.pivot',
      text: {
        fr: 'aucun membre du cercle n’a cet identifiant ; donnez celui d’un membre (members[…].id).',
        en: 'no member of the circle has this identifier; give that of a member (members[…].id).',
      },
    },
  ];
};

/** A circle is more than professionals (fhir.md §2). */
export const familyOrCommunity: CoherenceRule = ({ members = [] }) =>
  members.some(({ kind }) => kind === 'family' || kind === 'community')
    ? []
    : [
        warning('.members', {
          fr: 'aucun membre de la famille ni de la communauté ; qui, autour de l’enfant, compte pour lui ?',
          en: 'no member from family or community; who around the child matters to them?',
        }),
      ];

/** A NAM tells a birth date and a gender. Real data differ (an infant on a parent’s card), so this only warns, and the number is not said (fhir.md §4). */
export const cardAgrees: CoherenceRule = ({ child }) =>
  (child?.cards ?? []).flatMap(({ kind, number }, index) => {
    if (kind !== 'nam') return [];
    const birth = namBirth(number);
    const [year, month, day] = child?.birthDate?.split('-') ?? [];
    const born =
      (year === undefined || year.endsWith(birth.year)) &&
      (month === undefined || Number(month) === birth.monthOfBirth) &&
      (day === undefined || day === birth.day);
    const gendered = child?.gender !== (birth.female ? 'male' : 'female');
    const element = `.child.cards[${index}].number`;
    return [
      ...(born ? [] : [warning(element, DIFFERENT_BIRTH)]),
      ...(gendered ? [] : [warning(element, DIFFERENT_GENDER)]),
    ];
  });

const DIFFERENT_BIRTH = {
  fr: 'la date de naissance que porte ce numéro n’est pas celle de birthDate ; vérifiez, ou gardez-le si c’est la carte d’un parent.',
  en: 'the birth date in this number is not the one in birthDate; check, or keep it if it is a parent’s card.',
};

const DIFFERENT_GENDER = {
  fr: 'le genre que porte ce numéro n’est pas celui de gender ; vérifiez, ou gardez-le si c’est la carte d’un parent.',
  en: 'the gender in this number is not the one in gender; check, or keep it if it is a parent’s card.',
};

const warning = (element: string, text: Finding['text']): Finding => ({
  severity: 'warning',
  code: 'business-rule',
  element,
  text,
});
