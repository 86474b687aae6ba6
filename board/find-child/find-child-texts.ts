import { inBoth } from '../texts/in-both.ts';

export const findChildTexts = inBoth({
  fr: {
    why: 'Par son nom, ou le début de son nom. Ce que vous cherchez ne va dans aucune adresse.',
    name: 'Prénom ou nom',
    act: 'Chercher',
    none: 'Aucun enfant du centre ne porte ce nom. Son cercle s’écrit d’abord.',
    found_one: '{{count}} enfant',
    found_many: '{{count}} enfants',
    found_other: '{{count}} enfants',
    unnamed: 'un enfant sans nom noté',
    born: 'naissance\u00a0: {{day}}',
  },
  en: {
    why: 'By name, or how the name begins. What you look for stands in no address.',
    name: 'First or family name',
    act: 'Search',
    none: 'No child of the centre has this name. Their circle is written first.',
    found_one: '{{count}} child',
    found_other: '{{count}} children',
    unnamed: 'a child without a name on record',
    born: 'born {{day}}',
  },
});
