import type { Bilingual, Lang } from '../bilingual.ts';
import type { Line } from '../reading.ts';

interface Words extends Bilingual {
  readonly values?: Readonly<Record<string, Bilingual>>;
}

/** Extension names that an office would have learnt to read; any other is shown under its own name. */
const NAMES: Readonly<Record<string, Words>> = {
  through: {
    fr: 'Passer par',
    en: 'Go through',
    values: {
      centre: { fr: 'le centre : l’appeler d’abord', en: 'the centre: call it first' },
      person: { fr: 'cette personne', en: 'this person' },
    },
  },
  person: { fr: 'Personne', en: 'Person' },
  means: {
    fr: 'Moyen',
    en: 'Means',
    values: {
      telephone: { fr: 'téléphone', en: 'telephone' },
      sms: { fr: 'texto', en: 'text message' },
      email: { fr: 'courriel', en: 'e-mail' },
      letter: { fr: 'lettre', en: 'letter' },
      'in-person': { fr: 'en personne', en: 'in person' },
    },
  },
  number: { fr: 'À ce numéro', en: 'At this number' },
  when: { fr: 'Quand', en: 'When' },
  language: { fr: 'Langue', en: 'Language' },
  interpreter: {
    fr: 'Interprète',
    en: 'Interpreter',
    values: { true: { fr: 'oui', en: 'yes' }, false: { fr: 'non', en: 'no' } },
  },
  mustNot: { fr: 'À ne pas faire', en: 'Must not be done' },
  'psc-child-wishes': { fr: 'Ce que l’enfant souhaite', en: 'What the child wishes' },
  'psc-facts': { fr: 'Faits', en: 'Facts' },
  'psc-conflict-check-name': { fr: 'Nom à vérifier (conflit d’intérêts)', en: 'Name for the conflict check' },
  'psc-service-language': { fr: 'Langue du service', en: 'Language of service' },
  article: {
    fr: 'Article de la Convention des droits de l’enfant',
    en: 'Article of the Convention on the Rights of the Child',
  },
  words: { fr: 'En mots', en: 'In words' },
  'patient-interpreterRequired': {
    fr: 'Interprète',
    en: 'Interpreter',
    values: { true: { fr: 'oui', en: 'yes' }, false: { fr: 'non', en: 'no' } },
  },
};

/** A line of an extension in the reader's words, where they are known. */
export function inWords({ label, text }: Line, lang: Lang): Line {
  const words = NAMES[label];
  return words === undefined ? { label, text } : { label: words[lang], text: words.values?.[text]?.[lang] ?? text };
}
