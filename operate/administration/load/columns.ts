import type { Column } from '../read-table.ts';

/** The table of children that a centre can load: one row a child, one circle each. A test holds docs/administration.md against it. */
export const LOAD_COLUMNS = {
  child: {
    fr: ['enfant'],
    en: ['child'],
    isRequired: true,
    what: {
      fr: 'identifiant de l’enfant au centre ; jamais un numéro de carte',
      en: 'the child’s identifier at the centre; never a card number',
    },
  },
  since: {
    fr: ['depuis'],
    en: ['since'],
    isRequired: true,
    what: {
      fr: 'depuis quand le cercle est ainsi : AAAA-MM-JJ ; c’est la date du fait',
      en: 'since when the circle is so: YYYY-MM-DD; it is the date of the fact',
    },
  },
  given: {
    fr: ['prénoms', 'prénom'],
    en: ['given', 'given names'],
    what: { fr: 'prénoms, séparés d’une espace', en: 'given names, separated by a space' },
  },
  family: {
    fr: ['nom', 'nom de famille'],
    en: ['family', 'family name'],
    what: { fr: 'nom de famille', en: 'family name' },
  },
  name: {
    fr: ['nom complet'],
    en: ['name', 'full name'],
    what: { fr: 'nom en un morceau, au lieu des deux autres', en: 'name in one piece, instead of the two others' },
  },
  birthDate: {
    fr: ['naissance', 'date de naissance'],
    en: ['birth date'],
    what: { fr: 'AAAA-MM-JJ, AAAA-MM ou AAAA', en: 'YYYY-MM-DD, YYYY-MM or YYYY' },
  },
  gender: {
    fr: ['genre'],
    en: ['gender'],
    what: {
      fr: 'féminin, masculin, autre ou inconnu',
      en: 'female, male, other or unknown',
    },
  },
  languages: {
    fr: ['langues'],
    en: ['languages'],
    what: {
      fr: 'étiquettes BCP 47, la préférée d’abord, séparées d’une espace : fr ht',
      en: 'BCP 47 tags, the preferred first, separated by a space: fr ht',
    },
  },
  interpreter: {
    fr: ['interprète'],
    en: ['interpreter'],
    what: { fr: 'oui ou non', en: 'yes or no' },
  },
  nam: {
    fr: ['nam'],
    en: ['nam'],
    what: { fr: 'si la famille l’a donné', en: 'if the family gave it' },
  },
  ohip: {
    fr: ['carte Santé'],
    en: ['ohip'],
    what: { fr: 'dix chiffres, si la famille l’a donnée', en: 'ten digits, if the family gave it' },
  },
  ohipVersion: {
    fr: ['version de la carte'],
    en: ['ohip version'],
    what: { fr: 'une ou deux lettres', en: 'one or two letters' },
  },
  city: { fr: ['ville'], en: ['city'], what: { fr: 'ville', en: 'city' } },
  postalCode: { fr: ['code postal'], en: ['postal code'], what: { fr: 'code postal', en: 'postal code' } },
  pivot: {
    fr: ['pivot'],
    en: ['pivot'],
    what: { fr: 'identifiant de la personne pivot', en: 'identifier of the pivot' },
  },
  pivotName: {
    fr: ['nom du pivot'],
    en: ['pivot name'],
    what: { fr: 'son nom, qui l’inscrit au cercle', en: 'their name, which makes them a member of the circle' },
  },
  circle: {
    fr: ['cercle'],
    en: ['circle'],
    what: {
      fr: 'identifiant du cercle ; sans lui, « cercle- » et celui de l’enfant',
      en: 'identifier of the circle; without it, "cercle-" and that of the child',
    },
  },
} as const satisfies Readonly<Record<string, Column>>;

export type LoadColumn = keyof typeof LOAD_COLUMNS;
