import { inBoth } from '../../texts/in-both.ts';

/** Of which child a referral speaks. */
export const matchTexts = inBoth({
  fr: {
    matches: {
      title_one: 'Une demande reçue : de quel enfant s’agit-il ?',
      title_many: '{{count}} de demandes reçues : de quel enfant s’agit-il ?',
      title_other: '{{count}} demandes reçues : de quel enfant s’agit-il ?',
      noName: 'Sans nom dit',
      born: 'naissance : {{day}}',
      asked: 'demandé par {{sender}} le {{day}}',
      same: 'C’est {{child}}',
      new: 'C’est un nouvel enfant',
      notForUs: 'Ce n’est pas pour le centre',
      tell: 'Le dire à {{sender}}',
      done: 'C’est noté.',
    },
    because: {
      'same-card': 'même carte',
      'same-birth-date': 'même date de naissance',
      'same-name': 'même nom',
      'same-family-name': 'même nom de famille',
      'same-given-name': 'même prénom',
      'other-card': 'autre carte',
      'other-birth-date': 'autre date de naissance',
      'other-name': 'autre nom',
    },
  },
  en: {
    matches: {
      title_one: 'One referral received: which child is it?',
      title_other: '{{count}} referrals received: which child is it?',
      noName: 'No name said',
      born: 'born {{day}}',
      asked: 'asked by {{sender}} on {{day}}',
      same: 'It is {{child}}',
      new: 'It is a new child',
      notForUs: 'It is not for the centre',
      tell: 'Tell {{sender}}',
      done: 'Written down.',
    },
    because: {
      'same-card': 'same card',
      'same-birth-date': 'same birth date',
      'same-name': 'same name',
      'same-family-name': 'same family name',
      'same-given-name': 'same given name',
      'other-card': 'another card',
      'other-birth-date': 'another birth date',
      'other-name': 'another name',
    },
  },
});
