import type { Bilingual } from '../../../../../profiles/codes.ts';
import { AGES } from './ages.ts';
import { BIRTH_DATES } from './birth-dates.ts';
import type { Case } from './case.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { INVOKED, REFUSALS } from './refusals.ts';
import { TERMS_OF_CONSENT } from './terms.ts';
import { INVOKED_FOR, WHOSE_NO } from './whose-word.ts';

/** Every case that is decided and tabled in docs/consent.md, by what it is about. */
export const DECISION_TABLE: readonly { readonly about: Bilingual; readonly cases: readonly Case[] }[] = [
  { about: { fr: 'L’âge', en: 'Age' }, cases: AGES },
  {
    about: { fr: 'Une date de naissance partielle ou inconnue', en: 'A partial or unknown birth date' },
    cases: BIRTH_DATES,
  },
  {
    about: { fr: 'Ce que dit un consentement, et qui le donne', en: 'What a consent says, and who gives it' },
    cases: TERMS_OF_CONSENT,
  },
  {
    about: { fr: 'Refus, désaccords et demandes restreintes', en: 'Refusals, disagreements and restricted requests' },
    cases: [...REFUSALS, ...WHOSE_NO],
  },
  { about: { fr: 'Ce qui n’est pas un consentement', en: 'What is no consent' }, cases: [...INVOKED, ...INVOKED_FOR] },
  {
    about: {
      fr: 'Un destinataire d’une autre province, que le centre n’a pas évalué',
      en: 'A recipient of another province, which the centre has not assessed',
    },
    cases: ELSEWHERE,
  },
];
